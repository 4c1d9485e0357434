/** Working calendars. */
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
    new: 'Thêm lịch', name: 'Tên lịch', code: 'Mã lịch', codeHint: 'Chữ thường không dấu, số, gạch nối; không đổi được về sau.', base: 'Lấy ngày nghỉ, ngày làm bù theo', noBase: 'Không, tự ghi ngày nghỉ', create: 'Tạo lịch', created: 'Đã tạo lịch {{name}}',
    assignments: 'Ai làm việc theo lịch nào', assign: 'Chọn lịch cho cơ quan', assigned: 'Các lần chọn lịch', assignedTo: 'Đã chọn lịch cho {{who}}', assignNote: 'Áp dụng cho hồ sơ tiếp nhận và bước bắt đầu từ đó. Hồ sơ và bước đang mở giữ lịch cũ.', who: 'Cơ quan hoặc bộ phận', agencies: 'Cơ quan', departments: 'Bộ phận', noOwn: 'Không có lịch riêng', nobody: 'nơi không có lịch riêng', unused: 'Chưa có nơi nào dùng.',
    codeWrong: 'Cần 2 đến 40 chữ thường không dấu, số hoặc gạch nối.', baseWrong: 'Lịch này không làm gốc được. Chọn lịch khác.', fromWrong: 'Không được trước hôm nay, cũng không trước ngày đầu tiên của lịch.',
  },
  problem: { code: {
    'unknown-calendar': 'Không có lịch làm việc này.',
    'bad-calendar': 'Lịch chưa hợp lệ. Xem từng chỗ bên dưới.',
    'stale-calendar': 'Lịch đã được người khác sửa sau khi mở. Tải lại trang rồi sửa lại.',
    'calendar-exists': 'Mã lịch này đã có. Chọn mã khác.',
  } },
};
