/** Refusals about versions, drafts and records: with the pages on which they happen. */
export const versionProblems = {
  problem: {
    code: {
      'wrong-state': 'Phiên bản không còn ở trạng thái này. Tải lại trang.',
      'open-comments': 'Còn ý kiến góp ý chưa giải quyết.',
      'unknown-improvement': 'Không có phiếu cải tiến này.',
      'unknown-comment': 'Ý kiến này không còn.',
      'too-many-comments': 'Đã có đủ số ý kiến cho phép.',
    },
  },
};
