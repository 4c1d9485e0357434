/** The page of one dossier. */
export const dossierPage = {
  files: {
    title: 'Tệp đính kèm', add: 'Thêm tệp', hint: 'PDF, ảnh, Word, Excel hoặc OpenDocument; mỗi tệp 20 MB, mỗi hồ sơ 200 MB. Chọn nhiều tệp một lần hoặc kéo thả vào đây.', none: 'Chưa có tệp nào.',
    coming: 'Đang gửi {{name}}', remove: 'Gỡ tệp', removeNamed: 'Gỡ tệp {{name}}', reason: 'Lý do gỡ', removed: '{{name}} gỡ lúc {{at}}: {{reason}}',
    show: 'Xem', showNamed: 'Xem {{name}}', inWindow: 'Mở trong cửa sổ khác', pictureOf: 'Ảnh của tệp {{name}}', pages: 'Chuyển trang', page: 'Trang {{n}}/{{all}}', pageOf: '{{name}}, trang {{n}}', pageBefore: 'Trang trước', pageAfter: 'Trang sau', notReadable: 'Không đọc được tệp PDF này; hãy mở trong cửa sổ khác hoặc đề nghị nộp lại.',
    refused: { empty: 'tệp rỗng.', 'kind-not-accepted': 'không nhận loại tệp này.', 'name-and-content-differ': 'nội dung không đúng với đuôi tệp.', 'known-malware': 'tệp có mã độc.' },
  },
  dossier: {
    version: 'phiên bản {{version}}', receipt: 'Giấy hẹn', forms: 'Giấy tờ theo mẫu', formDocx: 'Word: {{name}}', drawing: 'Hồ sơ trên lưu đồ', drawingLabel: 'Lưu đồ, hồ sơ đang ở: {{where}}', drawingEnded: 'Lưu đồ, hồ sơ đã kết thúc', timeline: 'Quá trình xử lý',
    masked: 'Dữ liệu cá nhân được che: chỉ đơn vị xử lý hồ sơ và nơi tiếp nhận đọc được.',
    applicant: 'Người nộp', receivedAt: 'Ngày tiếp nhận', receivedBy: 'Người tiếp nhận', parts: 'Thành phần hồ sơ', part: 'Tên giấy tờ', received: 'Đã nộp', yes: 'Có', no: 'Không', data: 'Thông tin hồ sơ',
    ended: 'Hồ sơ đã kết thúc', waiting: 'Hồ sơ đang chờ, chưa có việc cần làm', stepDue: 'hạn bước {{at}}', heldBy: '{{name}} đang xử lý bước này.', onBehalf: 'Bước này được làm thay {{name}}; quá trình xử lý ghi rõ.', mayNotAct: 'Nhận việc để xử lý bước này.',
    note: 'Ghi chú', noteHint: 'Được lưu trong quá trình xử lý. Bắt buộc khi trả lại hoặc từ chối.', noteNeeded: 'Nêu lý do.', complete: 'Hoàn thành bước', next: 'Tiếp theo: {{step}}', keptNote: 'Nội dung đã nhập, chưa được gửi', endedMeanwhile: '"{{step}}" đã được {{by}} hoàn thành lúc {{at}}.', updated: 'Hồ sơ vừa được cập nhật: {{what}}.', updatedBy: 'Hồ sơ vừa được cập nhật: {{name}} – {{what}}.', completed: 'Đã hoàn thành bước "{{step}}".',
  },
  incident: { title: 'Hồ sơ bị kẹt ở bước "{{step}}"', reason: 'Lý do', retry: 'Chạy lại bước', skip: 'Bỏ qua bước', administrator: 'Quản trị hệ thống sẽ xử lý sự cố này.' },
};
