/** Words used on every page. */
export const common = {
  app: { name: 'Dossierflow', tagline: 'Quy trình giải quyết thủ tục hành chính', skip: 'Đến nội dung chính', menu: 'Mở trình đơn', navigation: 'Điều hướng chính', language: 'Ngôn ngữ', vietnamese: 'Tiếng Việt', english: 'English', signedInAs: 'Đang làm việc với tên {{name}}', publicPages: 'Trang công khai', onBehalf: '{{name}} (thay {{of}})', standsIn: 'Đang làm thay {{name}} đến {{to}}', notFound: 'Không có trang này', notFoundText: 'Địa chỉ có thể đã đổi. Mở một mục trong trình đơn.' },
  nav: { work: 'Công việc', receive: 'Tiếp nhận', dossiers: 'Hồ sơ', procedures: 'Quy trình', overview: 'Điều hành', calendars: 'Lịch làm việc', rules: 'Quy tắc', settings: 'Thiết lập', organisation: 'Tổ chức', outbox: 'Thông báo đã gửi', personal: 'Dữ liệu cá nhân', improvements: 'Cải tiến', standIns: 'Làm thay', account: 'Tài khoản', signOut: 'Đăng xuất' },
  role: { oneStop: 'Cán bộ một cửa', officer: 'Chuyên viên', head: 'Trưởng phòng', leader: 'Lãnh đạo', seal: 'Văn thư', designer: 'Người thiết kế quy trình', manager: 'Quản lý', qmsOfficer: 'Cán bộ quản lý chất lượng', administrator: 'Quản trị hệ thống' },
  action: { excel: 'Tải Excel', cancel: 'Hủy', close: 'Đóng', save: 'Lưu', retry: 'Thử lại', back: 'Quay lại', open: 'Mở', clear: 'Bỏ lọc', previous: 'Trang trước', next: 'Trang sau', confirm: 'Xác nhận', search: 'Tìm' },
  state: { loading: 'Đang tải…', emptyTitle: 'Chưa có gì ở đây', errorTitle: 'Chưa tải được nội dung' },
  workingTime: { minutes: '{{n}} phút làm việc', hours: '{{n}} giờ làm việc', days: '{{n}} ngày làm việc' },
  shortTime: { minutes: '{{n}} phút', hours: '{{n}} giờ', days: '{{n}} ngày' }, shortOne: { minutes: '{{n}} phút', hours: '{{n}} giờ', days: '{{n}} ngày' },
  limitUnit: { workingHours: '{{n}} giờ làm việc', workingDays: '{{n}} ngày làm việc', days: '{{n}} ngày' },
  limitOne: { workingHours: '{{n}} giờ làm việc', workingDays: '{{n}} ngày làm việc', days: '{{n}} ngày' },
  workingOne: { minutes: '{{n}} phút làm việc', hours: '{{n}} giờ làm việc', days: '{{n}} ngày làm việc' },
  dossierState: {
    draft: 'Nháp', submitted: 'Mới nộp', received: 'Mới tiếp nhận', notReceived: 'Không được tiếp nhận', inProgress: 'Đang xử lý', awaitingSupplement: 'Chờ bổ sung',
    financialDuty: 'Chờ nghĩa vụ tài chính', withdrawn: 'Công dân rút hồ sơ', stopped: 'Dừng giải quyết', resolved: 'Chờ trả kết quả', delivered: 'Đã trả kết quả',
    refused: 'Từ chối', unresolved: 'Không giải quyết được',
  },
  workStatus: { offered: 'Chờ nhận việc', allocated: 'Đã giao', started: 'Đang làm' },
  channel: { desk: 'Trực tiếp', online: 'Trực tuyến', post: 'Bưu chính công ích' },
  page: { of: 'Trang {{page}} / {{pages}}', range: '{{from}}–{{to}} trong {{total}}' },
};
