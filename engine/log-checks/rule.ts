/** What a check over a log is, and what it answers before it is put into words. */
import type { Raw, RawUnknown } from '../analysis/finding.js';
import type { Dossier } from './dossier.js';
import type { LogSubject } from './subject.js';

/** `dossiers`: those behind it; the runner writes their ids, the period and the version into the evidence. */
export interface LogRaw extends Raw { dossiers: readonly Dossier[] }
export type LogAnswer = LogRaw | RawUnknown;

/** Over the dossiers of one version; asked only when there are enough. */
export interface LogRule {
  check: string;
  run(subject: LogSubject): readonly LogAnswer[];
}
/** Over all versions together. */
export interface AcrossRule {
  check: string;
  runAcross(versions: readonly LogSubject[], effectiveFrom: Readonly<Record<string, number>>): readonly LogAnswer[];
}

/** Hours lost by all, as those of one case on average. */
export function perCase(subject: LogSubject, hours: number): number {
  return subject.complete.length === 0 ? 0 : hours / subject.complete.length;
}
export const lacks = (check: string, ...missing: string[]): RawUnknown[] => [{ check, missing }];
