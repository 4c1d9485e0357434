/** Words of the monthly report, in both languages. */
const vi = {
  title: 'Báo cáo tình hình giải quyết thủ tục hành chính', code: 'BC', made: 'lập ngày', period: 'Tháng {month}, so với tháng {before}',
  sections: { totals: 'Số liệu chung', procedures: 'Theo thủ tục', departments: 'Theo đơn vị', late: 'Hồ sơ đang quá hạn', index: 'Bộ chỉ số phục vụ người dân, doanh nghiệp' },
  totals: {
    columns: ['Số liệu', 'Tháng này', 'Tháng trước'], carriedOver: 'Tồn kỳ trước chuyển sang', received: 'Tiếp nhận trong tháng', resolved: 'Đã có kết quả', delivered: 'Đã trả kết quả', early: 'Trước hạn', onTime: 'Đúng hạn', late: 'Quá hạn', share: 'Trước và đúng hạn (%)',
    now: 'Khi lập báo cáo: {open} hồ sơ đang giải quyết, trong đó {overdue} quá hạn, {dueSoon} sắp đến hạn, {paused} đang tạm dừng.',
  },
  procedures: { columns: ['Thủ tục', 'Tiếp nhận', 'Có kết quả', 'Trước hạn', 'Đúng hạn', 'Quá hạn'], none: 'Không có hồ sơ nào trong tháng.' },
  departments: { columns: ['Đơn vị', 'Nhận việc', 'Làm xong', 'Quá hạn bước', 'Giờ mỗi việc, trung vị'], none: 'Không có việc nào trong tháng.' },
  late: { columns: ['Hồ sơ, thủ tục', 'Đang ở', 'Hẹn trả', 'Quá (giờ)', 'Vì bước'], none: 'Không có hồ sơ nào đang quá hạn.', more: '{n} hồ sơ quá hạn lâu nhất trong {total} hồ sơ.', cause: '{step} ({hours} giờ)' },
  index: { columns: ['Nhóm', 'Điểm', 'Đo được'], total: 'Cộng', score: 'Đạt {score} trên thang 100 của phần đo được.', none: 'Chưa có chỉ số nào đo được trong tháng.' },
};
export type MonthlyWords = typeof vi;

const en: MonthlyWords = {
  title: 'Monthly report on administrative procedures', code: 'MR', made: 'made on', period: 'Month {month}, beside {before}',
  sections: { totals: 'Figures', procedures: 'By procedure', departments: 'By department', late: 'Dossiers past their due date', index: 'Service index' },
  totals: {
    columns: ['Figure', 'This month', 'Month before'], carriedOver: 'Carried over', received: 'Received', resolved: 'Decided', delivered: 'Delivered', early: 'Early', onTime: 'On time', late: 'Late', share: 'Early and on time (%)',
    now: 'When this was made: {open} dossiers open, {overdue} of them overdue, {dueSoon} due soon, {paused} paused.',
  },
  procedures: { columns: ['Procedure', 'Received', 'Decided', 'Early', 'On time', 'Late'], none: 'No dossier in the month.' },
  departments: { columns: ['Department', 'Came', 'Completed', 'Past the limit of the step', 'Hours of a turn, median'], none: 'No work in the month.' },
  late: { columns: ['Dossier, procedure', 'Stands at', 'Due', 'Over (hours)', 'By step'], none: 'No dossier is past its due date.', more: 'The {n} longest overdue of {total}.', cause: '{step} ({hours} hours)' },
  index: { columns: ['Group', 'Points', 'Measurable'], total: 'Total', score: '{score} on the scale of 100, of what could be measured.', none: 'Nothing of the index could be measured in the month.' },
};

export const MONTHLY_WORDS = { vi, en } as const;
