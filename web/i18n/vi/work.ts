/** Sign-in and the work list. */
export const work = {
  signIn: { title: 'Đăng nhập', demoTitle: 'Chọn một người để bắt đầu', demoText: 'Bản chạy thử: một lần bấm là vào, không cần mật khẩu.', unavailable: 'Chưa có cách đăng nhập nào được bật trên máy chủ này.' },
  work: {
    title: 'Công việc', view: 'Phạm vi', mine: 'Của tôi', department: 'Phòng tôi', all: 'Tất cả',
    caption: 'Việc đang mở, {{view}}: {{total}} việc', overdue: '{{n}} quá hạn', dueSoon: '{{n}} sắp đến hạn',
    filter: 'Tìm mã hồ sơ, người nộp, bước…', status: 'Tình trạng', anyStatus: 'Mọi tình trạng', procedure: 'Thủ tục', anyProcedure: 'Mọi thủ tục',
    dossier: 'Hồ sơ', applicant: 'Người nộp', step: 'Bước', procedureShort: 'Thủ tục', assignee: 'Người làm', since: 'Đến bước lúc', dueAt: 'Hạn trả', due: 'Tình trạng', actions: 'Thao tác',
    claim: 'Nhận việc', release: 'Trả lại', open: 'Mở hồ sơ {{no}}', claimOf: 'Nhận việc {{no}}', releaseOf: 'Trả lại việc {{no}}', select: 'Chọn hồ sơ {{no}}', selectAll: 'Chọn cả trang',
    selected: 'Đã chọn {{n}} việc', claimSelected: 'Nhận các việc đã chọn', claimed: 'Đã nhận {{n}} việc.', released: 'Đã trả lại việc.', someFailed: '{{n}} việc không nhận được: đã có người khác nhận.',
    emptyMine: 'Hiện không có việc nào của riêng mình', emptyMineText: 'Xem mục Phòng tôi để nhận việc mới.', emptyDepartment: 'Phòng không còn việc chờ', emptyFilter: 'Không có việc nào khớp bộ lọc', emptyText: 'Danh sách tự cập nhật khi có hồ sơ chuyển đến.',
    keys: 'Phím tắt', keysTitle: 'Phím tắt trong danh sách', keyNext: 'Dòng sau', keyPrevious: 'Dòng trước', keyOpen: 'Mở hồ sơ', keySelect: 'Chọn dòng', keySearch: 'Đến ô tìm kiếm', keyHelp: 'Hiện bảng này', keysEnabled: 'Bật phím tắt một chữ',
    sortBy: 'Sắp xếp theo {{column}}',
  },
};
