/** The list of procedures of an agency: what applicants may ask for by field, then what the agency does for itself. */
import type { Decision } from '../../models/schemas/revision.js';
import { dateOnly, type Language } from '../i18n.js';
import type { ProcedurePage } from '../pages/procedure.js';
import type { Block } from './document.js';
import type { PlainDocument } from './plain-pdf.js';
import { limitsWords, PAPER_WORDS, type PaperWords } from './procedure-papers-words.js';
import { filled, paragraph } from './said.js';

export interface ListedProcedure { sheet: ProcedurePage; forApplicants: boolean; decision?: Decision }
interface Saying { words: PaperWords; language: Language; numbered: { last: number } }

const WIDTHS = [30, 48, '*', 78, 110, 62, 112, 80] as const;

export function procedureList({ agency, at, procedures }: { agency: string; at: Date; procedures: readonly ListedProcedure[] }, language: Language): PlainDocument {
  const words = PAPER_WORDS[language];
  const say: Saying = { words, language, numbered: { last: 0 } };
  const order = new Intl.Collator('vi', { numeric: true });
  const sorted = [...procedures].sort((a, b) => order.compare(a.sheet.code, b.sheet.code));
  const [applicants, internal] = [sorted.filter((each) => each.forApplicants), sorted.filter((each) => !each.forApplicants)];
  const { list: said } = words;
  return {
    agency, code: said.code, made: words.made, title: said.title, subtitle: filled(said.subtitle, { date: dateOnly(at), applicants: applicants.length, internal: internal.length }), date: dateOnly(at), sideways: true,
    blocks: [
      { kind: 'heading', level: 1, text: said.applicants }, ...byField(applicants, say),
      { kind: 'heading', level: 1, text: said.internal }, ...table(rowsOf(internal, say), say),
    ],
  };
}

/** The field before its procedures; numbered through the whole list. */
function byField(procedures: readonly ListedProcedure[], say: Saying): Block[] {
  const { list: said } = say.words;
  const fields = [...new Set(procedures.map(({ sheet }) => sheet.field ?? ''))].sort(new Intl.Collator('vi').compare);
  return table(fields.flatMap((field) => [[field === '' ? said.noField : filled(said.field, { field })], ...rowsOf(procedures.filter(({ sheet }) => (sheet.field ?? '') === field), say)]), say);
}

const rowsOf = (procedures: readonly ListedProcedure[], say: Saying): string[][] => procedures.map((each) => { say.numbered.last += 1; return row(each, say.numbered.last, say); });

function table(rows: string[][], { words: { list: said } }: Saying): Block[] {
  return rows.length === 0 ? [paragraph(said.none)] : [{ kind: 'table', columns: said.columns.map((name, at) => ({ name, width: WIDTHS[at]! })), rows }];
}

function row({ sheet, decision }: ListedProcedure, n: number, { words: { list: said, notStated }, language }: Saying): string[] {
  return [
    `${n}`, sheet.code, sheet.name, limitsWords(sheet, language), sheet.places.join('; ') || '–', sheet.fee ?? '–', sheet.legalBasis.map(({ ref }) => ref).join('; ') || notStated,
    [filled(said.issue, { version: sheet.version, from: dateOnly(sheet.since) }), ...(decision ? [filled(said.decision, { number: decision.number })] : [])].join('\n'),
  ];
}
