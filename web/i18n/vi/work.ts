/** Sign-in and the work list. */
export const work = {
  signIn: { title: 'Đăng nhập', mustChange: 'Chọn mật khẩu mới', account: 'Tên tài khoản', password: 'Mật khẩu', show: 'Hiện hoặc ẩn mật khẩu', openId: 'Đăng nhập bằng tài khoản của cơ quan', refused: { unavailable: 'Hệ thống đăng nhập của cơ quan không trả lời. Thử lại sau, hoặc dùng mật khẩu.', failed: 'Đăng nhập ở hệ thống của cơ quan chưa xong hoặc đã bị hủy. Thử lại.', unknown: 'Tài khoản đó chưa được khai báo ở đây, hoặc người này đã thôi việc. Nhờ quản trị hệ thống thêm, hoặc chọn tài khoản khác.' }, demoTitle: 'Chọn một người để bắt đầu', demoText: 'Bản chạy thử: một lần bấm là vào, không cần mật khẩu.' },
  work: {
    title: 'Công việc', view: 'Phạm vi', mine: 'Của tôi', department: 'Phòng tôi', all: 'Tất cả',
    caption: 'Việc đang mở, {{view}}: {{total}} việc', overdue: '{{n}} quá hạn', dueSoon: '{{n}} sắp đến hạn',
    filter: 'Tìm mã hồ sơ, người nộp, bước…', status: 'Tình trạng', anyStatus: 'Mọi tình trạng', procedure: 'Thủ tục', anyProcedure: 'Mọi thủ tục',
    dossier: 'Hồ sơ', applicant: 'Người nộp', step: 'Bước', procedureShort: 'Thủ tục', assignee: 'Người làm', dueAt: 'Hạn trả', due: 'Tình trạng', actions: 'Thao tác',
    claim: 'Nhận việc', release: 'Trả lại', open: 'Mở hồ sơ {{no}}', claimOf: 'Nhận việc {{no}}', releaseOf: 'Trả lại việc {{no}}', select: 'Chọn hồ sơ {{no}}', selectAll: 'Chọn cả trang',
    released: 'Đã trả lại việc.',
    emptyMine: 'Hiện không có việc nào của riêng mình', emptyMineText: 'Xem mục Phòng tôi để nhận việc mới.', emptyDepartment: 'Phòng không còn việc chờ', emptyFilter: 'Không có việc nào khớp bộ lọc', emptyText: 'Danh sách tự cập nhật khi có hồ sơ chuyển đến.',
    arrived: '{{n}} việc mới vừa đến danh sách.',
    keys: 'Phím tắt', keysTitle: 'Phím tắt', keyNext: 'Dòng sau', keyPrevious: 'Dòng trước', keyOpen: 'Mở hồ sơ', keySelect: 'Chọn dòng', keySearch: 'Đến ô tìm kiếm', keyGo: 'Đến trang {{page}}', keyPalette: 'Tìm hồ sơ, thủ tục, trang, lệnh', keysList: 'Trong danh sách', keysAnywhere: 'Ở mọi trang', keyHelp: 'Hiện bảng này', keysEnabled: 'Bật phím tắt một chữ',
    look: 'Cột, cách xem', column: { applicant: 'Người nộp', step: 'Bước', procedure: 'Thủ tục', department: 'Bộ phận', assignee: 'Người làm', since: 'Đến bước lúc', stepDue: 'Hạn bước', due: 'Hạn trả' },
    onBehalf: 'thay {{name}}',
    sortBy: 'Sắp xếp theo {{column}}',
  },
};
