import type { Defined } from '../library/frameworks.js';
import { dossierOf, inForce, mainLimit, stepsOf } from '../library/frameworks.js';
import type { LibraryAnswer, LibraryRule } from '../library/rule.js';

const names = { limit: { vi: 'thời hạn', en: 'limit' }, dossier: { vi: 'thành phần hồ sơ', en: 'dossier' }, steps: { vi: 'các bước', en: 'steps' } } as const;
type Attribute = keyof typeof names;

/** O13: two frameworks in force on the day give another limit, dossier or steps for the same procedure. */
export const conflictingFrameworks: LibraryRule = {
  check: 'O13',
  isMutual: true,
  runLibrary(library) {
    const defined = inForce(library);
    return defined.flatMap((a, at) => defined.slice(at + 1).filter((b) => b.member.code === a.member.code && b.framework.id !== a.framework.id).flatMap((b) => judge(a, b)));
  },
};

function judge(a: Defined, b: Defined): LibraryAnswer[] {
  const differs = (Object.keys(names) as Attribute[]).filter((each) => isDifferent(a, b, each));
  if (differs.length === 0) return [];
  const [earlier, later] = (a.framework.effectiveFrom ?? '') <= (b.framework.effectiveFrom ?? '') ? [a, b] : [b, a];
  const from = [a, b].map((each) => each.framework.effectiveFrom ?? '').sort()[1]!;
  const to = [a, b].flatMap((each) => each.framework.effectiveTo ?? []).sort()[0];
  const frameworks = [earlier.framework.id, later.framework.id];
  return [{
    check: 'O13', severity: 'error', elements: [], members: [earlier.member, later.member],
    message: { key: 'O13.message', values: { code: a.member.code!, frameworks: frameworks.join(', '), differs: { vi: differs.map((each) => names[each].vi).join(', '), en: differs.map((each) => names[each].en).join(', ') } } },
    suggestion: { key: 'O13.suggestion', values: { later: later.framework.id } },
    evidence: { code: a.member.code!, frameworks, ...(from !== '' && { from }), ...(to !== undefined && { to }), later: later.framework.id, differs },
  }];
}
function isDifferent({ member: a }: Defined, { member: b }: Defined, attribute: Attribute): boolean {
  if (attribute === 'steps') return stepsOf(a).join('\n') !== stepsOf(b).join('\n');
  if (attribute === 'dossier') return JSON.stringify([...dossierOf(a.facts)].sort()) !== JSON.stringify([...dossierOf(b.facts)].sort());
  return JSON.stringify(mainLimit(a.facts)) !== JSON.stringify(mainLimit(b.facts));
}
