/** The service index: by indicator, by group, by agency. Pure. */
import { INDEX_WORDS } from '../../engine/service-index/words.js';
import type { IndexSum } from '../../engine/service-index/points.js';
import type { IndexCase, IndexReport, Page } from '../contract.js';
import { tableOf, type AnyTable, type Column } from './workbook.js';

const { groups: GROUPS, indicators: INDICATORS, absent: ABSENT, of: OF, parts: PARTS } = INDEX_WORDS.vi;
const column = <T>(header: string, width: number, value: Column<T>['value']): Column<T> => ({ header, width, value });
const whole = <T>(name: string, columns: readonly Column<T>[], rows: readonly T[]): AnyTable => tableOf({ name, columns, rows, total: rows.length });
const SUMS: Column<IndexSum>[] = [
  column('Điểm tối đa', 12, (row) => row.weight), column('Điểm tối đa của phần đo được', 16, (row) => row.measured), column('Điểm đạt', 12, (row) => row.points), column('Quy về thang 100', 14, (row) => row.score),
];

const CASES: Column<IndexCase>[] = [
  column('Số', 24, (row) => row.no), column('Nội dung', 60, (row) => row.name), column('Lúc', 17, (row) => row.at && new Date(row.at)), column('Hạn', 17, (row) => row.dueAt && new Date(row.dueAt)), column('Điểm đánh giá (1-5)', 12, (row) => row.score),
  column('Còn thiếu', 50, (row) => row.missing?.map((part) => PARTS[part]).join('; ')),
];

/** What stands behind an indicator. */
export const indexCaseTable = ({ items, total }: Page<IndexCase>): AnyTable => tableOf({ name: 'Phía sau chỉ tiêu', columns: CASES, rows: items, total });

export function indexTables(report: IndexReport): AnyTable[] {
  return [
    whole<IndexReport['indicators'][number]>('Chỉ tiêu', [
      column('Nhóm', 34, (row) => GROUPS[row.group]), column('Chỉ tiêu', 56, (row) => INDICATORS[row.id]), column('Đạt', 12, (row) => row.met), column('Trên tổng', 12, (row) => row.all), column('Tính bằng', 14, (row) => OF[row.of]),
      column('Điểm tối đa', 12, (row) => row.weight), column('Điểm đạt', 12, (row) => row.points), column('Chưa có điểm vì', 44, (row) => (row.absent === undefined ? undefined : ABSENT[row.absent])),
    ], report.indicators),
    whole<IndexReport['groups'][number]>('Nhóm chỉ số', [column('Nhóm', 34, (row) => GROUPS[row.id]), ...SUMS], report.groups),
    whole<IndexReport['series'][number]>('Theo kỳ', [column('Kỳ', 14, (row) => row.period), ...SUMS], report.series),
    whole<IndexReport['agencies'][number]>('Theo cơ quan', [column('Cơ quan', 40, (row) => row.name), ...SUMS], report.agencies),
  ];
}
