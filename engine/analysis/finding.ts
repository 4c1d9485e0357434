/** What the checks answer; the shape is the contract of format.md, "Findings". */
import type { Id, Json } from '../graph/types.js';
import type { Language, Message } from './messages.js';
import { say } from './messages.js';

export type Severity = 'error' | 'warning' | 'advice';

export interface TellingFinding {
  /** The file as it was named by the caller. */
  file: string;
  /** For a finding across files: all of them. */
  files?: readonly string[];
  /** Id of the check, `S1`, `T4`, … or `READ` for a file that cannot be read. */
  check: string;
  severity: Severity;
  /** The elements to mark on the drawing. */
  elements: readonly Id[];
  message: string;
  suggestion?: string;
  /** What proves it; times in hours unless the key says otherwise. */
  evidence: Readonly<Record<string, Json>>;
  canTell: true;
}
/** The check lacks facts: `missing` names them. */
export interface CannotTell { file: string; check: string; canTell: false; missing: readonly string[] }
export type Finding = TellingFinding | CannotTell;

/** A finding before it is put into words. */
export interface Raw {
  check: string;
  severity: Severity;
  elements: readonly Id[];
  message: Message;
  suggestion?: Message;
  evidence?: Readonly<Record<string, Json>>;
}
export interface RawUnknown { check: string; missing: readonly string[] }
/** What a rule answers about one process. */
export type Answer = Raw | RawUnknown;

export function isUnknown(answer: Answer): answer is RawUnknown { return 'missing' in answer; }

export function inWords(answer: Raw, file: string, language: Language): TellingFinding {
  return {
    file, check: answer.check, severity: answer.severity, elements: answer.elements, message: say(answer.message, language),
    ...(answer.suggestion && { suggestion: say(answer.suggestion, language) }), evidence: answer.evidence ?? {}, canTell: true,
  };
}

const weight: Record<Severity, number> = { error: 0, warning: 1, advice: 2 };

/** Most important first: unreadable files, errors, warnings, advice, then what cannot be told; otherwise as found. */
export function byImportance(findings: readonly Finding[]): Finding[] {
  const rank = (finding: Finding): number => {
    if (!finding.canTell) return 4;
    return finding.check === 'READ' ? -1 : weight[finding.severity];
  };
  return findings.map((finding, at) => ({ finding, at })).sort((a, b) => rank(a.finding) - rank(b.finding) || a.at - b.at).map((each) => each.finding);
}
