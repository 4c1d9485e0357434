/** Working calendars and settings of time. */
export const calendar = {
  calendar: {
    title: 'Lịch làm việc', note: 'Giờ làm việc, ngày nghỉ và ngày làm bù mà mọi thời hạn được tính theo.', choose: 'Lịch', export: 'Xuất tệp lịch', import: 'Nhập tệp lịch', importWrong: 'Tệp chưa dùng được', noJson: '{{name}} không phải JSON: {{why}}',
    usedBy: 'Áp dụng cho: {{names}}', usedByOthers: 'Áp dụng cho mọi cơ quan không có lịch riêng.', monthView: 'Xem theo tháng', monthLabel: 'Tháng {{month}}/{{year}}', weekdays: 'Thứ Hai,Thứ Ba,Thứ Tư,Thứ Năm,Thứ Sáu,Thứ Bảy,Chủ nhật',
    previousMonth: 'Tháng trước', nextMonth: 'Tháng sau', today: 'Hôm nay', legend: 'Chú giải', kind: { open: 'Làm việc', half: 'Nửa ngày', makeUp: 'Làm bù', holiday: 'Nghỉ lễ', off: 'Nghỉ', none: 'Chưa có lịch' }, expected: 'dự kiến', changed: 'đang sửa',
    basis: 'Căn cứ', source: 'Nguồn', basisIs: 'Căn cứ: {{text}}', sourceIs: 'Nguồn: {{text}}', inherited: 'Theo lịch chung: {{name}}',
    mode: 'Ngày này', modes: { week: 'Theo giờ trong tuần và lịch chung', closed: 'Nghỉ cả ngày', hours: 'Có giờ riêng (làm bù, nửa ngày)' }, hours: 'Giờ làm việc', hoursHint: 'Ví dụ: 07:30-11:30, 13:00-17:00', hoursWrong: 'Ghi từng khoảng giờ, cách nhau bằng dấu phẩy: 07:30-11:30, 13:00-17:00.',
    dayName: 'Tên ngày nghỉ', dayNameOptional: 'Lý do có giờ riêng', confirmed: 'Đã có thông báo chính thức', putIn: 'Đưa vào bản sửa',
    periods: 'Giờ làm việc theo giai đoạn', addPeriod: 'Thêm giai đoạn', from: 'Từ ngày', periodName: 'Tên', change: 'Sửa', changePeriod: 'Sửa giai đoạn từ {{from}}', removePeriod: 'Xóa giai đoạn', noHours: 'nghỉ',
    unsaved: 'Bản sửa chưa có hiệu lực', unsavedText: 'Xem hồ sơ nào đổi ngày hẹn trước khi cho bản sửa có hiệu lực.', preview: 'Xem hồ sơ bị ảnh hưởng', discard: 'Bỏ bản sửa', wouldMove: '{{n}} hồ sơ đang mở đổi ngày hẹn, {{steps}} bước đổi hạn.', moves: 'Hồ sơ đổi ngày hẹn', before: 'Hẹn hiện tại', after: 'Hẹn mới',
    reason: 'Lý do', reasonHint: 'Ghi vào lịch sử của từng hồ sơ.', apply: 'Cho có hiệu lực', applied: 'Phiên bản {{version}} đã có hiệu lực', applying: 'Phiên bản {{version}} đang được áp dụng', appliedText: '{{moved}} hồ sơ đổi ngày hẹn; đã ghi vào lịch sử {{told}} / {{all}} hồ sơ.',
    versions: 'Các phiên bản', version: 'Phiên bản', savedAt: 'Lúc', savedBy: 'Người sửa', moved: 'Hồ sơ đổi hẹn',
  },
  settings: {
    title: 'Quy tắc tính thời hạn', note: 'Giá trị có sẵn dùng khi cơ quan không đặt khác; hồ sơ giữ quy tắc lúc tiếp nhận.', default: 'Giá trị có sẵn', all: 'Mọi cơ quan', unconfirmed: 'cần đối chiếu với văn bản hiện hành', change: 'Đặt khác: {{name}}', newValue: 'Giá trị', unit: 'Đơn vị tính', scope: 'Áp dụng cho', takeBack: 'Dùng lại giá trị có sẵn',
    units: { workingHours: 'giờ làm việc', workingDays: 'ngày làm việc', days: 'ngày' },
    name: { clock_afterStop: 'Sau khi tạm dừng', clock_outsideHours: 'Nhận ngoài giờ làm việc', due_soon: 'Sắp đến hạn khi còn', due_early: 'Trước hạn là', migration_undoWithin: 'Hoàn tác việc chuyển phiên bản trong', message_keptFor: 'Giữ thông điệp chờ hồ sơ nhận trong' },
    value: {
      clock_afterStop: { continues: 'tính tiếp thời gian đã dùng', restarts: 'tính lại từ đầu' }, clock_outsideHours: { asReceived: 'theo lúc nhận', nextOpening: 'như nhận lúc mở cửa kế tiếp' },
      due_early: { dayBefore: 'trước ngày hẹn', anyTime: 'trước giờ hẹn' },
    },
  },
};
