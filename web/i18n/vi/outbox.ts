/** The page of messages to applicants. */
export const outbox = {
  outbox: {
    title: 'Thông báo gửi người nộp', text: 'Thư được gửi lại tự động trong hai ngày. Thư hỏng có thể gửi lại sau khi sửa địa chỉ hoặc máy chủ thư.', caption: '{{total}} thông báo', none: 'Không có thông báo nào.',
    state: 'Tình trạng', all: 'Tất cả', at: 'Lúc', to: 'Gửi tới', dossier: 'Hồ sơ', about: 'Nội dung', attempts: 'Số lần gửi: {{n}}', next: 'gửi lại lúc {{at}}', sentAt: 'gửi lúc {{at}}', actions: 'Thao tác', retry: 'Gửi lại', retryNamed: 'Gửi lại thông báo tới {{to}} về hồ sơ {{no}}', retried: 'Đã xếp vào hàng chờ gửi.',
    stateOf: { waiting: 'Chờ gửi', sending: 'Đang gửi', sent: 'Đã gửi', failed: 'Không gửi được', skipped: 'Bỏ qua' },
    kind: { received: 'Tiếp nhận hồ sơ', supplement: 'Yêu cầu bổ sung', extended: 'Gia hạn', ready: 'Có kết quả', refused: 'Từ chối' },
    channel: { email: 'thư điện tử', text: 'tin nhắn' },
  },
};
