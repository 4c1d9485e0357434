/** What passes between the page and the worker that reads and checks the drawing. */
import type { Diagnostic } from '../../engine/graph/types.js';
import type { Finding } from '../../engine/analysis/finding.js';
import type { Language } from '../i18n/translate.js';

export interface Question { id: number; xml: string; file: string; language: Language }
export interface Report { id: number; diagnostics: Diagnostic[]; findings: Finding[] }

/** One line of the findings list: a diagnostic of the reader or a finding of a check. */
export interface Note {
  key: string; check: string; severity: 'error' | 'warning' | 'advice' | 'unknown';
  elements: readonly string[]; message: string; suggestion?: string; evidence: Readonly<Record<string, unknown>>;
}

const rank = { error: 0, warning: 1, advice: 2, unknown: 3 };

/** Reader's diagnostics and findings as one list, most important first. */
export function notesOf(problems: readonly (Diagnostic | Finding)[]): Note[] {
  return problems.map((problem, index): Note => {
    if (!('check' in problem)) {
      return { key: `d${index}`, check: problem.code, severity: problem.severity, elements: problem.elementId ? [problem.elementId] : [], message: problem.message, evidence: {} };
    }
    if (!problem.canTell) return { key: `u${index}`, check: problem.check, severity: 'unknown', elements: [], message: problem.missing.join(', '), evidence: {} };
    return { key: `f${index}`, check: problem.check, severity: problem.severity, elements: problem.elements, message: problem.message, suggestion: problem.suggestion, evidence: problem.evidence };
  }).sort((a, b) => rank[a.severity] - rank[b.severity]);
}
