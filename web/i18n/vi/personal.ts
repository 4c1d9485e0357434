/** The page of personal data. */
export const personal = {
  personal: {
    title: 'Dữ liệu cá nhân',
    export: 'Dữ liệu về một người', exportText: 'Tất cả dữ liệu mà cơ quan lưu về một người nộp hồ sơ, theo số định danh hoặc theo họ tên và ngày sinh. Mỗi hồ sơ được xuất đều được ghi vào nhật ký bất biến cùng lý do.',
    idNumber: 'Số định danh', name: 'Họ và tên', birthDate: 'Ngày sinh', reason: 'Lý do', asJson: 'Xuất dữ liệu (JSON)', asZip: 'Xuất cùng các tệp (ZIP)', found: 'Số hồ sơ tìm thấy: {{n}}.',
    wrong: { idNumber: 'Cần số định danh, ít nhất 6 ký tự, hoặc họ tên cùng ngày sinh.', name: 'Cần họ và tên.', birthDate: 'Cần ngày sinh đi cùng họ tên.', reason: 'Cần nêu lý do.' },
    rules: 'Thời hạn lưu', rulesText: 'Khi hết thời hạn, mỗi đêm hệ thống xóa thông tin người nộp, các trường được đánh dấu, câu chữ và tệp của hồ sơ đã kết thúc; mã hồ sơ, các bước, ngày tháng và mã băm được giữ lại. Không khôi phục được.', toSettings: 'Đặt thời hạn và căn cứ ở trang Thiết lập',
    kept: 'không xóa', months: 'xóa sau {{n}} tháng', scope: { all: 'Tất cả', default: 'Mặc định' },
    due: 'Hồ sơ đến hạn xóa: {{n}}', noneDue: 'Chưa có hồ sơ nào đến hạn.', dossier: 'Hồ sơ', procedure: 'Thủ tục', closedAt: 'Kết thúc', rule: 'Thời hạn và căn cứ',
    done: 'Đã xóa', erasedAt: 'Lúc', what: 'Nội dung', kinds: 'người nộp: {{applicant}}, trường: {{fields}}, câu chữ: {{texts}}, tệp: {{files}}, thông báo: {{messages}}',
  },
};
