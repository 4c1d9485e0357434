/** The management review pack as pages: each input of clause 9.3.2 that the data tell, with the period before beside it. */
import type { HandledSums } from '../../models/queries/handling.js';
import type { DayPeriod, ManagementReview, ReviewDossier, ReviewRecord } from '../../models/queries/management-review.js';
import type { Column } from '../forms/blocks.js';
import { dateOnly, STATES, type Language } from '../i18n.js';
import type { Block } from './document.js';
import type { PlainDocument } from './plain-pdf.js';
import { indexBlocks } from './index-block.js';
import { figureWords, OBJECTIVE_WORDS, targetWords } from './objective-words.js';
import { REVIEW_WORDS, type ReviewWords } from './review-words.js';
import { filled, paragraph } from './said.js';

interface Saying { language: Language; words: ReviewWords; n(value: number): string; percent(part: number, of: number): string }
type Rows = string[][];

const dayWords = (day: string): string => day.split('-').reverse().join('/');
/** `widths`: points of all columns but the widest, which takes what is left; those from `first` to before `end` hold numbers. */
function table(names: readonly string[], widths: readonly (number | '*')[], [first, end]: readonly [number, number], rows: Rows): Block {
  return { kind: 'table', columns: names.map((name, at): Column => ({ name, width: widths[at] ?? '*', ...(at >= first && at < end && { right: true }) })), rows };
}
const TEXT = [0, 0] as const;
const orSaid = (rows: Rows, none: string, block: () => Block[]): Block[] => (rows.length === 0 ? [paragraph(none)] : block());

export function reviewDocument(review: ManagementReview, agency: string, language: Language): PlainDocument {
  const words = REVIEW_WORDS[language];
  const format = new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 2 });
  const short = new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 1 });
  const say: Saying = { language, words, n: (value) => format.format(value), percent: (part, of) => (of === 0 ? '–' : short.format((part / of) * 100)) };
  const parts: [string, Block[]][] = [
    [words.sections.goals, [...objectives(review, say), ...goals(review, say)]], [words.sections.handled, handled(review, say)], [words.sections.satisfaction, satisfaction(review, say)], [words.sections.index, indexBlocks({ now: review.index, former: review.indexBefore, said: words.index, ...say })], [words.sections.findings, findings(review, say)],
    [words.sections.actions, actions(review, say)], [words.sections.audits, audits(review, say)], [words.sections.resources, resources(review, say)], [words.sections.versions, versions(review, say)], [words.sections.reviews, dossierTable(review.reviews, words.reviews.none, say)],
  ];
  return {
    agency, code: words.code, made: words.made, title: words.title, subtitle: filled(words.period, days(review.period)), date: dateOnly(review.asOf),
    blocks: parts.flatMap(([title, blocks], at) => [{ kind: 'heading', level: 1, text: `${at + 1}. ${title}` } as const, ...blocks]),
  };
}
const days = ({ from, to }: DayPeriod): { from: string; to: string } => ({ from: dayWords(from), to: dayWords(to) });

/** What the agency has set itself, each year's figures up to now. */
function objectives({ objectives: set }: ManagementReview, { words: { objectives: said }, language }: Saying): Block[] {
  const rows = set.map((each) => [
    `${each.text}\n${OBJECTIVE_WORDS[language].measures[each.measure][0]} (${each.code})`, String(each.year), targetWords(each, language), each.value === undefined ? '–' : figureWords(each.measure, each.value, language),
    each.reached === undefined ? said.unknown : each.reached ? said.reached : said.missed,
  ]);
  return [...orSaid(rows, said.none, () => [table(said.columns, ['*', 36, 96, 84, 70], TEXT, rows)]), paragraph(said.goals)];
}

function goals({ goals: { onTime, satisfied }, handled: now, handledBefore, ratings, ratingsBefore, before }: ManagementReview, { words: { goals: said }, n, percent }: Saying): Block[] {
  const row = (name: string, goal: number, [part, of]: readonly [number, number], former: readonly [number, number]): string[] =>
    [name, `≥ ${n(goal)} %`, of === 0 ? '–' : `${percent(part, of)} %`, former[1] === 0 ? '–' : `${percent(...former)} %`, of === 0 ? said.unknown : (part / of) * 100 >= goal ? said.met : said.missed];
  const due = ({ total: { onTime: good, late } }: typeof now): readonly [number, number] => [good, good + late];
  const content = ({ spread, count }: typeof ratings): readonly [number, number] => [(spread[3] ?? 0) + (spread[4] ?? 0), count];
  return [table(said.columns, ['*', 50, 50, 50, 84], [1, 4], [row(said.onTime, onTime, due(now), due(handledBefore)), row(said.satisfied, satisfied, content(ratings), content(ratingsBefore))]), paragraph(filled(said.before, days(before)))];
}

function handled({ handled: { total, procedures }, handledBefore }: ManagementReview, { words: { handled: said }, n, percent }: Saying): Block[] {
  const row = (name: string, each: HandledSums): string[] => [name, n(each.received), n(each.decided), n(each.onTime), n(each.late), percent(each.onTime, each.onTime + each.late), n(each.supplemented), each.decided === 0 ? '–' : n(Math.round((each.hours / each.decided) * 10) / 10)];
  const rows = procedures.map((each) => row(`${each.code} ${each.name}`.trim(), each));
  return orSaid(rows, said.none, () => [table(said.columns, ['*', 47, 41, 32, 32, 38, 36, 44], [1, 8], [...rows, row(said.total, total), row(said.before, handledBefore.total)]), paragraph(said.note)]);
}

