/** What the server may refuse, and what to do then: one sentence each. */
export const problems = {
  problem: {
    title: 'Chưa thực hiện được',
    connectionLost: 'Mất kết nối, chưa rõ yêu cầu đã được ghi hay chưa. Bấm lại: việc sẽ không bị làm hai lần.',
    unknown: 'Có lỗi ngoài dự kiến ({{code}}). Thử lại; nếu vẫn lỗi, báo quản trị hệ thống kèm mã này.',
    meanwhile: '{{name}} đã thực hiện "{{what}}" lúc {{at}}.',
    meanwhileUnknown: 'Đã có thay đổi "{{what}}" lúc {{at}}.',
    kept: 'Nội dung đã nhập được giữ lại bên dưới.',
    reload: 'Xem trạng thái mới',
    code: {
      'stale-work-item': 'Bước này vừa được xử lý.',
      'already-claimed': 'Việc này đã có người nhận.',
      'not-yours': 'Việc này do người khác phụ trách.',
      'forbidden': 'Vai trò hiện tại không được làm việc này.',
      'unauthenticated': 'Phiên làm việc đã hết. Đăng nhập lại để tiếp tục.',
      'csrf': 'Phiên làm việc đã đổi. Tải lại trang rồi thử lại.',
      'not-found': 'Không tìm thấy nội dung này.',
      'invalid': 'Một vài ô chưa hợp lệ. Xem ghi chú ở từng ô.',
      'precondition-failed': 'Bản nháp đã được người khác lưu sau khi mở.',
      'not-publishable': 'Lưu đồ chưa chạy được nên chưa công bố được.',
      'unavailable': 'Hệ thống đang khởi động lại. Thử lại sau ít giây.',
    },
  },
};
