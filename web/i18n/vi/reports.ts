/** The manager's page. */
export const reports = {
  overview: {
    title: 'Điều hành', asOf: 'Số liệu lúc {{at}}', period: 'Kỳ báo cáo', lastDays: '{{n}} ngày qua', totals: 'Tổng hợp', byState: 'Theo trạng thái', byDepartment: 'Theo đơn vị', dossiers: 'Hồ sơ', bar: 'Biểu đồ', department: 'Đơn vị',
    total: { received: 'Tiếp nhận', carriedOver: 'Kỳ trước chuyển sang', resolved: 'Đã giải quyết', early: 'Trước hạn', onTime: 'Đúng hạn', late: 'Trễ hạn', open: 'Đang xử lý', overdue: 'Quá hạn', paused: 'Tạm dừng' },
    column: { open: 'Đang xử lý', dueSoon: 'Sắp đến hạn', overdue: 'Quá hạn', completed: 'Đã xong', median: 'Thời gian thường gặp' },
    late: 'Hồ sơ quá hạn: {{n}}', noLate: 'Không có hồ sơ quá hạn.', more: 'Xem tất cả', fewer: 'Thu gọn', nobody: 'Chưa có người nhận', range: 'Kỳ từ {{from}} đến {{to}}',
  },
  ratings: {
    title: 'Mức độ hài lòng', none: 'Chưa có đánh giá nào trong kỳ.', summary: '{{count}} đánh giá, trung bình {{average}}/5', spread: 'Số đánh giá theo mức', score: 'Mức', count: 'Số đánh giá', average: 'Trung bình', byProcedure: 'Theo thủ tục', byDepartment: 'Theo đơn vị tham gia', procedure: 'Thủ tục', department: 'Đơn vị',
    comments: 'Góp ý', noComments: 'Chưa có góp ý nào.', said: '{{score}}/5 · {{procedure}} · {{at}}',
  },
  practice: {
    title: 'Phát hiện từ lưu đồ và từ hồ sơ', basis: 'Phiên bản {{version}}, {{n}} hồ sơ tiếp nhận từ {{from}} đến {{to}}. Mất nhiều giờ nhất trước.', none: 'Không có phát hiện nào.', cannotTell: 'Chưa đủ thông tin để kết luận: {{checks}}',
    column: { check: 'Kiểm tra', what: 'Phát hiện và cách sửa', source: 'Từ', hours: 'Giờ mất một năm', cases: 'Hồ sơ' }, source: { drawing: 'Lưu đồ', log: 'Hồ sơ' }, severity: { error: 'lỗi', warning: 'cảnh báo', advice: 'gợi ý' }, case: 'hồ sơ {{n}}', more: 'và {{n}} hồ sơ khác',
  },
  heat: {
    title: 'Thời gian nằm ở đâu', none: 'Chưa có quy trình nào được công bố.', noCases: 'Chưa có lượt hoàn thành nào trong kỳ.', cases: '{{n}} hồ sơ, phiên bản {{version}}. Số trên mỗi bước là phần trong tổng thời gian làm việc.', label: 'Lưu đồ tô màu theo thời gian của từng bước; số liệu ở bảng bên dưới', legend: 'Chú giải màu', working: 'Thời gian tính theo giờ và ngày làm việc.',
    column: { share: 'Phần thời gian', n: 'Lượt', median: 'Một nửa trong', p90: 'Chín phần mười trong', wait: 'Chờ', work: 'Làm', over: 'Vượt hạn bước' },
  },
};
