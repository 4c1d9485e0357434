import type { Library, Member } from '../library/library.js';
import type { LibraryAnswer, LibraryRule } from '../library/rule.js';

/**
 * O12: procedures that need each other's results in a circle. A procedure needs another's when a mandatory document of its dossier comes from it
 * by `source`, or has the type of its result. Renewal, which needs the old result of the same procedure, is no circle.
 */
export const circularPrerequisites: LibraryRule = {
  check: 'O12',
  isMutual: true,
  runLibrary(library) {
    const needs = prerequisites(library);
    const seen = new Set<string>();
    return [...needs.keys()].filter((code) => !library.about || library.about.code === code).flatMap((code): LibraryAnswer[] => {
      const cycle = shortestCycle(needs, code);
      const key = cycle && [...cycle].sort().join(' ');
      if (!cycle || seen.has(key!)) return [];
      seen.add(key!);
      const members = cycle.map((each) => library.members.find((member) => member.code === each)!);
      return [{
        check: 'O12', severity: 'error', elements: [], members, message: { key: 'O12.message', values: { cycle: [...cycle, cycle[0]].join(' → ') } },
        suggestion: { key: 'O12.suggestion' }, evidence: { cycle },
      }];
    });
  },
};

/** By code: the procedures whose results it needs. */
function prerequisites({ members }: Library): Map<string, Set<string>> {
  const giving = new Map<string, Set<string>>();
  const codes = new Set(members.flatMap((each) => each.code ?? []));
  for (const { facts, code } of members) if (facts?.result !== undefined && code !== undefined) giving.set(facts.result, (giving.get(facts.result) ?? new Set()).add(code));
  const needs = new Map<string, Set<string>>();
  for (const member of members) {
    if (member.code === undefined) continue;
    const own = needs.get(member.code) ?? new Set<string>();
    for (const code of needed(member, giving)) if (code !== member.code && codes.has(code)) own.add(code);
    needs.set(member.code, own);
  }
  return needs;
}
function needed({ facts }: Member, giving: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  return (facts?.requiredDocuments ?? []).filter((each) => each.mandatory)
    .flatMap((each) => (each.source?.startsWith('procedure:') ? [each.source.slice('procedure:'.length)] : [...(giving.get(each.type) ?? [])]));
}
/** Codes of a shortest circle through a procedure, from it on. */
function shortestCycle(needs: ReadonlyMap<string, ReadonlySet<string>>, from: string): string[] | undefined {
  const cameFrom = new Map<string, string | undefined>([[from, undefined]]);
  for (const [at] of cameFrom) {
    for (const next of needs.get(at) ?? []) {
      if (next === from) {
        const cycle = [at];
        for (let back = cameFrom.get(at); back !== undefined; back = cameFrom.get(back)) cycle.unshift(back);
        return cycle;
      }
      if (!cameFrom.has(next)) cameFrom.set(next, at);
    }
  }
  return undefined;
}
