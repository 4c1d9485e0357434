/** Settings of agencies, and their letters. */
import { INDICATOR_IDS } from '../../../engine/service-index/indicators.js';
import { INDEX_WORDS } from '../../../engine/service-index/words.js';

const weights = Object.fromEntries(INDICATOR_IDS.map((id) => [`index_${id}`, `Điểm tối đa (Quyết định 766): ${INDEX_WORDS.vi.indicators[id]}`]));

export const settings = {
  letter: {
    title: 'Mẫu văn bản của cơ quan', note: 'In trên phiếu yêu cầu bổ sung, phiếu từ chối, văn bản xin lỗi và thông báo dừng, cả PDF lẫn Word. Ô để trống lấy theo danh mục cơ quan.', saved: 'Đã lưu mẫu văn bản.',
    superior: 'Cơ quan cấp trên', name: 'Tên cơ quan trên văn bản', place: 'Địa danh', onBehalf: 'Dòng trên chức vụ người ký, ví dụ TM. Ủy ban nhân dân', signatoryAs: 'Chức vụ người ký khi chưa có ai ký', signatoryName: 'Họ tên người ký khi chưa có ai ký',
    hasCrest: 'Đã có hình quốc huy hoặc biểu trưng.', noCrest: 'Chưa có hình quốc huy hoặc biểu trưng.', putCrest: 'Chọn tệp PNG', removeCrest: 'Bỏ hình',
    previews: 'Xem thử mẫu đã lưu (PDF):', form02: 'Yêu cầu bổ sung', form03: 'Từ chối', form04: 'Xin lỗi và gia hạn', form05: 'Dừng giải quyết',
  },
  registers: {
    title: 'Sổ theo dõi hồ sơ', note: 'Mỗi sổ là một dãy số liên tục, không bỏ số. Mẫu mã hồ sơ và việc đánh lại số hằng năm là quy tắc của cơ quan.', rules: 'Xem quy tắc',
    year: 'Quyển (năm)', last: 'Số đã cấp', next: 'Mã hồ sơ kế tiếp', print: 'Sổ (mẫu 07)', printNamed: 'Sổ theo dõi năm {{year}}, {{kind}}', ever: 'Mọi năm',
  },
  settings: {
    page: 'Thiết lập', basis: 'Căn cứ', reason: 'Lý do', title: 'Giá trị cơ quan đặt được', note: 'Giá trị có sẵn dùng khi cơ quan không đặt khác; hồ sơ giữ quy tắc tính thời hạn lúc tiếp nhận.', default: 'Giá trị có sẵn', all: 'Mọi cơ quan', unconfirmed: 'cần đối chiếu với văn bản hiện hành', change: 'Đặt khác: {{name}}', newValue: 'Giá trị', unit: 'Đơn vị tính', scope: 'Áp dụng cho', takeBack: 'Dùng lại giá trị có sẵn',
    units: { workingHours: 'giờ làm việc', workingDays: 'ngày làm việc', days: 'ngày' },
    name: { clock_afterStop: 'Sau khi tạm dừng', clock_outsideHours: 'Nhận ngoài giờ làm việc', due_soon: 'Sắp đến hạn khi còn', due_early: 'Trước hạn là', migration_undoWithin: 'Hoàn tác việc chuyển phiên bản trong', message_keptFor: 'Giữ thông điệp chờ hồ sơ nhận trong',
      quality_onTimeGoal: 'Mục tiêu chất lượng: hồ sơ giải quyết đúng hạn (%)', quality_satisfiedGoal: 'Mục tiêu chất lượng: lượt đánh giá 4 hoặc 5 điểm (%)',
      retention_months: 'Xóa dữ liệu cá nhân sau khi hồ sơ kết thúc (tháng; 0 là không xóa)', follow_phoneDigits: 'Số chữ số cuối của điện thoại để tra cứu hồ sơ', follow_triesPerCode: 'Số lần tra cứu sai cho một mã hồ sơ', follow_triesPerAddress: 'Số lần tra cứu sai từ một địa chỉ mạng', follow_waitMinutes: 'Số phút phải chờ sau khi tra cứu sai quá số lần', signIn_triesPerAccount: 'Số lần nhập sai mật khẩu của một tài khoản', signIn_triesPerAddress: 'Số lần nhập sai mật khẩu từ một địa chỉ mạng', signIn_waitMinutes: 'Số phút phải chờ sau khi nhập sai mật khẩu quá số lần', requests_perPerson: 'Số yêu cầu mỗi phút của một cán bộ, trên mỗi máy chủ', requests_perProgram: 'Số yêu cầu mỗi phút của một chương trình, trên mỗi máy chủ', rating_openFor: 'Nhận đánh giá sau khi trả kết quả trong',
      version_approval: 'Ai phê duyệt phiên bản quy trình', version_ownApproval: 'Người soạn thảo tự phê duyệt', version_directIssue: 'Công bố thẳng, không qua góp ý và phê duyệt',
      notice_email: 'Báo cho người nộp qua thư điện tử', notice_text: 'Báo cho người nộp qua tin nhắn', notice_language: 'Ngôn ngữ của thông báo gửi người nộp',
      ...weights,
    },
    value: {
      clock_afterStop: { continues: 'tính tiếp thời gian đã dùng', restarts: 'tính lại từ đầu' }, clock_outsideHours: { asReceived: 'theo lúc nhận', nextOpening: 'như nhận lúc mở cửa kế tiếp' },
      due_early: { dayBefore: 'trước ngày hẹn', anyTime: 'trước giờ hẹn' },
      version_approval: { qmsOfficerThenLeader: 'thư ký ISO xem xét, lãnh đạo phê duyệt', leader: 'lãnh đạo phê duyệt' }, version_ownApproval: { refused: 'không', allowed: 'được' }, version_directIssue: { off: 'không', on: 'được' },
      notice_email: { on: 'có', off: 'không' }, notice_text: { on: 'có', off: 'không' }, notice_language: { vi: 'tiếng Việt', en: 'tiếng Anh', both: 'cả hai' },
    },
  },
};
