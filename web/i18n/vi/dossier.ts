/** Dossier page, register of dossiers and reception. */
import { due as dueWords } from './due.js';

export const dossier = {
  due: dueWords,
  form: { required: 'Cần điền ô này.', datePattern: 'dd/mm/yyyy', date: 'Cần một ngày có thật, dạng dd/mm/yyyy.' },
  files: {
    title: 'Tệp đính kèm', add: 'Thêm tệp', hint: 'PDF, ảnh, Word, Excel hoặc OpenDocument; mỗi tệp 20 MB, mỗi hồ sơ 200 MB. Chọn nhiều tệp một lần hoặc kéo thả vào đây.', none: 'Chưa có tệp nào.',
    coming: 'Đang gửi {{name}}', remove: 'Gỡ tệp', removeNamed: 'Gỡ tệp {{name}}', reason: 'Lý do gỡ', removed: '{{name}} gỡ lúc {{at}}: {{reason}}',
    refused: { empty: 'tệp rỗng.', 'kind-not-accepted': 'không nhận loại tệp này.', 'name-and-content-differ': 'nội dung không đúng với đuôi tệp.', 'known-malware': 'tệp có mã độc.' },
  },
  formName: {
    '01': 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả', '02': 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ', '03': 'Phiếu từ chối tiếp nhận, giải quyết hồ sơ',
    '04': 'Văn bản xin lỗi và đề nghị gia hạn', '05': 'Thông báo dừng giải quyết hồ sơ', '06': 'Phiếu kiểm soát quá trình giải quyết hồ sơ',
  },
  drawing: { here: 'đang ở đây', active: 'Đang xử lý', done: 'Đã qua', zoomIn: 'Phóng to', zoomOut: 'Thu nhỏ', fit: 'Vừa khung', failed: 'Lưu đồ này không có hình để hiển thị.' },
  dossier: {
    version: 'phiên bản {{version}}', receipt: 'Giấy hẹn', forms: 'Giấy tờ theo mẫu', drawing: 'Hồ sơ trên lưu đồ', drawingLabel: 'Lưu đồ, hồ sơ đang ở: {{where}}', drawingEnded: 'Lưu đồ, hồ sơ đã kết thúc', timeline: 'Quá trình xử lý',
    applicant: 'Người nộp', receivedAt: 'Ngày tiếp nhận', receivedBy: 'Người tiếp nhận', parts: 'Thành phần hồ sơ', part: 'Tên giấy tờ', received: 'Đã nộp', yes: 'Có', no: 'Không', data: 'Thông tin hồ sơ',
    ended: 'Hồ sơ đã kết thúc', waiting: 'Hồ sơ đang chờ, chưa có việc cần làm', stepDue: 'hạn bước {{at}}', heldBy: '{{name}} đang xử lý bước này.', mayNotAct: 'Nhận việc để xử lý bước này.',
    note: 'Ghi chú', noteHint: 'Được lưu trong quá trình xử lý. Bắt buộc khi trả lại hoặc từ chối.', noteNeeded: 'Nêu lý do.', complete: 'Hoàn thành bước', next: 'Tiếp theo: {{step}}', keptNote: 'Ghi chú đã nhập, chưa được gửi', completed: 'Đã hoàn thành bước "{{step}}".',
  },
  timeline: {
    supplementAsked: 'Yêu cầu bổ sung', supplementReceived: 'Nhận bổ sung', paymentAsked: 'Yêu cầu nghĩa vụ tài chính', paymentConfirmed: 'Xác nhận đã nộp', stopped: 'Dừng giải quyết', resumed: 'Tiếp tục giải quyết', apologyDrafted: 'Soạn văn bản xin lỗi', extended: 'Gia hạn', opinionAsked: 'Lấy ý kiến', opinionTaken: 'Nhận việc cho ý kiến', opinionAnswered: 'Cho ý kiến', handedOver: 'Giao hồ sơ', handOverReceived: 'Ký nhận hồ sơ', automatic: 'Tự động', automaticCancelled: 'Hủy việc tự động', withdrawn: 'Công dân rút hồ sơ', refused: 'Từ chối giải quyết', notReceived: 'Từ chối tiếp nhận', unanswered: 'Đóng hồ sơ do không bổ sung', until: 'đến {{at}}', ground: 'Căn cứ: {{text}}',
    calendar: 'Lịch làm việc được sửa', moved: 'Hẹn trả chuyển từ {{from}} sang {{to}}', empty: 'Chưa có việc nào được ghi.', received: 'Tiếp nhận hồ sơ', entered: 'Đến bước', claimed: 'Nhận việc', completed: 'Hoàn thành', released: 'Trả lại việc', assigned: 'Phân công', timer: 'Đến thời điểm hẹn', message: 'Nhận thông tin', incident: 'Sự cố', incidentResolved: 'Đã xử lý sự cố', ended: 'Kết thúc hồ sơ', cancelled: 'Dừng', note: 'Ghi chú', data: 'Cập nhật thông tin' },
  incident: { title: 'Hồ sơ bị kẹt ở bước "{{step}}"', reason: 'Lý do', retry: 'Chạy lại bước', skip: 'Bỏ qua bước', administrator: 'Quản trị hệ thống sẽ xử lý sự cố này.' },
  dossiers: { title: 'Hồ sơ', month: 'Tháng in sổ', printRegister: 'In sổ theo dõi', caption: 'Sổ theo dõi hồ sơ: {{total}} hồ sơ', search: 'Mã hồ sơ, người nộp', state: 'Trạng thái', anyState: 'Mọi trạng thái', empty: 'Không có hồ sơ nào khớp', where: 'Đang ở', receivedAt: 'Ngày nhận', stateColumn: 'Trạng thái' },
  receive: {
    title: 'Tiếp nhận hồ sơ', chooseProcedure: '1. Thủ tục', search: 'Tìm thủ tục', searchHint: 'Gõ không dấu cũng tìm được.', noProcedure: 'Không có thủ tục nào khớp', change: 'Chọn thủ tục khác',
    applicant: '2. Người nộp', kind: 'Người nộp là', person: 'Cá nhân', organisation: 'Tổ chức', personName: 'Họ và tên', organisationName: 'Tên tổ chức', idNumber: 'Số định danh', phone: 'Điện thoại', email: 'Thư điện tử', address: 'Địa chỉ', channel: 'Hình thức nộp',
    parts: '3. Thành phần hồ sơ', partsHint: 'Đánh dấu giấy tờ đã nhận.', copies: 'Số bản', mandatory: 'bắt buộc', optional: 'nếu có', missing: 'Còn thiếu: {{names}}', noParts: 'Thủ tục này không khai thành phần hồ sơ.', data: 'Thông tin thêm', note: 'Ghi chú',
    original: { original: 'bản chính', certified: 'bản sao chứng thực', copy: 'bản sao', electronic: 'bản điện tử', data: 'dữ liệu' },
    appointment: 'Hẹn trả kết quả', appointmentHint: 'Tính theo lịch làm việc nếu nhận ngay bây giờ.', noDue: 'Thủ tục này không có thời hạn.', fee: 'Phí, lệ phí', limit: 'Thời hạn', submit: 'Tiếp nhận', incomplete: 'Tiếp nhận khi còn thiếu giấy tờ bắt buộc',
    done: 'Đã tiếp nhận hồ sơ {{no}}', doneText: 'Hẹn trả kết quả: {{at}}.', print: 'In giấy hẹn', openDossier: 'Mở hồ sơ', another: 'Tiếp nhận hồ sơ khác', forbidden: 'Chỉ cán bộ một cửa tiếp nhận hồ sơ.',
  },
};
