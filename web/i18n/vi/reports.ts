/** The manager's page. */
export const reports = {
  problem: { code: { 'unknown-report': 'Chưa có báo cáo của tháng này.' } },
  monthly: {
    title: 'Báo cáo tháng', note: 'Tự lập vào ngày 1 hằng tháng cho tháng vừa qua; số liệu giữ nguyên như khi lập.', none: 'Chưa có báo cáo nào.', caption: '{{n}} báo cáo', month: 'Tháng', made: 'Lập lúc', bySchedule: 'tự động', print: 'Bản in', vi: 'Báo cáo tháng {{month}}, PDF VI (tiếng Việt)', en: 'Báo cáo tháng {{month}}, PDF EN (tiếng Anh)', make: 'Lập báo cáo ngay', done: 'Đã có báo cáo tháng {{month}}',
  },
  overview: {
    title: 'Điều hành', index: 'Bộ chỉ số 766', asOf: 'Số liệu lúc {{at}}', totals: 'Tổng hợp', byState: 'Theo trạng thái', byDepartment: 'Theo đơn vị', byAgency: 'Theo cơ quan tiếp nhận', byProcedure: 'Theo thủ tục', byField: 'Theo lĩnh vực', byChannel: 'Theo cách nộp', dossiers: 'Hồ sơ', bar: 'Biểu đồ',
    department: 'Đơn vị', agency: 'Cơ quan', procedure: 'Thủ tục', field: 'Lĩnh vực', channel: 'Cách nộp', noField: 'Chưa xếp lĩnh vực', none: 'Không có số liệu.', range: 'Kỳ từ {{from}} đến {{to}}. Đang xử lý, quá hạn, sắp đến hạn và tạm dừng là số hiện tại.',
    ofWork: 'Số liệu của một đơn vị đếm việc (lượt thực hiện bước): việc đến, đã xong, xong trong hạn và sau hạn của bước.', work: { received: 'Việc đến', resolved: 'Đã xong', onTime: 'Xong trong hạn bước', late: 'Xong sau hạn bước' },
    total: { received: 'Tiếp nhận', carriedOver: 'Kỳ trước chuyển sang', resolved: 'Đã giải quyết', delivered: 'Đã trả kết quả', early: 'Trước hạn', onTime: 'Đúng hạn', late: 'Trễ hạn', open: 'Đang xử lý', overdue: 'Quá hạn', dueSoon: 'Sắp đến hạn', paused: 'Tạm dừng' },
    column: { came: 'Việc đến', open: 'Đang xử lý', dueSoon: 'Sắp đến hạn', overdue: 'Quá hạn', completed: 'Đã xong', late: 'Xong sau hạn bước', median: 'Thời gian thường gặp' },
    filter: { title: 'Chọn hồ sơ', all: 'Tất cả', period: 'Kỳ báo cáo', custom: 'Tự chọn ngày', from: 'Từ ngày', to: 'Đến ngày', by: 'Chia theo', byUsual: 'Theo độ dài của kỳ' },
    period: { days7: '7 ngày qua', days30: '30 ngày qua', days90: '90 ngày qua', month: 'Tháng này', quarter: 'Quý này', year: 'Năm nay', lastYear: 'Năm trước' }, by: { day: 'Ngày', month: 'Tháng', quarter: 'Quý', year: 'Năm' }, quarterNo: 'Quý {{n}}/{{year}}',
    series: { title: 'Theo thời gian', chart: 'Biểu đồ cột: mỗi kỳ đã giải quyết bao nhiêu, trước hạn, đúng hạn và trễ hạn; đường: tiếp nhận. {{n}} kỳ, từ {{first}} đến {{last}}; nhiều nhất {{most}} hồ sơ tiếp nhận trong kỳ {{when}}. Số liệu ở bảng bên cạnh.', chartOfWork: 'Biểu đồ cột: mỗi kỳ đã xong bao nhiêu việc, trong hạn và sau hạn của bước; đường: việc đến. {{n}} kỳ, từ {{first}} đến {{last}}; nhiều nhất {{most}} việc đến trong kỳ {{when}}. Số liệu ở bảng bên cạnh.', period: 'Kỳ' },
    late: 'Hồ sơ quá hạn: {{n}}', noLate: 'Không có hồ sơ quá hạn.', where: 'Bước, đơn vị, người xử lý', causes: 'Do các bước', cause: '{{step}}: {{time}} ({{share}})', otherCauses: '{{n}} bước khác: {{time}} ({{share}})', noCause: 'Chưa đủ thông tin',
    atRisk: 'Có thể trễ hạn: {{n}}', noAtRisk: 'Không thấy hồ sơ nào có thể trễ hạn.', atRiskNote: 'Còn trong hạn, nhưng {{least}} hồ sơ tương tự trở lên trong mười hai tháng qua cho thấy mười hồ sơ thì ba sẽ quá hạn. Tính lúc {{at}}.', reason: 'Lý do',
    why: 'Ở bước “{{step}}”: một nửa số hồ sơ tương tự còn cần {{half}} nữa, bảy phần mười còn cần đến {{most}}; hồ sơ này chỉ còn {{slack}} ({{n}} hồ sơ tương tự).',
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
    title: 'Thời gian nằm ở đâu', practised: 'Thủ tục này trong thực tế', excel: 'Excel: thời gian và phát hiện', none: 'Chưa có quy trình nào được công bố.', noCases: 'Chưa có lượt hoàn thành nào trong kỳ.', cases: '{{n}} hồ sơ có bước hoàn thành từ {{from}} đến {{to}}, phiên bản {{version}}. Số trên mỗi bước là phần trong tổng thời gian làm việc.', label: 'Lưu đồ tô màu theo thời gian của từng bước; số liệu ở bảng bên dưới', legend: 'Chú giải màu', working: 'Thời gian tính theo giờ và ngày làm việc, kể cả lúc tạm dừng tính hạn.',
    column: { share: 'Phần thời gian', n: 'Lượt', median: 'Một nửa trong', p90: 'Chín phần mười trong', wait: 'Chờ', work: 'Làm', over: 'Vượt hạn bước' },
  },
};
