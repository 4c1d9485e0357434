/** The internal process table of a version: its steps with who, how long and what comes of it, and what is stated of the whole. */
import { sumOfSteps } from '../../engine/analysis/rules/t1-limit.js';
import { Subject } from '../../engine/analysis/subject.js';
import type { Plan, ProcessGraph } from '../../engine/graph/types.js';
import type { Decision } from '../../models/schemas/revision.js';
import { dateOnly, limitWords, type Language } from '../i18n.js';
import type { ProcedurePage } from '../pages/procedure.js';
import type { Block } from './document.js';
import type { PlainDocument } from './plain-pdf.js';
import { limitsWords, PAPER_WORDS } from './procedure-papers-words.js';
import { filled, paragraph } from './said.js';
import { stepTable, type StepNames } from './step-table.js';

export interface ProcessFacts extends StepNames { agency: string; at: Date; sheet: ProcedurePage; plan: Plan; root: ProcessGraph; isDraft: boolean; decision?: Decision }

export function processTable(facts: ProcessFacts, language: Language): PlainDocument {
  const { agency, at, sheet, isDraft } = facts;
  const { table: words, made } = PAPER_WORDS[language];
  return {
    agency, code: filled(words.code, { code: sheet.code }), made, title: words.title, subtitle: isDraft ? `${sheet.name}\n${words.draft}` : sheet.name, date: dateOnly(at),
    blocks: [stated(facts, language), { kind: 'heading', level: 1, text: words.steps }, ...(sheet.steps.length === 0 ? [paragraph(words.noSteps)] : [paragraph(words.note), stepTable(facts, language)])],
  };
}

function stated({ sheet, plan, root, isDraft, decision }: ProcessFacts, language: Language): Block {
  const { table: words, list } = PAPER_WORDS[language];
  const hours = Math.round(longestHours(plan, root) * 10) / 10;
  const rows: [string, string | undefined][] = [
    [words.number, sheet.code], [words.field, sheet.field], [words.issue, isDraft ? `${sheet.version}` : filled(list.issue, { version: sheet.version, from: dateOnly(sheet.since) })],
    [words.decision, decision && filled(words.decisionOf, { number: decision.number, date: decision.date.split('-').reverse().join('/') })],
    [words.limit, limitsWords(sheet, language)], [words.longest, hours > 0 ? limitWords({ value: hours, unit: 'workingHours' }, language) : undefined],
    [words.place, sheet.places.join('; ')], [words.units, [...new Set(sheet.steps.map(({ department }) => department).filter(Boolean))].join('; ')], [words.result, sheet.result],
  ];
  return { kind: 'table', columns: [{ name: words.facts[0]!, width: 150 }, { name: words.facts[1]!, width: '*' }], rows: rows.flatMap(([label, value]) => (value ? [[label, value]] : [])) };
}

/** As the check of the limit counts it. */
function longestHours({ processes }: Plan, root: ProcessGraph): number {
  return sumOfSteps(new Subject({ id: root.id, xml: '', processes: Object.values(processes), participants: [], messageFlows: [], diagnostics: [] }, root)).once;
}
