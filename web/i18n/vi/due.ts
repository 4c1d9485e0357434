/** Timeliness and the ledger of a due date. */
export const due = {
  onTime: 'Đúng hạn', dueSoon: 'Sắp đến hạn', overdue: 'Quá hạn', paused: 'Tạm dừng', early: 'Trước hạn', late: 'Trễ hạn', none: 'Không có hạn', overdueBy: 'Quá hạn {{time}}', lateBy: 'Trễ hạn {{time}}',
  title: 'Hạn trả kết quả', limit: 'Thời hạn {{limit}}, {{rule}}', how: 'Cách tính hạn', from: 'Từ', to: 'Đến', why: 'Lý do', counted: 'Tính vào hạn',
  sum: 'Cộng phần tính vào hạn', stepHow: 'Cách tính hạn của bước', clocks: 'Các đồng hồ khác', clocksHint: 'Thời gian từng cơ quan giữ hồ sơ, theo lịch làm việc của cơ quan đó; hạn của người dân chỉ tính một lần.', agency: 'Cơ quan', calendar: 'Lịch làm việc', spent: 'Đã giữ', agencyState: 'Tình trạng', running: 'Đang xử lý', stopped: 'Không giữ hồ sơ',
  ownLimit: 'Hạn riêng: {{at}}', notice: 'Thời gian ngoài thời hạn giải quyết: {{name}}, từ {{from}} đến {{at}}', held: 'Dừng cùng hồ sơ: {{name}}', deadline: 'Mốc thời gian đang chạy: {{name}}, từ {{from}} đến {{at}}',
  rules: { hourExact: 'tính theo giờ làm việc', dayCount: 'tính theo ngày làm việc, không kể ngày nhận', calendarDays: 'tính theo ngày', sameDay: 'trả trong ngày' },
};
