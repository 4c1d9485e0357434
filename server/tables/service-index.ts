/** The service index: by indicator, by group, by agency. Pure. */
import { INDEX_WORDS } from '../../engine/service-index/words.js';
import type { IndexSum } from '../../engine/service-index/points.js';
import type { IndexReport } from '../contract.js';
import { tableOf, type AnyTable, type Column } from './workbook.js';

const { groups: GROUPS, indicators: INDICATORS, absent: ABSENT, of: OF } = INDEX_WORDS.vi;
const column = <T>(header: string, width: number, value: Column<T>['value']): Column<T> => ({ header, width, value });
const whole = <T>(name: string, columns: readonly Column<T>[], rows: readonly T[]): AnyTable => tableOf({ name, columns, rows, total: rows.length });
const SUMS: Column<IndexSum>[] = [
  column('Điểm tối đa', 12, (row) => row.weight), column('Điểm tối đa của phần đo được', 16, (row) => row.measured), column('Điểm đạt', 12, (row) => row.points), column('Quy về thang 100', 14, (row) => row.score),
];

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
