/** What passes between the page and the worker that reads and checks the drawing. */
import type { CheckKind, TellingFinding, WordList } from '../../engine/check.js';
import { catalogue } from '../../engine/analysis/catalogue.js';
import type { Frame } from '../../engine/analysis/witness.js';
import type { Diagnostic } from '../../engine/graph/types.js';
import type { Finding } from '../../engine/analysis/finding.js';
import type { Remedy } from '../../engine/remedies/remedy.js';
import type { Language } from '../i18n/translate.js';

/** `explain` asks about a finding of the drawing that was checked last. */
export type Question =
  | { id: number; ask: 'check'; xml: string; file: string; language: Language; on: string; words?: WordList | undefined }
  | { id: number; ask: 'explain'; finding: TellingFinding };
/** `ms`: what reading and checking took, in the worker. */
export interface Report { id: number; diagnostics: Diagnostic[]; findings: Finding[]; ms: number }
/** A remedy with what would be found after it and is not now, and the other way round. */
export interface Offer extends Pick<Remedy, 'kind' | 'edits' | 'savedHours'> { savedPerYear?: number; gone: TellingFinding[]; come: TellingFinding[] }
export interface Explanation { id: number; frames: Frame[]; offers: Offer[] }
export type Answer = Report | Explanation;

/** Groups of the findings list: what the reader says, then the kinds of checks. */
export type NoteKind = CheckKind | 'file';
/** One line of the findings list: a diagnostic of the reader or a finding of a check. */
export interface Note {
  key: string; check: string; kind: NoteKind; severity: 'error' | 'warning' | 'advice' | 'unknown';
  elements: readonly string[]; message: string; suggestion?: string;
  /** Absent for what the reader says. */
  finding?: TellingFinding;
}

const rank = { error: 0, warning: 1, advice: 2, unknown: 3 };
const kinds = new Map<string, CheckKind>(catalogue.map((each) => [each.id, each.kind]));

/** Reader's diagnostics and findings as one list, most important first. */
export function notesOf(problems: readonly (Diagnostic | Finding)[]): Note[] {
  const taken = new Map<string, number>();
  // The same finding keeps its key while others come and go, so that what is open in the list stays open.
  const keyOf = (...parts: readonly string[]): string => {
    const text = parts.join(' ');
    const count = (taken.get(text) ?? 0) + 1;
    taken.set(text, count);
    return count === 1 ? text : `${text} ${count}`;
  };
  return problems.map((problem): Note => {
    if (!('check' in problem)) {
      return { key: keyOf('d', problem.code, problem.elementId ?? ''), check: problem.code, kind: 'file', severity: problem.severity, elements: problem.elementId ? [problem.elementId] : [], message: problem.message };
    }
    const { check } = problem;
    const kind = kinds.get(check) ?? 'file';
    if (!problem.canTell) return { key: keyOf('u', check), check, kind, severity: 'unknown', elements: [], message: problem.missing.join(', ') };
    return { key: keyOf('f', check, ...(problem.with ?? []), ...problem.elements), check, kind, severity: problem.severity, elements: problem.elements, message: problem.message, ...(problem.suggestion !== undefined && { suggestion: problem.suggestion }), finding: problem };
  }).sort((a, b) => rank[a.severity] - rank[b.severity]);
}
