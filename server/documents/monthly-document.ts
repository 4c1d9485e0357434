/** A month of an agency as pages: figures beside those of the month before, what is late and by whose step, the service index. */
import type { IndexReport, LateRow, OverviewReport, Page } from '../contract.js';
import type { Column } from '../forms/blocks.js';
import { dateOnly, type Language } from '../i18n.js';
import type { Block } from './document.js';
import { indexBlocks } from './index-block.js';
import { MONTHLY_WORDS, type MonthlyWords } from './monthly-words.js';
import type { PlainDocument } from './plain-pdf.js';
import { filled, paragraph } from './said.js';

/** Months as `YYYY-MM`. */
export interface MonthlyFigures { agency: string; month: string; before: string; now: OverviewReport; former: OverviewReport; overdue: Page<LateRow>; index: IndexReport }
interface Saying { words: MonthlyWords; language: Language; n(value: number): string }

/** The first column is of words; `texts`: how many more. */
function table(names: readonly string[], widths: readonly (number | '*')[], rows: string[][], texts = 0): Block {
  return { kind: 'table', columns: names.map((name, at): Column => ({ name, width: widths[at] ?? '*', ...(at > texts && { right: true }) })), rows };
}
const monthName = (month: string): string => `${month.slice(5)}/${month.slice(0, 4)}`;

export function monthlyDocument(figures: MonthlyFigures, language: Language): PlainDocument {
  const words = MONTHLY_WORDS[language];
  const format = new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 1 });
  const say: Saying = { words, language, n: (value) => format.format(value) };
  const { sections } = words;
  const parts: [string, Block[]][] = [[sections.totals, totals(figures, say)], [sections.procedures, procedures(figures, say)], [sections.departments, departments(figures, say)], [sections.late, late(figures, say)], [sections.index, indexBlocks({ now: figures.index, said: words.index, ...say })]];
  return {
    agency: figures.agency, code: words.code, made: words.made, title: words.title, subtitle: filled(words.period, { month: monthName(figures.month), before: monthName(figures.before) }), date: dateOnly(new Date(figures.now.asOf)),
    blocks: parts.flatMap(([title, blocks], at) => [{ kind: 'heading', level: 1, text: `${at + 1}. ${title}` } as const, ...blocks]),
  };
}

function totals({ now, former }: MonthlyFigures, { words: { totals: said }, n }: Saying): Block[] {
  const rows = (['carriedOver', 'received', 'resolved', 'delivered', 'early', 'onTime', 'late'] as const).map((name) => [said[name], ...[now, former].map(({ totals: of }) => n(of[name] ?? 0))]);
  const share = ({ totals: { early = 0, onTime, late: over } }: OverviewReport): string => (early + onTime + over === 0 ? '–' : n(((early + onTime) / (early + onTime + over)) * 100));
  const { open, overdue, dueSoon, paused } = now.totals;
  return [table(said.columns, ['*', 80, 80], [...rows, [said.share, share(now), share(former)]]), paragraph(filled(said.now, { open: n(open), overdue: n(overdue), dueSoon: n(dueSoon), paused: n(paused) }))];
}

function procedures({ now }: MonthlyFigures, { words: { procedures: said }, n }: Saying): Block[] {
  const rows = now.byProcedure.filter(({ received, resolved }) => received + resolved > 0).map((row) => [row.name, n(row.received), n(row.resolved), n(row.early ?? 0), n(row.onTime), n(row.late)]);
  return rows.length === 0 ? [paragraph(said.none)] : [table(said.columns, ['*', 50, 50, 50, 50, 50], rows)];
}

function departments({ now }: MonthlyFigures, { words: { departments: said }, n }: Saying): Block[] {
  const rows = now.byDepartment.filter(({ received, completed }) => received + completed > 0).map((row) => [row.departmentName, n(row.received), n(row.completed), n(row.late), row.medianMinutes === undefined ? '–' : n(row.medianMinutes / 60)]);
  return rows.length === 0 ? [paragraph(said.none)] : [table(said.columns, ['*', 56, 56, 62, 66], rows)];
}

function late({ overdue: { items, total } }: MonthlyFigures, { words: { late: said }, n }: Saying): Block[] {
  const rows = items.map((row) => [
    `${row.dossierNo}\n${row.procedureName}`, row.steps.map(({ name, departmentName }) => `${name}${departmentName ? `, ${departmentName}` : ''}`).join('; '), dateOnly(new Date(row.dueAt)), n(row.overdueMinutes / 60),
    row.causes.slice(0, 2).map(({ step, minutes }) => filled(said.cause, { step, hours: n(minutes / 60) })).join('; ') || '–',
  ]);
  if (rows.length === 0) return [paragraph(said.none)];
  return [table(said.columns, ['*', 104, 62, 40, 100], rows, 2), ...(total > rows.length ? [paragraph(filled(said.more, { n: n(rows.length), total: n(total) }))] : [])];
}
