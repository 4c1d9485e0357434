/** Reception: comes with its page, and with that of a dossier. */
export const receive = {
  receive: {
    title: 'Tiếp nhận hồ sơ', chooseProcedure: '1. Thủ tục', search: 'Tìm thủ tục', searchHint: 'Gõ không dấu cũng tìm được.', noProcedure: 'Không có thủ tục nào khớp', change: 'Chọn thủ tục khác',
    applicant: '2. Người nộp', kind: 'Người nộp là', person: 'Cá nhân', organisation: 'Tổ chức', personName: 'Họ và tên', organisationName: 'Tên tổ chức', representative: 'Người nộp thay, đại diện', authority: 'Giấy ủy quyền, giấy tờ đại diện', idNumber: 'Số định danh', birthDate: 'Ngày sinh', phone: 'Điện thoại', notEmail: 'Cần một địa chỉ thư điện tử, ví dụ an@example.vn.', email: 'Thư điện tử', address: 'Địa chỉ', channel: 'Hình thức nộp',
    parts: '3. Thành phần hồ sơ', partsHint: 'Đánh dấu giấy tờ đã nhận.', copies: 'Số bản', mandatory: 'bắt buộc', optional: 'nếu có', missing: 'Còn thiếu: {{names}}', noParts: 'Thủ tục này không khai thành phần hồ sơ.', data: 'Thông tin thêm', note: 'Ghi chú',
    original: { original: 'bản chính', certified: 'bản sao chứng thực', copy: 'bản sao', electronic: 'bản điện tử', data: 'dữ liệu' },
    places: 'Nơi tiếp nhận và giải quyết', decidedBy: 'giải quyết: {{name}}', helpPlace: 'Nơi hướng dẫn', receptionPlace: 'Nơi tiếp nhận', competent: 'Cơ quan có thẩm quyền',
    appointment: 'Hẹn trả kết quả', appointmentHint: 'Tính theo lịch làm việc nếu nhận ngay bây giờ.', noDue: 'Thủ tục này không có thời hạn.', fee: 'Phí, lệ phí', limit: 'Thời hạn', submit: 'Tiếp nhận', incomplete: 'Tiếp nhận khi còn thiếu giấy tờ bắt buộc',
    drafts: 'Hồ sơ đang soạn', draftUnnamed: '(chưa có tên người nộp)', draftRemove: 'Xóa', draftRemoveNamed: 'Xóa bản nháp {{name}}', draftSaving: 'Đang lưu bản nháp…', draftSaved: 'Đã lưu bản nháp lúc {{at}}.', draftFailed: 'Chưa lưu được bản nháp. Nội dung vẫn còn trên trang này.',
    similar: 'Người nộp đã có hồ sơ', similarOpen: 'Người nộp đang có hồ sơ của chính thủ tục này', same: { idNumber: 'trùng số định danh', nameAndPhone: 'trùng tên và điện thoại', nameAndBirthDate: 'trùng tên và ngày sinh' },
    form: 'Loại bản', feePaid: 'Đã thu phí, lệ phí', amount: 'Số tiền', receiptNo: 'Số biên lai',
    done: 'Đã tiếp nhận hồ sơ {{no}}', doneText: 'Hẹn trả kết quả: {{at}}.', print: 'In giấy hẹn', openDossier: 'Mở hồ sơ', another: 'Tiếp nhận hồ sơ khác', forbidden: 'Chỉ cán bộ một cửa tiếp nhận hồ sơ.',
  },
  problem: { code: {
    'unknown-draft': 'Không còn bản nháp này: có thể hồ sơ đã được tiếp nhận.',
    'too-many-drafts': 'Đã có đủ số bản nháp. Xóa bớt bản nháp không dùng.',
  } },
};
