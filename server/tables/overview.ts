/** The manager's overview: a sheet for each table of its page. Pure. */
import type { AtRiskPage, AtRiskRow, LateRow, NamedFigures, OverviewFigures, OverviewReport, Page, RatingReport } from '../contract.js';
import { CHANNELS } from '../forms/register.js';
import { STATES } from '../i18n.js';
import { tableOf, type AnyTable, type Column } from './workbook.js';

const hours = (minutes: number | undefined): number | undefined => (minutes === undefined ? undefined : Math.round((minutes / 60) * 100) / 100);
const whole = <T>(name: string, columns: readonly Column<T>[], rows: readonly T[], total = rows.length): AnyTable => tableOf({ name, columns, rows, total });
const column = <T>(header: string, width: number, value: Column<T>['value']): Column<T> => ({ header, width, value });

const FIGURES: readonly (readonly [string, keyof OverviewFigures])[] = [
  ['Tiếp nhận', 'received'], ['Kỳ trước chuyển sang', 'carriedOver'], ['Đã giải quyết', 'resolved'], ['Đã trả kết quả', 'delivered'], ['Trước hạn', 'early'], ['Đúng hạn', 'onTime'], ['Trễ hạn', 'late'],
  ['Đang xử lý', 'open'], ['Quá hạn', 'overdue'], ['Sắp đến hạn', 'dueSoon'], ['Tạm dừng', 'paused'],
];
const PAIR: Column<readonly [string, number]>[] = [column('Chỉ tiêu', 28, ([name]) => name), column('Số lượng', 12, ([, n]) => n)];
const named = (first: string): Column<NamedFigures>[] => [column(first, 44, (row) => row.name), ...FIGURES.map(([header, key]) => column<NamedFigures>(header, 12, (row) => row[key]))];
const DEPARTMENTS: Column<OverviewReport['byDepartment'][number]>[] = [
  column('Đơn vị', 36, (row) => row.departmentName), column('Việc đến', 12, (row) => row.received), column('Đã xong', 12, (row) => row.completed), column('Xong sau hạn của bước', 14, (row) => row.late), column('Đang xử lý', 12, (row) => row.open),
  column('Sắp đến hạn', 12, (row) => row.dueSoon), column('Quá hạn', 12, (row) => row.overdue), column('Tạm dừng', 12, (row) => row.paused), column('Thời gian thường gặp (giờ)', 16, (row) => hours(row.medianMinutes)),
];
const SERIES: Column<OverviewReport['series'][number]>[] = [
  column('Kỳ', 14, ({ period }) => period.split('-').reverse().join('/')), ...FIGURES.filter(([, key]) => ['received', 'resolved', 'delivered', 'early', 'onTime', 'late'].includes(key)).map(([header, key]) => column<OverviewReport['series'][number]>(header, 12, (row) => row[key as 'received'])),
];
const PLACE: Column<Pick<LateRow, 'dossierNo' | 'procedureName' | 'steps'>>[] = [
  column('Mã hồ sơ', 24, (row) => row.dossierNo), column('Thủ tục', 40, (row) => row.procedureName), column('Bước', 34, (row) => row.steps.map(({ name }) => name).join('; ')), column('Đơn vị', 30, (row) => [...new Set(row.steps.map(({ departmentName }) => departmentName))].join('; ')),
  column('Người xử lý', 24, (row) => row.steps.flatMap(({ assigneeName }) => assigneeName ?? []).join('; ')),
];
const LATE: Column<LateRow>[] = [
  ...PLACE, column('Hẹn trả', 17, (row) => new Date(row.dueAt)), column('Quá hạn (giờ làm việc)', 14, (row) => hours(row.overdueMinutes)),
  column('Do các bước (giờ làm việc)', 60, (row) => row.causes.map(({ step, departmentName, minutes }) => `${step} (${departmentName}): ${hours(minutes)}`).join('; ')),
];
const RATED: Column<RatingReport['byProcedure'][number]>[] = [column('Thủ tục', 44, (row) => row.name), column('Số đánh giá', 12, (row) => row.count), column('Trung bình (1-5)', 12, (row) => row.average)];

const AT_RISK: Column<AtRiskRow>[] = [
  ...PLACE, column('Hẹn trả', 17, (row) => new Date(row.dueAt)), column('Còn lại (giờ làm việc)', 14, (row) => hours(row.slackMinutes)), column('Một nửa còn cần (giờ)', 14, (row) => hours(row.halfMinutes)),
  column('Bảy phần mười còn cần đến (giờ)', 16, (row) => hours(row.mostMinutes)), column('Hồ sơ tương tự', 12, (row) => row.similar),
];

export function overviewTables(report: OverviewReport, { late, atRisk, ratings }: { late: Page<LateRow>; atRisk: AtRiskPage; ratings: RatingReport }): AnyTable[] {
  const { totals } = report;
  return [
    whole('Tổng hợp', PAIR, FIGURES.flatMap(([name, key]) => { const n = totals[key]; return n === undefined ? [] : [[name, n] as const]; })), whole('Theo trạng thái', PAIR, report.byState.map(({ state, n }) => [STATES[state].vi, n] as const)),
    whole('Theo thời gian', SERIES, report.series), whole('Theo cơ quan', named('Cơ quan tiếp nhận'), report.byAgency), whole('Theo đơn vị', DEPARTMENTS, report.byDepartment), whole('Theo thủ tục', named('Thủ tục'), report.byProcedure),
    whole('Theo lĩnh vực', named('Lĩnh vực'), report.byField.map((row) => ({ ...row, name: row.name || 'Chưa xếp lĩnh vực' }))), whole('Theo cách nộp', named('Cách nộp'), report.byChannel.map((row) => ({ ...row, name: CHANNELS[row.id as keyof typeof CHANNELS] }))),
    whole('Hồ sơ quá hạn', LATE, late.items, late.total), whole('Có thể trễ hạn', AT_RISK, atRisk.items, atRisk.total), whole('Mức độ hài lòng', RATED, ratings.byProcedure),
  ];
}
