import type { Defined } from '../library/frameworks.js';
import { dossierOf, inForce, isLonger, mainLimit } from '../library/frameworks.js';
import type { Member } from '../library/library.js';
import type { LibraryAnswer, LibraryRule } from '../library/rule.js';
import { hoursOf } from '../time.js';

/** T19: a local procedure has a longer limit, or asks for more documents, than the framework in force allows. */
export const frameworkDiffers: LibraryRule = {
  check: 'T19',
  runLibrary(library) {
    const defined = inForce(library);
    return library.asked.flatMap((member): LibraryAnswer[] => {
      const followed = (member.facts?.frameworks ?? []).filter((each) => !each.defines);
      if (member.facts?.frameworks.some((each) => each.defines)) return [];
      const ruling = defined.filter((each) => each.member.code === member.code && (followed.length === 0 || followed.some((framework) => framework.id === each.framework.id)));
      const known = (id: string): boolean => library.members.some((each) => each.code === member.code && each.facts?.frameworks.some((framework) => framework.defines && framework.id === id));
      const unknown = followed.filter((framework) => !known(framework.id)).map((framework) => `df:framework ${framework.id} (defines="true") of ${member.code ?? member.file}`);
      return [...ruling.flatMap((each) => judge(member, each)), ...(unknown.length > 0 ? [{ check: 'T19', missing: unknown, member }] : [])];
    });
  },
};

function judge(member: Member, { member: sample, framework }: Defined): LibraryAnswer[] {
  const [own, allowed] = [mainLimit(member.facts), mainLimit(sample.facts)];
  const longer = own && allowed && isLonger(own, allowed);
  const conditional = (member.facts?.timeLimits ?? []).filter((each) => each.when !== undefined && sample.facts?.timeLimits.some((other) => other.when === each.when && hoursOf(each.value, each.unit) > hoursOf(other.value, other.unit) + 1e-9));
  const documents = extraDocuments(member, sample);
  if (!longer && conditional.length === 0 && documents.length === 0) return [];
  const named = (type: string): string => `“${member.subject.documents.name(type)}”`;
  const differs = { vi: [] as string[], en: [] as string[] };
  if (longer) { differs.vi.push(`thời hạn ${own.hours} giờ, khung cho ${allowed.hours} giờ`); differs.en.push(`limit ${own.hours} hours, ${allowed.hours} allowed`); }
  for (const each of conditional) { differs.vi.push(`thời hạn khi ${each.when!}`); differs.en.push(`limit when ${each.when!}`); }
  if (documents.length > 0) { differs.vi.push(`thêm giấy tờ ${documents.map(named).join(', ')}`); differs.en.push(`further documents ${documents.map(named).join(', ')}`); }
  const clause = [framework.id, ...(framework.version ? [framework.version] : [])].join(' ');
  return [{
    check: 'T19', severity: 'error', elements: [], members: [member, sample],
    message: { key: 'T19.message', values: { framework: clause, differs: { vi: differs.vi.join('; '), en: differs.en.join('; ') } } },
    suggestion: { key: 'T19.suggestion', values: { clause: sample.facts?.legalBasis[0]?.ref ?? clause } },
    evidence: { framework: framework.id, ...(framework.version !== undefined && { version: framework.version }), ...(own && { limitHours: own.hours }), ...(allowed && { frameworkLimitHours: allowed.hours }), documents, when: conditional.map((each) => each.when!) },
  }];
}
/** Asked for beyond the framework: a type of its own, more copies, or always where the framework says sometimes. */
function extraDocuments(member: Member, sample: Member): string[] {
  const allowed = dossierOf(sample.facts);
  return [...dossierOf(member.facts)].filter(([type, { copies, mandatory }]) => {
    const known = allowed.get(type);
    return !known || copies > known.copies || (mandatory && !known.mandatory);
  }).map(([type]) => type);
}
