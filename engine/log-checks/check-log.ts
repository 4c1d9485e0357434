/**
 * The checks over an event log (docs/rules): for each version of the procedure by itself, with the evidence floor, the
 * period and the cases behind each finding. Pure: no network, no clock.
 */
import { byImportance, type Finding, inWords, isUnknown, type TellingFinding } from '../analysis/finding.js';
import type { Language } from '../analysis/messages.js';
import type { WorkCalendar } from '../calendar/compile.js';
import { vnOffice } from '../calendar/vn-office.js';
import type { Model } from '../graph/types.js';
import { isoOf } from '../mining/figures/counts.js';
import { plainLabel } from '../mining/conform/from-graph.js';
import { startedWithin } from '../mining/log/select.js';
import type { EventLog } from '../mining/log/types.js';
import { logCatalogue } from './catalogue.js';
import { type Dossier, dossiersOf } from './dossier.js';
import { groupBy } from './numbers.js';
import type { LogAnswer, LogRaw } from './rule.js';
import { acrossRules, logRules } from './rules/index.js';
import { type Drawing, LogSubject } from './subject.js';

export interface LogCheckOptions {
  /** The drawing; of the version `version`, else of the newest in the log. */
  model?: Model;
  /** Only dossiers of this version. */
  version?: string;
  /** Office hours; those of Viet Nam when absent. */
  calendar?: WorkCalendar;
  /** Only cases whose first event lies in the half-open period; epoch milliseconds. */
  from?: number;
  to?: number;
  /** Where open dossiers are looked at from; the last event of the log when absent. */
  asOf?: number;
  /** Ids of the checks to run; all when absent. */
  checks?: readonly string[];
  language?: Language;
  /** From when each version holds; epoch milliseconds. */
  effectiveFrom?: Readonly<Record<string, number>>;
  /** What the findings name as their file. */
  file?: string;
}

/** With fewer completed cases nothing is told. */
const FLOOR = 30;
const MOST_IDS = 200;
/** What a log of poor quality says is worth less. */
const POOR_QUALITY = 0.8;

/** Ids of all checks over a log. */
export const logCheckIds: readonly string[] = logCatalogue.map(({ id }) => id);

/** The log has to be read with its attributes where version, deadline, channel or agency matter. Most important first. */
export function checkLog(whole: EventLog, options: LogCheckOptions = {}): Finding[] {
  const log = options.from === undefined && options.to === undefined ? whole : startedWithin(whole, (options.from ?? -Infinity) * 1000, (options.to ?? Infinity) * 1000);
  return checkSubjects(subjectsOf(log, options), options);
}

export function checkSubjects(subjects: readonly LogSubject[], options: LogCheckOptions): Finding[] {
  const isChosen = ({ check }: { check: string }): boolean => options.checks?.includes(check) ?? true;
  const answers = [
    ...subjects.flatMap((subject) => (subject.complete.length < FLOOR ? tooFew(subject).filter(isChosen) : logRules.filter(isChosen).flatMap((rule) => rule.run(subject))).map((answer) => ({ answer, subject }))),
    ...acrossRules.filter(isChosen).flatMap((rule) => rule.runAcross(subjects, options.effectiveFrom ?? {}).map((answer) => ({ answer, subject: subjects.length === 1 ? subjects[0] : undefined }))),
  ];
  return byImportance(toFindings(answers, subjects, options));
}

/** One for each version; dossiers that name none are one too. */
export function subjectsOf(log: EventLog, { model, version, calendar = vnOffice(), asOf }: LogCheckOptions): LogSubject[] {
  const dossiers = dossiersOf(log).filter((each) => version === undefined || each.versions[0] === version);
  const last = dossiers.reduce((most, each) => Math.max(most, each.to), -Infinity);
  const groups = groupBy(dossiers, (dossier) => dossier.versions[0] ?? '');
  const newest = [...groups.keys()].sort((a, b) => Number(a) - Number(b) || (a < b ? -1 : 1)).pop();
  const drawing = model && drawingOf(model, log);
  return [...groups].map(([name, own]) => new LogSubject({
    log, dossiers: own, calendar, asOf: asOf ?? last, ...(name !== '' && { version: name }), ...(name === newest && drawing && { drawing }),
  }));
}

/** The process of the file that knows most of the log's activities. */
function drawingOf(model: Model, log: EventLog): Drawing | undefined {
  const logged = new Set(log.activities.map(plainLabel));
  const known = ({ nodes }: Drawing['graph']): number => Object.values(nodes).filter((node) => logged.has(plainLabel(node.name ?? node.id)) || logged.has(node.id)).length;
  const [best] = model.processes.filter(({ order }) => order.length > 0).sort((a, b) => known(b) - known(a));
  return best && { model, graph: best };
}

function tooFew(subject: LogSubject): LogAnswer[] {
  const missing = `${FLOOR} completed cases${subject.version === undefined ? '' : ` of version ${subject.version}`} (there are ${subject.complete.length})`;
  return logRules.map(({ check }) => ({ check, missing: [missing] }));
}

function toFindings(answers: readonly { answer: LogAnswer; subject: LogSubject | undefined }[], subjects: readonly LogSubject[], { file = 'log', language = 'vi' }: LogCheckOptions): Finding[] {
  const told: TellingFinding[] = [];
  const unknown = new Map<string, Set<string>>();
  const poor = new Set(answers.filter(({ answer }) => answer.check === 'L20' && !isUnknown(answer)).map(({ subject }) => subject));
  for (const { answer, subject } of answers) {
    if (!isUnknown(answer)) told.push(inWords(withEvidence(answer, subject, subjects, poor.has(subject) && answer.check !== 'L20'), file, language, casesPerYear(subject ? [subject] : subjects)));
    else for (const name of answer.missing) unknown.set(answer.check, (unknown.get(answer.check) ?? new Set()).add(name));
  }
  return [...told, ...[...unknown].map(([check, missing]) => ({ file, check, canTell: false as const, missing: [...missing] }))];
}

function casesPerYear(subjects: readonly LogSubject[]): number {
  return subjects.reduce((sum, subject) => sum + subject.complete.length / subject.years, 0);
}

/** The period, the version, and the cases behind the finding. */
function withEvidence({ dossiers, ...answer }: LogRaw, subject: LogSubject | undefined, subjects: readonly LogSubject[], isPoor: boolean): LogRaw {
  const about = subject ? [subject] : subjects;
  const period = { from: isoOf(Math.min(...about.map(({ from }) => from)) * 1000), to: isoOf(Math.max(...about.map(({ to }) => to)) * 1000) };
  const ids = [...new Set(dossiers)].map(({ id }: Dossier) => id);
  const { confidence } = answer;
  return {
    ...answer, dossiers,
    evidence: { ...answer.evidence, completed: about.reduce((sum, each) => sum + each.complete.length, 0), period, ...(subject?.version !== undefined && { version: subject.version }), caseCount: ids.length, cases: ids.slice(0, MOST_IDS) },
    ...(isPoor ? { confidence: Math.round((confidence ?? 1) * POOR_QUALITY * 100) / 100 } : confidence !== undefined && { confidence }),
  };
}
