/** Refusals about versions, drafts and records: with the pages on which they happen. */
export const versionProblems = {
  problem: {
    code: {
      'unknown-migration': 'Không có lần chuyển phiên bản này.',
      'undo-too-late': 'Đã quá thời gian được hoàn tác.', 'cannot-migrate': 'Hồ sơ chưa chuyển phiên bản được.', 'unknown-dossier': 'Không có hồ sơ này hoặc không thuộc phạm vi được xem.',
      'stale-draft': 'Bản nháp đã được người khác lưu sau khi mở. Xem bản mới trước khi lưu.',
      'published-meanwhile': 'Người khác vừa công bố phiên bản mới. Xem lại trước khi công bố.',
      'no-draft': 'Chưa có bản nháp để công bố.',
      'procedure-exists': 'Mã này đã có. Chọn mã khác.',
      'cannot-run': 'Lưu đồ chưa chạy được nên chưa công bố được. Xem lý do ở từng phần tử.',
      'in-review': 'Bản nháp đang được góp ý hoặc chờ công bố nên chưa sửa được. Lấy lại bản trình trước.',
      'direct-issue-off': 'Cơ quan không cho công bố thẳng. Trình góp ý, phê duyệt.',
      'wrong-state': 'Phiên bản không còn ở trạng thái này. Tải lại trang.',
      'open-comments': 'Còn ý kiến góp ý chưa giải quyết.',
      'unknown-improvement': 'Không có phiếu cải tiến này.',
      'unknown-comment': 'Ý kiến này không còn.',
      'too-many-comments': 'Đã có đủ số ý kiến cho phép.',
    },
  },
};