function satisfaction({ ratings, ratingsBefore }: ManagementReview, { words: { satisfaction: said }, n }: Saying): Block[] {
  const row = (name: string, { count, average }: { count: number; average?: number }): string[] => [name, n(count), average === undefined ? '–' : n(average)];
  const rows = ratings.byProcedure.map((each) => row(each.name, each));
  return orSaid(rows, said.none, () => [table(said.columns, ['*', 70, 80], [1, 3], [...rows, row(said.total, ratings), row(said.before, ratingsBefore)]), paragraph(filled(said.spread, { spread: ratings.spread.map((each) => n(each)).join(' · ') }))]);
}

function findings({ findings: found }: ManagementReview, { words, n }: Saying): Block[] {
  const { findings: said, checkKinds } = words;
  const rows = found.map((each) => [`${each.check} ${each.title} (${checkKinds[each.kind].toLowerCase()})`, ...[each.procedures, each.error, each.warning, each.advice, each.accepted].map(n), each.hoursPerYear > 0 ? n(each.hoursPerYear) : '–']);
  return orSaid(rows, said.none, () => [table(said.columns, ['*', 57, 32, 46, 34, 48, 44], [1, 7], rows), paragraph(said.note)]);
}

function actions({ records, period }: ManagementReview, say: Saying): Block[] {
  const { words: { actions: said, sources, states }, n } = say;
  const sums = (name: string, own: readonly ReviewRecord[]): string[] => [name, n(own.length), n(own.filter(({ openedAt }) => dayOf(openedAt) >= period.from).length), n(own.filter((each) => !each.isOver).length), n(own.filter(({ isLate }) => isLate).length)];
  const bySource = (Object.keys(sources) as ReviewRecord['source'][]).map((source) => [source, records.filter((each) => each.source === source)] as const).filter(([, own]) => own.length > 0);
  const stateOf = (each: ReviewRecord): string => (each.isOver ? states[each.state] : `${states[each.state]}, ${filled(each.isLate ? said.late : said.due, { day: dayWords(each.dueDay) })}`);
  const rows = records.map((each) => [each.no, `${each.title}\n${each.procedureName}`, each.ownerName, stateOf(each), effect(each, say)]);
  return orSaid(rows, said.none, () => [table(said.sources, ['*', 50, 76, 50, 50], [1, 5], [...bySource.map(([source, own]) => sums(sources[source], own)), sums(said.total, records)]), table(said.columns, [72, '*', 64, 72, 100], TEXT, rows)]);
}
const dayOf = (at: Date): string => dateOnly(at).split('/').reverse().join('-');

function effect({ goal, measured }: ReviewRecord, { words: { actions: said, measures, verdicts }, n }: Saying): string {
  if (!measured) return said.notMeasured;
  const own = measured.measures.find(({ measure }) => measure === goal);
  const value = (each: number): string => n(goal === 'lateShare' ? each * 100 : each);
  return own ? `${measures[goal]}: ${value(own.before)} → ${value(own.after)} (${value(own.low)} … ${value(own.high)}), ${verdicts[measured.verdict]}` : `${measures[goal]}: ${verdicts[measured.verdict]}`;
}

function audits({ audits: own, records }: ManagementReview, say: Saying): Block[] {
  const { audits: said, kinds, states } = say.words;
  const rows = records.filter(({ source }) => source === 'audit').map((each) => [each.no, each.title, kinds[each.kind], states[each.state]]);
  return [...dossierTable(own, said.none, say), { kind: 'heading', level: 2, text: said.found }, ...orSaid(rows, said.noRecords, () => [table(said.list, [72, '*', 90, 86], TEXT, rows)])];
}
function dossierTable(dossiers: readonly ReviewDossier[], none: string, { words: { audits: { columns } }, language }: Saying): Block[] {
  const rows = dossiers.map(({ dossierNo, receivedAt, endedAt, state, records, about }) => [dossierNo, dateOnly(receivedAt), endedAt ? dateOnly(endedAt) : '–', STATES[state][language], [...about, ...(records.length > 0 ? [records.join(', ')] : [])].join('; ') || '–']);
  return orSaid(rows, none, () => [table(columns, [116, 56, 56, 90, '*'], TEXT, rows)]);
}

function resources({ resources: departments, headcount: { people, planned } }: ManagementReview, { words: { resources: said }, n }: Saying): Block[] {
  return [
    paragraph(`${filled(said.people, { people: n(people) })}${planned === undefined ? '' : filled(said.planned, { planned: n(planned) })}.`),
    table(said.columns, ['*', 44, 40, 48, 50, 56], [1, 6], departments.map((each) => [each.departmentName, n(each.open), n(each.overdue), n(each.dueSoon), n(each.completed), each.medianMinutes === undefined ? '–' : n(Math.round(each.medianMinutes / 6) / 10)])),
  ];
}

function versions({ versions: changed }: ManagementReview, { words: { versions: said }, n }: Saying): Block[] {
  const rows = changed.map(({ code, name, version, inForceFrom, decision, note }) => [`${code} ${name}`.trim(), n(version), dayWords(inForceFrom), decision ?? '–', note ?? '–']);
  return orSaid(rows, said.none, () => [table(said.columns, ['*', 46, 56, 72, 120], TEXT, rows)]);
}
