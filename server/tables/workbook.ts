/** Tables to Excel: typed cells under Vietnamese headings, and a sheet that says what the file holds. */
import writeExcelFile, { type Row } from 'write-excel-file/node';
import { dateTime } from '../i18n.js';

/** Rows of one file; a longer list is narrowed down by its filters. */
export const MOST_ROWS = 10_000;
export type CellValue = string | number | Date | undefined;
/** `value`: a number stays one, an instant becomes a date of the desk, everything else is text whatever it begins with. */
export interface Column<T> { header: string; /** Characters. */ width: number; /** An instant says its day alone. */ isDay?: boolean; value(row: T): CellValue }
export interface Table<T> { name: string; columns: readonly Column<T>[]; rows: readonly T[]; /** How many there are; more than the rows when the file does not hold all. */ total: number }
/** Whatever its rows are. */
export interface AnyTable { name: string; rows: Row[]; widths: number[]; held: number; total: number }

const DESK_OFFSET_MS = 7 * 3_600_000;
const HEADING = { type: String, fontWeight: 'bold', backgroundColor: '#DCEBEF', wrap: true, alignVertical: 'top' } as const;
/** Characters that a cell may hold, by the file format. */
const MOST_TEXT = 32_000;
/** What XML cannot carry. */
const UNWRITABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

export function tableOf<T>({ name, columns, rows, total }: Table<T>): AnyTable {
  return {
    name, widths: columns.map(({ width }) => width), held: rows.length, total,
    rows: [columns.map(({ header }) => ({ ...HEADING, value: header })), ...rows.map((row) => columns.map((column) => cellOf(column.value(row), column.isDay)))],
  };
}

/** The type is always said: nothing is left for the program that opens the file to guess, so that no text becomes a formula. */
function cellOf(value: CellValue, isDay = false): Row[number] {
  if (value === undefined || value === '') return null;
  if (typeof value === 'number') return { type: Number, value };
  if (value instanceof Date) return { type: Date, value: new Date(value.getTime() + DESK_OFFSET_MS), format: isDay ? 'dd/mm/yyyy' : 'dd/mm/yyyy hh:mm', align: 'left' };
  return { type: String, value: value.replace(UNWRITABLE, '').slice(0, MOST_TEXT), wrap: true, alignVertical: 'top' };
}

/** `about`: lines for the last sheet, beside when it was made and how many rows it holds. */
export async function workbookOf(tables: readonly AnyTable[], about: readonly (readonly [label: string, text: string])[], now: Date): Promise<Buffer> {
  const lines: [string, string][] = [...about.map(([label, text]): [string, string] => [label, text]), ['Lập lúc', dateTime(now)], ...tables.map((table): [string, string] => [table.name, heldWords(table)])];
  const information = { sheet: 'Thông tin', columns: [{ width: 28 }, { width: 70 }], data: lines.map(([label, text]): Row => [{ ...HEADING, value: label }, cellOf(text)]) };
  const sheets = tables.map(({ name, rows, widths }) => ({ sheet: name, data: rows, columns: widths.map((width) => ({ width })), stickyRowsCount: 1 }));
  return writeExcelFile([...sheets, information]).toBuffer();
}

function heldWords({ held, total }: AnyTable): string {
  return held < total ? `${held} dòng đầu trong ${total} dòng; hãy lọc hẹp hơn để có đủ` : `${held} dòng`;
}
