/** The life of a version: its page, and comments beside the drawing. */
export const versions = {
  version: {
    title: '{{name}} – phiên bản {{version}}', life: 'Tình trạng', back: 'Về trang quy trình', design: 'Mở trong trình thiết kế', drawing: 'Lưu đồ', document: 'Văn bản (PDF)', processTable: 'Bảng quy trình nội bộ', signed: 'Bản ký số', signedBy: '{{signer}} ký lúc {{at}}', signedTest: '(chứng thư thử nghiệm)', verify: 'Xác minh', history: 'Quá trình', acts: 'Việc cần làm', nothing: 'Không có việc nào ở bước này.',
    state: { inReview: 'Đang góp ý', returned: 'Trả lại người soạn', approved: 'Đã phê duyệt', announced: 'Đã công bố, chờ hiệu lực', inForce: 'Đang có hiệu lực', replaced: 'Đã được thay thế', withdrawn: 'Đã thu hồi' },
    act: { submitted: 'Trình góp ý, phê duyệt', returned: 'Trả lại người soạn', reviewed: 'Xem xét', approved: 'Phê duyệt', announced: 'Công bố', issued: 'Công bố thẳng', inForce: 'Có hiệu lực', replaced: 'Được thay thế', withdrawn: 'Thu hồi' },
    byItself: 'tự động, đến ngày', replacedBy: 'bằng phiên bản {{version}}', authors: 'Người soạn thảo', note: 'Nội dung thay đổi', inForceFrom: 'Có hiệu lực từ', decision: 'Quyết định công bố', decisionOf: 'số {{number}} ngày {{date}}, {{signatory}} ký', approvals: 'Xem xét, phê duyệt',
    approval: { reviewed: 'Xem xét (thư ký ISO)', approved: 'Phê duyệt (lãnh đạo)' }, given: '{{name}}, {{at}}', notGiven: 'chưa có',
    whyNot: { 'four-eyes': 'Người soạn thảo hoặc người đã xem xét không được phê duyệt.', 'open-comments': 'Giải quyết hết ý kiến góp ý rồi mới phê duyệt được.' },
    goTo: 'Xem phiên bản {{version}}: {{state}}',
    approve: 'Đồng ý, phê duyệt', remark: 'Ghi chú', sendBack: 'Trả lại', reason: 'Lý do', announce: 'Công bố', number: 'Số quyết định', date: 'Ngày quyết định', signatory: 'Người ký', position: 'Chức vụ người ký', withdraw: 'Thu hồi', done: 'Đã ghi.',
    wrong: { inForceFrom: 'Không được trước hôm nay, cũng không trước ngày của phiên bản đã công bố trước.', date: 'Không được sau hôm nay.' },
    differences: { title: 'Thay đổi', against: 'Thay đổi so với phiên bản {{version}}', first: 'Đây là phiên bản đầu tiên.', none: 'Không có thay đổi nào.', side: 'Lưu đồ được xem', after: 'Phiên bản {{version}} (này)', before: 'Phiên bản {{version}} (trước)', added: 'thêm', removed: 'bỏ', changed: 'đổi', change: 'Thay đổi', what: 'Nội dung', attribute: 'Thuộc tính', was: 'Trước', is: 'Nay' },
    comments: { title: 'Ý kiến góp ý', none: 'Chưa có ý kiến nào.', whole: 'Cả quy trình', on: 'Về', text: 'Ý kiến', add: 'Gửi ý kiến', answer: 'Trả lời', answerTo: 'Trả lời ý kiến: {{text}}', resolve: 'Đã giải quyết', resolveOf: 'Đánh dấu đã giải quyết: {{text}}', reopen: 'Mở lại', reopenOf: 'Mở lại ý kiến: {{text}}', show: 'Xem trên lưu đồ: {{name}}', gone: 'phần tử không còn trong lưu đồ', resolvedBy: 'Đã giải quyết: {{name}}, {{at}}', open: 'Chưa giải quyết', count: '{{n}} chưa giải quyết', chip: '{{n}} góp ý' },
  },
};
