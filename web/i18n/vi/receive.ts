/** Reception: comes with its page, and with that of a dossier. */
export const receive = {
  receive: {
    title: 'Tiếp nhận hồ sơ', chooseProcedure: '1. Thủ tục', search: 'Tìm thủ tục', searchHint: 'Gõ không dấu cũng tìm được.', noProcedure: 'Không có thủ tục nào khớp', change: 'Chọn thủ tục khác',
    applicant: '2. Người nộp', kind: 'Người nộp là', person: 'Cá nhân', organisation: 'Tổ chức', personName: 'Họ và tên', organisationName: 'Tên tổ chức', idNumber: 'Số định danh', phone: 'Điện thoại', email: 'Thư điện tử', address: 'Địa chỉ', channel: 'Hình thức nộp',
    parts: '3. Thành phần hồ sơ', partsHint: 'Đánh dấu giấy tờ đã nhận.', copies: 'Số bản', mandatory: 'bắt buộc', optional: 'nếu có', missing: 'Còn thiếu: {{names}}', noParts: 'Thủ tục này không khai thành phần hồ sơ.', data: 'Thông tin thêm', note: 'Ghi chú',
    original: { original: 'bản chính', certified: 'bản sao chứng thực', copy: 'bản sao', electronic: 'bản điện tử', data: 'dữ liệu' },
    appointment: 'Hẹn trả kết quả', appointmentHint: 'Tính theo lịch làm việc nếu nhận ngay bây giờ.', noDue: 'Thủ tục này không có thời hạn.', fee: 'Phí, lệ phí', limit: 'Thời hạn', submit: 'Tiếp nhận', incomplete: 'Tiếp nhận khi còn thiếu giấy tờ bắt buộc',
    done: 'Đã tiếp nhận hồ sơ {{no}}', doneText: 'Hẹn trả kết quả: {{at}}.', print: 'In giấy hẹn', openDossier: 'Mở hồ sơ', another: 'Tiếp nhận hồ sơ khác', forbidden: 'Chỉ cán bộ một cửa tiếp nhận hồ sơ.',
  },
};
