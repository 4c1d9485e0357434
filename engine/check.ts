/** The checks of a library of procedures: what `dossierflow check` prints and the designer shows. Pure: no network, no clock. */
import { analyse } from './analysis/analyse.js';
import type { Finding } from './analysis/finding.js';
import { byImportance } from './analysis/finding.js';
import type { Language } from './analysis/messages.js';
import { say } from './analysis/messages.js';
import { rules } from './analysis/rules/index.js';
import type { Model } from './graph/types.js';

export { byImportance } from './analysis/finding.js';
export type { CannotTell, Finding, Severity, TellingFinding } from './analysis/finding.js';

/** Ids of all checks there are. */
export const checkIds: readonly string[] = rules.map((rule) => rule.check);

export interface CheckOptions {
  /** Ids of the checks to run; all when absent. */
  checks?: string[];
  /** Also compare the files with each other. */
  library?: boolean;
  /** The day on which frameworks are looked at, `YYYY-MM-DD`. */
  on?: string;
  /** Language of messages and suggestions; Vietnamese when absent. */
  language?: Language;
}

/** Findings of all files, most important first. A file without a process that could be read is one finding `READ`. */
export async function check(models: Model[], options: CheckOptions = {}): Promise<Finding[]> {
  const language = options.language ?? 'vi';
  const chosen = rules.filter((rule) => options.checks?.includes(rule.check) ?? true);
  return byImportance(models.flatMap((model) => {
    const file = model.file ?? model.id;
    const unread = unreadable(model, file, language);
    return unread ? [unread] : analyse(model, file, language, chosen);
  }));
}

function unreadable(model: Model, file: string, language: Language): Finding | undefined {
  const error = model.diagnostics.find((each) => each.severity === 'error');
  if (model.processes.length > 0 || !error) return undefined;
  return unreadableFile(file, error.message, language, { ...(error.line !== undefined && { line: error.line }), ...(error.elementId !== undefined && { element: error.elementId }) });
}

/** The entry for a file that cannot be read at all. */
export function unreadableFile(file: string, reason: string, language: Language = 'vi', where: { line?: number; element?: string } = {}): Finding {
  const message = say({ key: 'READ.message', values: { reason } }, language);
  return { file, check: 'READ', severity: 'error', elements: where.element === undefined ? [] : [where.element], message, evidence: { reason, ...where }, canTell: true };
}
