/** Documents of the quality system: list, page, draft, objectives, reading. */
export const documents = {
  documents: {
    title: 'Tài liệu hệ thống chất lượng', note: 'Chính sách, mục tiêu, sổ tay, hướng dẫn, biểu mẫu: bản đang có hiệu lực và bản đang soạn.', caption: '{{total}} tài liệu', none: 'Chưa có tài liệu nào', sheet: 'Danh mục (Excel)', all: 'Tất cả', kindLabel: 'Loại', new: 'Tài liệu mới', create: 'Tạo tài liệu', created: 'Đã tạo tài liệu.',
    toRead: 'Anh/chị còn {{n}} tài liệu phải đọc.', toReadOnly: 'Chỉ tài liệu tôi phải đọc', mustRead: 'Phải đọc',
    column: { code: 'Mã số', title: 'Tên tài liệu', kind: 'Loại', state: 'Tình trạng', version: 'Lần ban hành', inForceFrom: 'Hiệu lực từ', reading: 'Đọc', note: 'Nội dung thay đổi' },
    kind: { policy: 'Chính sách chất lượng', objectives: 'Mục tiêu chất lượng', manual: 'Sổ tay chất lượng', systemProcedure: 'Quy trình hệ thống', instruction: 'Hướng dẫn công việc', form: 'Biểu mẫu', other: 'Tài liệu khác' },
    drafting: 'Đang soạn', preparing: 'Lần {{version}}: {{state}}', back: 'Về danh mục tài liệu', versionOf: '{{code}} · {{kind}} · lần ban hành {{version}}', noVersion: '{{code}} · {{kind}} · chưa ban hành',
    content: 'Nội dung', file: 'Tệp: {{name}} ({{size}})', noContent: 'Chưa có nội dung.', concerned: 'Đơn vị phải đọc', everybody: 'Cả cơ quan', versions: 'Các lần ban hành', show: 'Xem lần {{version}}', pdf: 'PDF', docx: 'Word',
    confirm: 'Tôi đã đọc và hiểu', confirmText: 'Tài liệu này áp dụng cho anh/chị. Đọc xong, bấm xác nhận một lần.', confirmed: 'Đã ghi nhận.', readAt: 'Anh/chị đã đọc lúc {{at}}.', notConcerned: 'Tài liệu này không yêu cầu anh/chị xác nhận đã đọc.',
    readers: { title: 'Ai đã đọc', count: 'Đã đọc {{read}} người, chưa đọc {{unread}} người.', filter: 'Hiện', all: 'Tất cả', read: 'Đã đọc', unread: 'Chưa đọc', name: 'Họ tên', department: 'Đơn vị', at: 'Đọc lúc', notYet: 'chưa đọc', caption: 'Người phải đọc tài liệu', none: 'Không có ai.' },
    draft: {
      title: 'Bản nháp', open: 'Soạn bản mới', saved: 'Đã lưu bản nháp.', leave: 'Bản nháp có thay đổi chưa lưu. Rời trang và bỏ các thay đổi?', savedBy: 'Lưu lần cuối {{at}}, {{name}}', name: 'Tên tài liệu', concerned: 'Đơn vị phải đọc (không chọn: cả cơ quan)', text: 'Nội dung văn bản', save: 'Lưu bản nháp', submit: 'Trình góp ý, phê duyệt', submitted: 'Đã trình.', note: 'Nội dung thay đổi', noteText: 'Ghi vào bảng theo dõi sửa đổi.',
      upload: 'Dùng tệp thay văn bản', replace: 'Thay tệp khác', useText: 'Soạn văn bản thay tệp', fileKinds: 'PDF, DOCX hoặc XLSX, đến 20 MB.', inReview: 'Lần {{version}} đang góp ý hoặc chờ công bố nên chưa soạn bản mới được.',
    },
    editor: { table: 'Chèn bảng', size: '{{columns}} cột, {{rows}} dòng', rowAfter: 'Thêm dòng', rowDelete: 'Xóa dòng', columnAfter: 'Thêm cột', columnDelete: 'Xóa cột', tableDelete: 'Xóa bảng', bold: 'Chữ đậm', italic: 'Chữ nghiêng', h1: 'Đề mục lớn', h2: 'Đề mục', h3: 'Đề mục nhỏ', bullets: 'Danh sách chấm', numbers: 'Danh sách số', undo: 'Hoàn tác', redo: 'Làm lại' },
    objectives: {
      title: 'Mục tiêu và kết quả', caption: 'Mục tiêu, chỉ tiêu và kết quả đến nay', objective: 'Mục tiêu', measure: 'Cách đo', target: 'Chỉ tiêu', year: 'Năm', now: 'Đến nay', reached: 'Đạt', isReached: 'Đạt', isNotReached: 'Chưa đạt', noData: 'Chưa có số liệu', noDataIn: 'Chưa có số liệu năm {{year}}', months: 'Theo tháng', monthsOf: 'Theo tháng: {{text}}', month: 'Tháng', value: 'Kết quả', count: 'Số hồ sơ, phiếu', atLeast: 'từ {{value}} trở lên', atMost: 'không quá {{value}}', add: 'Thêm mục tiêu', remove: 'Bỏ mục tiêu {{n}}', nth: 'Mục tiêu {{n}}', none: 'Chưa đặt mục tiêu nào.', hours: '{{n}} giờ', dossiers: '{{n}} hồ sơ', points: '{{n}} điểm',
      of: { onTimeShare: 'Hồ sơ trước hạn, đúng hạn (%)', earlyShare: 'Hồ sơ trước hạn (%)', meanHours: 'Thời gian giải quyết trung bình (giờ làm việc)', supplementShare: 'Hồ sơ phải bổ sung (%)', resolved: 'Số hồ sơ đã giải quyết', satisfaction: 'Mức hài lòng trung bình (1–5 điểm)' },
    },
  },
  problem: { code: { 'unknown-document': 'Không có tài liệu này.', 'document-exists': 'Mã số này đã có. Chọn mã khác.' } },
};
