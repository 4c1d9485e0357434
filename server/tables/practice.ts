/** A procedure as it is carried out: a sheet for each table of its page. Pure. */
import type { HeatReport, PracticeReport, PracticeView, WaitingCause } from '../contract.js';
import { tableOf, type AnyTable, type Column } from './workbook.js';

const hours = (minutes: number | undefined): number | undefined => (minutes === undefined ? undefined : Math.round((minutes / 60) * 100) / 100);
const percent = (share: number | undefined): number | undefined => (share === undefined ? undefined : Math.round(share * 1000) / 10);
const part = (n: number, of: number): number | undefined => (of > 0 ? percent(n / of) : undefined);
const whole = <T>(name: string, columns: readonly Column<T>[], rows: readonly T[]): AnyTable => tableOf({ name, columns, rows, total: rows.length });
const column = <T>(header: string, width: number, value: Column<T>['value']): Column<T> => ({ header, width, value });

const STEPS: Column<PracticeView['steps'][number]>[] = [
  column('Bước', 40, (row) => row.name), column('Lượt', 10, (row) => row.executions), column('Hồ sơ', 10, (row) => row.dossiers), column('Lượt làm lại', 10, (row) => row.repeats), column('Phần thời gian (%)', 12, (row) => percent(row.share)),
  column('Chờ, một nửa trong (giờ)', 14, (row) => hours(row.waiting.half)), column('Chờ, chín phần mười trong (giờ)', 14, (row) => hours(row.waiting.nineInTen)), column('Làm, một nửa trong (giờ)', 14, (row) => hours(row.working.half)), column('Làm, chín phần mười trong (giờ)', 14, (row) => hours(row.working.nineInTen)),
  column('Tạm dừng (giờ)', 12, (row) => hours(row.stoodMinutes)), column('Hạn của bước (giờ)', 12, (row) => hours(row.limitMinutes)), column('Vượt hạn bước (%)', 12, (row) => percent(row.lateShare)),
];
const MONTHS: Column<PracticeView['months'][number]>[] = [
  column('Tháng', 12, (row) => row.month), column('Có kết quả', 12, (row) => row.settled), column('Một nửa trong (giờ)', 14, (row) => hours(row.half)), column('Chín phần mười trong (giờ)', 14, (row) => hours(row.nineInTen)), column('Trễ hạn', 10, (row) => row.late), column('Trễ hạn (%)', 10, (row) => part(row.late, row.withDue)),
];
const WAYS: Column<PracticeView['ways'][number]>[] = [
  column('Các bước', 90, (row) => row.steps.map(({ name }) => name).join(' → ')), column('Hồ sơ', 10, (row) => row.dossiers), column('Phần (%)', 10, (row) => percent(row.share)), column('Một nửa trong (giờ)', 14, (row) => hours(row.half)), column('Chín phần mười trong (giờ)', 14, (row) => hours(row.nineInTen)), column('Trễ hạn (%)', 10, (row) => part(row.late, row.withDue)),
];
type Doer = PracticeView['units'][number];
const doers = <T extends Doer>(first: readonly Column<T>[]): Column<T>[] => [
  ...first, column('Lượt', 10, (row) => row.executions), column('Hồ sơ', 10, (row) => row.dossiers), column('Chờ, một nửa trong (giờ)', 14, (row) => hours(row.waiting.half)), column('Làm, một nửa trong (giờ)', 14, (row) => hours(row.working.half)), column('Lượt vượt hạn bước (%)', 14, (row) => part(row.pastLimit, row.withLimit)),
];
const CAUSES: Column<WaitingCause>[] = [
  column('Bước', 40, (row) => row.name), column('Lượt', 10, (row) => row.executions), column('Chờ trung bình (giờ làm việc)', 16, (row) => row.meanHours), column('Gom làm một lượt (giờ)', 14, (row) => row.hours.batching), column('Người làm bận việc đến trước (giờ)', 16, (row) => row.hours.contention),
  column('Việc đến sau làm trước (giờ)', 16, (row) => row.hours.priority), column('Ngoài giờ làm việc (giờ)', 14, (row) => row.hours.closed), column('Lý do khác (giờ)', 14, (row) => row.hours.other),
];
const AGENCIES: Column<PracticeView['agencies'][number]>[] = [
  column('Cơ quan tiếp nhận', 40, (row) => row.name), column('Hồ sơ', 10, (row) => row.dossiers), column('Có kết quả', 12, (row) => row.elapsed.n), column('Một nửa trong (giờ)', 14, (row) => hours(row.elapsed.half)), column('Chín phần mười trong (giờ)', 14, (row) => hours(row.elapsed.nineInTen)), column('Trễ hạn (%)', 10, (row) => part(row.late, row.withDue)),
];
const FINDINGS: Column<PracticeReport['findings'][number]>[] = [
  column('Kiểm tra', 10, ({ finding }) => finding.check), column('Phát hiện', 80, ({ finding }) => finding.message), column('Cách sửa', 60, ({ finding }) => finding.suggestion), column('Từ', 12, ({ source }) => (source === 'log' ? 'Hồ sơ' : 'Lưu đồ')), column('Giờ mất một năm', 14, ({ finding }) => finding.hoursPerYear),
];

const HEAT: Column<HeatReport['elements'][number]>[] = [
  column('Bước', 40, (row) => row.name), column('Phần thời gian (%)', 12, (row) => percent(row.share)), column('Lượt', 10, (row) => row.n), column('Một nửa trong (giờ)', 14, (row) => hours(row.medianMinutes)), column('Chín phần mười trong (giờ)', 14, (row) => hours(row.p90Minutes)),
  column('Chờ trung bình (giờ)', 14, (row) => hours(row.waitMinutes)), column('Làm trung bình (giờ)', 14, (row) => hours(row.workMinutes)), column('Hạn của bước (giờ)', 12, (row) => hours(row.limitMinutes)), column('Vượt hạn bước (%)', 12, (row) => percent(row.overLimitShare)),
];

export const heatTables = (report: HeatReport, found: PracticeReport): AnyTable[] => [whole('Thời gian theo bước', HEAT, report.elements), whole('Phát hiện', FINDINGS, found.findings)];

export function practiceTables(view: PracticeView, found: PracticeReport): AnyTable[] {
  return [
    whole('Các bước', STEPS, view.steps), whole('Theo tháng', MONTHS, view.months), whole('Cách đi', WAYS, view.ways), whole('Vì sao chờ', CAUSES, found.causes), whole('Theo đơn vị', doers<Doer>([column('Đơn vị', 40, (row) => row.name)]), view.units),
    ...(view.people.length > 0 ? [whole('Theo người', doers<PracticeView['people'][number]>([column('Người làm', 28, (row) => row.name), column('Đơn vị', 40, (row) => row.departmentName)]), view.people)] : []),
    whole('Giữa các cơ quan', AGENCIES, view.agencies), whole('Phát hiện', FINDINGS, found.findings),
  ];
}
