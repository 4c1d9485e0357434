/** What the checks answer; the shape is the contract of format.md, "Findings". */
import type { Id, Json } from '../graph/types.js';
import type { Language, Message } from './messages.js';
import { say } from './messages.js';
import { references } from './references.js';

export type Severity = 'error' | 'warning' | 'advice';

export interface TellingFinding {
  /** The file as it was named by the caller. */
  file: string;
  /** For a finding across files: all of them. */
  files?: readonly string[];
  /** For a finding across files: codes of the procedures besides the first, or names of their files. */
  with?: readonly string[];
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
  /** How sure it is, 0 to 1; lower when it rests on facts that the drawing need not state in full. */
  confidence?: number;
  /** Working hours lost in a year, where the hours of one case and the number of applicants are known. */
  hoursPerYear?: number;
  /** Publication or rule that the check goes back to. */
  reference?: string;
  /** Set when people decided to live with it: in the drawing, or in `accepted-findings.json`. */
  accepted?: { reason: string; lookAgain: string; by?: string; on?: string };
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
  /** 0 to 1; certain when absent. */
  confidence?: number;
  /** Working hours that one case loses, on average. */
  lostHours?: number;
}
export interface RawUnknown { check: string; missing: readonly string[] }
/** What a rule answers about one process. */
export type Answer = Raw | RawUnknown;

export function isUnknown(answer: Answer): answer is RawUnknown { return 'missing' in answer; }

/** @param casesPerYear applicants in a year, each as often as the procedure says */
export function inWords(answer: Raw, file: string, language: Language, casesPerYear?: number): TellingFinding {
  const { check, severity, elements, message, suggestion, evidence = {}, confidence, lostHours } = answer;
  const hoursPerYear = casesPerYear !== undefined && lostHours !== undefined ? Math.round(lostHours * casesPerYear * 100) / 100 : undefined;
  return {
    file, check, severity, elements, message: say(message, language),
    ...(suggestion && { suggestion: say(suggestion, language) }), evidence, canTell: true,
    ...(confidence !== undefined && { confidence }), ...(hoursPerYear !== undefined && { hoursPerYear }),
    ...(references[check] !== undefined && { reference: references[check] }),
  };
}

const weight: Record<Severity, number> = { error: 0, warning: 1, advice: 2 };

/**
 * Most important first: unreadable files, errors, warnings, advice, then what cannot be told; among equals the one that loses
 * more hours in a year, weighed by how sure it is, then the surer one; otherwise as found.
 */
export function byImportance(findings: readonly Finding[]): Finding[] {
  const rank = (finding: Finding): readonly [number, number, number] => {
    if (!finding.canTell) return [4, 0, 0];
    const sure = finding.confidence ?? 1;
    return [finding.check === 'READ' ? -1 : weight[finding.severity], -(finding.hoursPerYear ?? 0) * sure, -sure];
  };
  return findings.map((finding, at) => ({ finding, at, rank: rank(finding) }))
    .sort((a, b) => a.rank[0] - b.rank[0] || a.rank[1] - b.rank[1] || a.rank[2] - b.rank[2] || a.at - b.at).map((each) => each.finding);
}
