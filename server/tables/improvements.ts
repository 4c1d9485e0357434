/** Improvement records as the page lists them. Pure. */
import type { ImprovementRow, Page } from '../contract.js';
import { KINDS, SOURCES, STATES, VERDICTS } from '../documents/quality-words.js';
import { tableOf, type AnyTable, type Column } from './workbook.js';

const column = (header: string, width: number, value: Column<ImprovementRow>['value'], isDay = false): Column<ImprovementRow> => ({ header, width, isDay, value });
const COLUMNS: Column<ImprovementRow>[] = [
  column('Số phiếu', 16, (row) => row.no), column('Nội dung', 60, (row) => row.title), column('Thủ tục', 40, (row) => row.procedureName), column('Loại', 20, (row) => KINDS[row.kind]), column('Nguồn', 26, (row) => SOURCES[row.source]),
  column('Tình trạng', 22, (row) => STATES[row.state]), column('Mở ngày', 12, (row) => new Date(row.openedAt), true), column('Chịu trách nhiệm', 26, (row) => row.ownerName), column('Hạn', 12, (row) => new Date(`${row.dueDay}T00:00:00+07:00`), true),
  column('Phiên bản', 10, (row) => row.version), column('Hiệu quả', 16, (row) => row.verdict && VERDICTS[row.verdict]),
];

export const improvementTable = ({ items, total }: Page<ImprovementRow>): AnyTable => tableOf({ name: 'Phiếu cải tiến', columns: COLUMNS, rows: items, total });
