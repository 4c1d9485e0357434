/** The checks of a library of procedures: what `dossierflow check` prints and the designer shows. Pure: no network, no clock. */
import { acceptedIn, markAccepted } from './analysis/acceptance.js';
import { analyse, analyseLibrary } from './analysis/analyse.js';
import type { Finding } from './analysis/finding.js';
import { byImportance } from './analysis/finding.js';
import { wordsWith, type WordList } from './analysis/labels.js';
import { Library, memberOf } from './analysis/library/library.js';
import type { Language } from './analysis/messages.js';
import { say } from './analysis/messages.js';
import { graphRules } from './analysis/rules/index.js';
import { libraryRules } from './analysis/rules/library.js';
import { FileSubject } from './analysis/subject.js';
import type { Model } from './graph/types.js';
import { lintRules } from './lint/index.js';

export { byImportance } from './analysis/finding.js';
export type { CannotTell, Finding, Severity, TellingFinding } from './analysis/finding.js';
export { markAccepted, readAccepted, type Accepted } from './analysis/acceptance.js';
export { catalogue, type CheckKind, type CheckTitle } from './analysis/catalogue.js';
export { toSarif } from './analysis/sarif.js';
export { readWords, type WordList } from './analysis/labels.js';

const rules = [...graphRules, ...lintRules];
/** Ids of all checks there are. */
export const checkIds: readonly string[] = [...new Set([...rules, ...libraryRules].map((rule) => rule.check))];

export interface CheckOptions {
  /** Ids of the checks to run; all when absent. */
  checks?: string[];
  /** Also compare the files with each other. */
  library?: boolean;
  /** The day on which frameworks are looked at, and after which accepted findings are due again, `YYYY-MM-DD`. Without it none is due. */
  on?: string;
  /** Language of messages and suggestions; Vietnamese when absent. */
  language?: Language;
  /** Verbs, synonyms and stop words of the agency, beside those that come with the program. */
  words?: WordList;
}

/** Findings of all files, most important first. A file without a process that could be read is one finding `READ`. */
export async function check(models: Model[], options: CheckOptions = {}): Promise<Finding[]> {
  const language = options.language ?? 'vi';
  const words = wordsWith(options.words);
  const isChosen = (rule: { check: string }): boolean => options.checks?.includes(rule.check) ?? true;
  const findings: Finding[] = [];
  const files: FileSubject[] = [];
  for (const model of models) {
    const file = new FileSubject(model, words);
    const unread = unreadable(model, file.file, language);
    if (unread) { findings.push(unread); continue; }
    files.push(file);
    findings.push(...(await analyse(file, language, rules.filter(isChosen))));
  }
  if (options.library) findings.push(...analyseLibrary(new Library(files.flatMap((file) => memberOf(file) ?? []), { on: options.on ?? newestDay(files) }), language, libraryRules.filter(isChosen)));
  return byImportance(markAccepted(findings, models.flatMap(acceptedIn), options.on ?? ''));
}
/** Without a day given: the day on which the newest framework of the files begins. */
function newestDay(files: readonly FileSubject[]): string {
  const days = files.flatMap((file) => file.subjects.flatMap((subject) => subject.graph.procedure?.frameworks.flatMap((each) => each.effectiveFrom ?? []) ?? []));
  return days.sort().pop() ?? '9999-12-31';
}

function unreadable(model: Model, file: string, language: Language): Finding | undefined {
  const error = model.diagnostics.find((each) => each.severity === 'error');
  if (model.processes.length > 0 || (model.decisions && Object.keys(model.decisions).length > 0) || !error) return undefined;
  return unreadableFile(file, error.message, language, { ...(error.line !== undefined && { line: error.line }), ...(error.elementId !== undefined && { element: error.elementId }) });
}

/** The entry for a file that cannot be read at all. */
export function unreadableFile(file: string, reason: string, language: Language = 'vi', where: { line?: number; element?: string } = {}): Finding {
  const message = say({ key: 'READ.message', values: { reason } }, language);
  return { file, check: 'READ', severity: 'error', elements: where.element === undefined ? [] : [where.element], message, evidence: { reason, ...where }, canTell: true };
}
