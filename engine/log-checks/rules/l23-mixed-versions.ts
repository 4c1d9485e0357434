import { lacks, type AcrossRule, type LogAnswer } from '../rule.js';
import type { LogSubject } from '../subject.js';

/** L23: a dossier has events of two versions, or began under a version before the day from which that version holds. */
export const mixedVersions: AcrossRule = {
  check: 'L23',
  runAcross(versions, effectiveFrom) {
    const dossiers = versions.flatMap((each) => each.dossiers);
    if (dossiers.every((each) => each.versions.length === 0)) return lacks('L23', 'attribute version of cases or events');
    return [...mixed(versions), ...early(versions, effectiveFrom)];
  },
};

function mixed(versions: readonly LogSubject[]): LogAnswer[] {
  const found = versions.flatMap((each) => each.dossiers.filter((dossier) => dossier.versions.length > 1));
  if (found.length === 0) return [];
  const names = [...new Set(found.flatMap((dossier) => dossier.versions))];
  return [{
    check: 'L23', severity: 'error', elements: [], dossiers: found, message: { key: 'L23.mixed', values: { cases: found.length, versions: names.join(', ') } }, suggestion: { key: 'L23.suggestion' },
    evidence: { mixed: found.length, versions: names },
  }];
}

function early(versions: readonly LogSubject[], effectiveFrom: Readonly<Record<string, number>>): LogAnswer[] {
  return versions.flatMap((subject): LogAnswer[] => {
    const from = subject.version === undefined ? undefined : effectiveFrom[subject.version];
    const found = from === undefined ? [] : subject.dossiers.filter((dossier) => dossier.from < from);
    if (found.length === 0) return [];
    const day = new Date(from!).toISOString().slice(0, 10);
    return [{
      check: 'L23', severity: 'error', elements: [], dossiers: found, message: { key: 'L23.early', values: { cases: found.length, version: subject.version!, day } }, suggestion: { key: 'L23.suggestion' },
      evidence: { early: found.length, version: subject.version!, effectiveFrom: day },
    }];
  });
}
