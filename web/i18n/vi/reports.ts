/** The manager's page. */
export const reports = {
  overview: {
    title: 'Điều hành', asOf: 'Số liệu lúc {{at}}', period: 'Kỳ báo cáo', lastDays: '{{n}} ngày qua', totals: 'Tổng hợp', byState: 'Theo trạng thái', byDepartment: 'Theo đơn vị', dossiers: 'Hồ sơ', bar: 'Biểu đồ', department: 'Đơn vị',
    total: { received: 'Tiếp nhận', carriedOver: 'Kỳ trước chuyển sang', resolved: 'Đã giải quyết', early: 'Trước hạn', onTime: 'Đúng hạn', late: 'Trễ hạn', open: 'Đang xử lý', overdue: 'Quá hạn', paused: 'Tạm dừng' },
    column: { open: 'Đang xử lý', dueSoon: 'Sắp đến hạn', overdue: 'Quá hạn', completed: 'Đã xong', median: 'Thời gian thường gặp' },
    late: 'Hồ sơ quá hạn: {{n}}', noLate: 'Không có hồ sơ quá hạn.', more: 'Xem tất cả', fewer: 'Thu gọn', nobody: 'Chưa có người nhận', range: 'Kỳ từ {{from}} đến {{to}}',
  },
  heat: {
    title: 'Thời gian nằm ở đâu', none: 'Chưa có quy trình nào được công bố.', noCases: 'Chưa có lượt hoàn thành nào trong kỳ.', cases: '{{n}} hồ sơ, phiên bản {{version}}. Số trên mỗi bước là phần trong tổng thời gian làm việc.', label: 'Lưu đồ tô màu theo thời gian của từng bước; số liệu ở bảng bên dưới', legend: 'Chú giải màu', working: 'Thời gian tính theo giờ và ngày làm việc.',
    column: { share: 'Phần thời gian', n: 'Lượt', median: 'Một nửa trong', p90: 'Chín phần mười trong', wait: 'Chờ', work: 'Làm', over: 'Vượt hạn bước' },
  },
};
