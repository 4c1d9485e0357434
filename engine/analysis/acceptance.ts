/** Findings that people decided to live with, each with its reason and the day to look at it again. Kept beside the procedures. */
import type { Finding, TellingFinding } from './finding.js';

/** `file` without folders; `elements` as the finding names them, in any order; absent: whatever they are. */
export interface Accepted { file: string; check: string; elements?: readonly string[]; reason: string; lookAgain: string }

export type AcceptedRead = { ok: true; accepted: Accepted[] } | { ok: false; message: string };

/** Reads the list of `accepted-findings.json`; `message` names the entry and its field. */
export function readAccepted(value: unknown): AcceptedRead {
  if (!Array.isArray(value)) return { ok: false, message: 'not a list of accepted findings' };
  const accepted: Accepted[] = [];
  for (const [at, each] of (value as unknown[]).entries()) {
    const wrong = faultIn(each);
    if (wrong) return { ok: false, message: `entry ${at + 1}: ${wrong}` };
    accepted.push(each as Accepted);
  }
  return { ok: true, accepted };
}
function faultIn(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return 'not an object';
  const entry = value as Record<string, unknown>;
  const missing = ['file', 'check', 'reason', 'lookAgain'].find((key) => typeof entry[key] !== 'string' || entry[key] === '');
  if (missing) return `"${missing}" is missing or not a text`;
  if (!/^\d{4}-\d\d-\d\d$/.test(entry['lookAgain'] as string)) return '"lookAgain" is not a date YYYY-MM-DD';
  const { elements } = entry;
  return elements === undefined || (Array.isArray(elements) && elements.every((each) => typeof each === 'string')) ? undefined : '"elements" is not a list of texts';
}

/** The findings with those accepted marked; an acceptance whose day has come counts no longer. */
export function markAccepted(findings: readonly Finding[], accepted: readonly Accepted[], on: string): Finding[] {
  return findings.map((finding) => {
    if (!finding.canTell) return finding;
    const entry = accepted.find((each) => on < each.lookAgain && isMeant(each, finding));
    return entry ? { ...finding, accepted: { reason: entry.reason, lookAgain: entry.lookAgain } } : finding;
  });
}
/** Entries that no finding of the file answers to: repaired since, or about to be looked at again. */
export function unusedAcceptances(findings: readonly Finding[], accepted: readonly Accepted[]): Accepted[] {
  return accepted.filter((each) => !findings.some((finding) => finding.canTell && isMeant(each, finding)));
}
function isMeant({ file, check, elements }: Accepted, finding: TellingFinding): boolean {
  if (check !== finding.check || file !== finding.file.split('/').pop()) return false;
  return elements === undefined || [...elements].sort().join(' ') === [...new Set(finding.elements)].sort().join(' ');
}
