/** A procedure as it is carried out. */
export const practised = {
  practised: {
    title: 'Thủ tục trong thực tế', basis: '{{n}} hồ sơ tiếp nhận từ {{from}} đến {{to}}; số liệu lúc {{asOf}}. Thời gian là giờ và ngày làm việc, không tính lúc tạm dừng.', cut: 'Chỉ xem các hồ sơ mới nhất trong kỳ.', none: 'Không có hồ sơ nào trong kỳ và bộ lọc này.',
    filter: { title: 'Lọc', from: 'Tiếp nhận từ ngày', to: 'Đến ngày', version: 'Phiên bản', agency: 'Cơ quan tiếp nhận', department: 'Có bước ở đơn vị', channel: 'Hình thức nộp', all: 'Tất cả', versionNo: 'Phiên bản {{n}}' },
    total: { dossiers: 'Hồ sơ', settled: 'Có kết quả', open: 'Chưa kết thúc', late: 'Trễ hạn', half: 'Một nửa trong', nineInTen: 'Chín phần mười trong' },
    show: 'Tô màu theo', measure: { waiting: 'Thời gian chờ', working: 'Thời gian làm', frequency: 'Số lượt', rework: 'Làm lại', late: 'Vượt hạn bước' },
    map: { title: 'Trên lưu đồ', label: 'Lưu đồ tô màu theo: {{measure}}; số liệu ở bảng bên dưới', way: 'Cách đi của {{n}} hồ sơ được tô trên lưu đồ', back: 'Trở lại bản đồ màu', legend: 'Chú giải màu', upTo: 'đến {{value}}', average: 'Số trên mỗi bước: {{measure}}, trung bình một lượt; phần trăm với làm lại và vượt hạn.' },
    steps: { title: 'Các bước', executions: 'Lượt', dossiers: 'Hồ sơ', repeats: 'Làm lại', share: 'Phần thời gian', waiting: 'Chờ trung bình', waitingHalf: 'Chờ, một nửa trong', working: 'Làm trung bình', workingHalf: 'Làm, một nửa trong', stood: 'Tạm dừng', limit: 'Hạn bước', late: 'Vượt hạn', step: 'Bước' },
    times: { title: 'Quy định, lưu đồ và thực tế', what: 'Thời gian', value: 'Một hồ sơ', declared: 'Thời hạn công bố', drawn: 'Tổng hạn các bước, theo đường dài nhất', half: 'Thực tế, một nửa trong', nineInTen: 'Thực tế, chín phần mười trong', unknown: 'chưa khai' },
    months: { title: 'Theo tháng có kết quả', month: 'Tháng', settled: 'Hồ sơ', late: 'Trễ hạn', bar: 'Một nửa (đậm) và chín phần mười (nhạt)' },
    ways: { title: 'Các cách đi', column: 'Các bước', show: 'Xem trên lưu đồ', showNo: 'Xem trên lưu đồ: cách {{n}}', no: 'Cách', others: 'Còn {{ways}} cách khác, {{n}} hồ sơ.', sample: 'Ví dụ', open: 'hồ sơ {{n}}', none: 'Chưa có hồ sơ nào kết thúc.', share: 'Phần' },
    causes: { title: 'Vì sao hồ sơ chờ', note: 'Giờ chờ của mọi lượt, chia theo nguyên nhân. Ngoài giờ làm việc tính theo đồng hồ, các cột khác theo giờ làm việc.', mean: 'Chờ trung bình', batching: 'Gom làm một lượt', contention: 'Người làm bận việc đến trước', priority: 'Việc đến sau làm trước', closed: 'Ngoài giờ làm việc', other: 'Lý do khác', none: 'Chưa đủ thông tin: cần biết ai nhận việc và lúc nào.' },
    units: { title: 'Đơn vị', unit: 'Đơn vị', limitShare: 'Lượt vượt hạn bước' },
    people: { title: 'Người làm', person: 'Người làm', note: 'Số liệu nói về bước và khối lượng việc, không phải để chấm điểm người. Chỉ lãnh đạo và người phụ trách đơn vị thấy tên.' },
    agencies: { title: 'Cùng thủ tục giữa các cơ quan', agency: 'Cơ quan tiếp nhận', best: 'nhanh nhất', show: 'Xem cách đi thường gặp trên lưu đồ', showOf: 'Xem cách đi thường gặp trên lưu đồ: {{name}}', few: 'Nhanh nhất là cơ quan có thời gian giữa ngắn nhất, từ {{n}} hồ sơ có kết quả trở lên.' },
    moves: {
      title: 'Hồ sơ đi trên lưu đồ', open: 'Cho hồ sơ chạy trên lưu đồ', note: '{{n}} hồ sơ mới nhất trong kỳ, từng bước theo thời gian thật. Mỗi chấm là một hồ sơ; số là số hồ sơ đang ở bước.', play: 'Chạy', pause: 'Dừng', back: 'Lùi một ngày', forward: 'Tới một ngày', time: 'Thời điểm', speed: 'Tốc độ', perSecond: '{{n}} ngày mỗi giây',
      label: 'Lưu đồ với các hồ sơ đang đi; cùng số liệu ở bảng bên dưới', table: 'Lúc {{at}}: {{n}} hồ sơ đang mở', step: 'Bước', here: 'Hồ sơ ở bước', which: 'Hồ sơ', between: 'Giữa hai bước', nothing: 'Không có hồ sơ nào đang mở lúc này.', still: 'Máy của bạn yêu cầu ít chuyển động: hồ sơ nhảy từng ngày.',
    },
  },
};
