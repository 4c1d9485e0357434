/** Dossier page, register of dossiers and reception. */
import { due as dueWords } from './due.js';

export const dossier = {
  due: dueWords,
  form: { required: 'Cần điền ô này.', datePattern: 'dd/mm/yyyy', date: 'Cần một ngày có thật, dạng dd/mm/yyyy.', number: 'Cần một số.', integer: 'Cần một số nguyên.', option: 'Cần chọn một giá trị trong danh sách.', tooSmall: 'Số này quá nhỏ.', tooLarge: 'Số này quá lớn.', tooLong: 'Nội dung quá dài.', invalid: 'Giá trị này không hợp với ô.' },
  formName: {
    '01': 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả', '02': 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ', '03': 'Phiếu từ chối tiếp nhận, giải quyết hồ sơ',
    '04': 'Văn bản xin lỗi và đề nghị gia hạn', '05': 'Thông báo dừng giải quyết hồ sơ', '06': 'Phiếu kiểm soát quá trình giải quyết hồ sơ',
  },
  drawing: { here: 'đang ở đây', active: 'Đang xử lý', done: 'Đã qua', zoomIn: 'Phóng to', zoomOut: 'Thu nhỏ', fit: 'Vừa khung', failed: 'Lưu đồ này không có hình để hiển thị.' },
  timeline: {
    supplementAsked: 'Yêu cầu bổ sung', supplementReceived: 'Nhận bổ sung', paymentAsked: 'Yêu cầu nghĩa vụ tài chính', paymentConfirmed: 'Xác nhận đã nộp', stopped: 'Dừng giải quyết', resumed: 'Tiếp tục giải quyết', apologyDrafted: 'Soạn văn bản xin lỗi', extended: 'Gia hạn', opinionAsked: 'Lấy ý kiến', opinionTaken: 'Nhận việc cho ý kiến', opinionReleased: 'Trả lại việc cho ý kiến', opinionAssigned: 'Giao việc cho ý kiến', opinionWithdrawn: 'Rút yêu cầu lấy ý kiến', opinionAnswered: 'Cho ý kiến', handedOver: 'Giao hồ sơ', handOverReceived: 'Ký nhận hồ sơ', automatic: 'Tự động', automaticCancelled: 'Hủy việc tự động', withdrawn: 'Công dân rút hồ sơ', refused: 'Từ chối giải quyết', notReceived: 'Từ chối tiếp nhận', unanswered: 'Đóng hồ sơ do không bổ sung', until: 'đến {{at}}', ground: 'Căn cứ: {{text}}',
    migrated: 'Chuyển sang phiên bản khác của quy trình', calendar: 'Lịch làm việc được sửa', moved: 'Hẹn trả chuyển từ {{from}} sang {{to}}', empty: 'Chưa có việc nào được ghi.', received: 'Tiếp nhận hồ sơ', entered: 'Đến bước', claimed: 'Nhận việc', completed: 'Hoàn thành', released: 'Trả lại việc', assigned: 'Phân công', timer: 'Đến thời điểm hẹn', message: 'Nhận thông tin', incident: 'Sự cố', incidentResolved: 'Đã xử lý sự cố', ended: 'Kết thúc hồ sơ', cancelled: 'Dừng', note: 'Ghi chú', data: 'Cập nhật thông tin' },
  dossiers: { title: 'Hồ sơ', month: 'Tháng in sổ', registerSheet: 'Sổ theo dõi (Excel)', printRegister: 'In sổ theo dõi', caption: 'Sổ theo dõi hồ sơ: {{total}} hồ sơ', search: 'Mã hồ sơ, người nộp', state: 'Trạng thái', anyState: 'Mọi trạng thái', empty: 'Không có hồ sơ nào khớp', where: 'Đang ở', receivedAt: 'Ngày nhận', stateColumn: 'Trạng thái' },
};
