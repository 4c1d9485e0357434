/** Procedures and the designer page; the drawing surface itself has its own catalogue in designer/. */
export const designer = {
  procedures: {
    submit: 'Trình góp ý, phê duyệt', submitText: 'Bản nháp được giữ nguyên trong lúc góp ý. Người xem xét và người phê duyệt phải là người khác.', submitted: 'Đã trình phiên bản {{version}}.', reviewComments: 'Góp ý',
    findingSheet: 'Phát hiện (Excel)', title: 'Quy trình', list: 'Danh mục thủ tục', map: 'Bản đồ thủ tục', frameworks: 'Mô hình khung', conformity: 'Công bố phù hợp', documents: 'Tài liệu hệ thống', new: 'Thủ tục mới', empty: 'Chưa có thủ tục nào khớp', caption: '{{n}} thủ tục', code: 'Mã', name: 'Tên thủ tục', version: 'Phiên bản', versionNo: 'Phiên bản {{version}}', draft: 'Bản nháp', open: 'Hồ sơ đang mở',
    openDraft: 'Sửa bản nháp', openDesigner: 'Mở trong trình thiết kế', practice: 'Trong thực tế', current: 'Đang áp dụng: phiên bản {{version}}', versions: 'Các phiên bản', noVersions: 'Chưa công bố phiên bản nào.', document: 'Tài liệu ISO', documentOf: '{{file}}: tài liệu ISO của phiên bản {{version}}', publishedAt: 'Công bố lúc', publishedBy: 'Người công bố', note: 'Ghi chú', savedBy: '{{name}} lưu lúc {{at}}',
    codeHint: 'Mã của thủ tục hành chính, ví dụ P21.', file: 'Hoặc nhập tệp BPMN', fileHint: 'Tệp .bpmn vẽ bằng công cụ khác cũng dùng được.', create: 'Tạo bản nháp',
    forms: { title: 'Biểu mẫu cho người nộp', note: 'Người dân tải các tệp này trên trang thủ tục. PDF, DOCX, XLSX, ODT; tối đa 5 MB.', none: 'Lưu đồ không nêu biểu mẫu nào.', missing: 'chưa có tệp', put: 'Chọn tệp cho {{name}}', replace: 'Thay tệp của {{name}}', remove: 'Bỏ tệp của {{name}}' },
  },
  designer: {
    properties: 'Thuộc tính', findings: 'Phát hiện', outline: 'Các bước', side: 'Bảng bên cạnh', canvas: 'Vùng vẽ lưu đồ', unsaved: 'chưa lưu', undo: 'Hoàn tác', redo: 'Làm lại', save: 'Lưu nháp', publish: 'Công bố', file: 'Tệp', import: 'Nhập tệp BPMN…', exportXml: 'Tải tệp BPMN', exportSvg: 'Tải hình SVG',
    saved: 'Đã lưu bản nháp.', published: 'Đã công bố phiên bản {{version}}.', publishedWith: 'Đã công bố phiên bản {{version}}, còn {{n}} phát hiện nên xem.', publishText: 'Hồ sơ mới sẽ theo phiên bản này. Hồ sơ đang xử lý vẫn theo phiên bản của mình.', publishNote: 'Nội dung thay đổi', unreadable: 'Không đọc được tệp này', leave: 'Lưu đồ có thay đổi chưa lưu. Rời trang và bỏ các thay đổi?',
  },
};
