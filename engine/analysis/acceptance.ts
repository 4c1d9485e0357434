/** Findings that people decided to live with, each with its reason and the day to look at it again. Kept in the drawing, or in a list beside the procedures. */
import type { Model } from '../graph/types.js';
import type { Finding, TellingFinding } from './finding.js';

/** `file` without folders; `elements` as the finding names them, in any order, and `with` the codes of other procedures; absent: whatever they are. */
export interface Accepted { file: string; check: string; elements?: readonly string[]; with?: readonly string[]; reason: string; lookAgain: string; by?: string; on?: string }
/** Those that stand in the drawing itself. */
export function acceptedIn({ file, id, accepted = [] }: Model): Accepted[] { return accepted.map((each) => ({ file: baseName(file ?? id), ...each })); }
function baseName(file: string): string { return file.split('/').pop()!; }

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
  const wrong = ['elements', 'with'].find((key) => entry[key] !== undefined && !(Array.isArray(entry[key]) && entry[key].every((each) => typeof each === 'string')));
  return wrong && `"${wrong}" is not a list of texts`;
}

/** The findings with those accepted marked; an acceptance whose day has come counts no longer. */
export function markAccepted(findings: readonly Finding[], accepted: readonly Accepted[], on: string): Finding[] {
  return findings.map((finding) => {
    if (!finding.canTell) return finding;
    const entry = accepted.find((each) => on < each.lookAgain && isMeant(each, finding));
    if (!entry) return finding;
    const { reason, lookAgain, by, on: since } = entry;
    return { ...finding, accepted: { reason, lookAgain, ...(by !== undefined && { by }), ...(since !== undefined && { on: since }) } };
  });
}
/** Entries that no finding of the file answers to: repaired since, or about to be looked at again. */
export function unusedAcceptances(findings: readonly Finding[], accepted: readonly Accepted[]): Accepted[] {
  return accepted.filter((each) => !findings.some((finding) => finding.canTell && isMeant(each, finding)));
}
function isMeant({ file, check, elements, with: others }: Accepted, finding: TellingFinding): boolean {
  if (check !== finding.check || file !== baseName(finding.file)) return false;
  return (elements === undefined || isSame(elements, finding.elements)) && (others === undefined || isSame(others, finding.with ?? []));
}
function isSame(a: readonly string[], b: readonly string[]): boolean { return JSON.stringify([...new Set(a)].sort()) === JSON.stringify([...new Set(b)].sort()); }
