/** Timeliness and the ledger of a due date. */
export const due = {
  onTime: 'Đúng hạn', dueSoon: 'Sắp đến hạn', overdue: 'Quá hạn', paused: 'Tạm dừng', early: 'Trước hạn', late: 'Trễ hạn', none: 'Không có hạn', overdueBy: 'Quá hạn {{time}}', lateBy: 'Trễ hạn {{time}}',
  title: 'Hạn trả kết quả', limit: 'Thời hạn {{limit}}, {{rule}}', how: 'Cách tính hạn', from: 'Từ', to: 'Đến', why: 'Lý do', counted: 'Tính vào hạn',
  rules: { hourExact: 'tính theo giờ làm việc', dayCount: 'tính theo ngày làm việc, không kể ngày nhận', calendarDays: 'tính theo ngày', sameDay: 'trả trong ngày' },
};
