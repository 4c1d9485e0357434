/** Runs rules over the processes of a file, and over a library. */
import type { ProcedureFacts } from '../graph/types.js';
import type { Answer, CannotTell, Finding, TellingFinding } from './finding.js';
import { inWords, isUnknown } from './finding.js';
import type { Library, Member } from './library/library.js';
import type { LibraryAnswer, LibraryRule } from './library/rule.js';
import type { Language } from './messages.js';
import type { FileRule, FileSubject, Rule, Subject } from './subject.js';

/** Findings of one file, in the order of the rules. A check that lacks facts is one entry. */
export async function analyse(file: FileSubject, language: Language, rules: readonly (Rule | FileRule)[]): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const rule of rules) found.push(...(await apply(rule, file, language)));
  return found;
}

async function apply(rule: Rule | FileRule, file: FileSubject, language: Language): Promise<Finding[]> {
  const found: TellingFinding[] = [];
  const missing = new Set<string>();
  const take = (answers: readonly Answer[], subject: Subject | undefined): void => {
    for (const answer of answers) {
      if (isUnknown(answer)) for (const name of answer.missing) missing.add(name);
      else found.push(inWords(answer, file.file, language, casesPerYear(subject?.graph.procedure)));
    }
  };
  if ('runFile' in rule) take(await rule.runFile(file), file.subjects[0]);
  else for (const subject of file.subjects) take(rule.run(subject), subject);
  const unknown: CannotTell = { file: file.file, check: rule.check, canTell: false, missing: [...missing] };
  return missing.size > 0 ? [...found, unknown] : found;
}

export function casesPerYear(facts: ProcedureFacts | undefined): number | undefined {
  return facts?.applicantsPerYear === undefined ? undefined : facts.applicantsPerYear * (facts.timesPerYear ?? 1);
}

/** Findings across the files of a library; where they are asked about one procedure, that one is their first. */
export function analyseLibrary(library: Library, language: Language, rules: readonly LibraryRule[]): Finding[] {
  return rules.flatMap((rule) => {
    const unknown = new Map<string, Set<string>>();
    const answers = rule.runLibrary(library).flatMap((answer) => (library.about ? seenFrom(library.about, answer, rule.isMutual === true) : [answer]));
    const found = answers.flatMap((answer): Finding[] => {
      if ('member' in answer) {
        for (const name of answer.missing) unknown.set(answer.member.file, (unknown.get(answer.member.file) ?? new Set()).add(name));
        return [];
      }
      const [first, ...others] = answer.members;
      const { file, ...rest } = inWords(answer, first!.file, language, casesPerYear(first!.facts));
      return [{ file, files: answer.members.map((each) => each.file), with: others.map((each) => each.code ?? each.file.split('/').pop()!), ...rest }];
    });
    return [...found, ...[...unknown].map(([file, missing]): CannotTell => ({ file, check: rule.check, canTell: false, missing: [...missing] }))];
  });
}

/** What an answer says about one procedure: none where it is about another, with that one at its side. */
function seenFrom(about: Member, answer: LibraryAnswer, isMutual: boolean): LibraryAnswer[] {
  if ('member' in answer) return answer.member === about ? [answer] : [];
  if (answer.members[0] === about) return [answer];
  return isMutual && answer.members.includes(about) ? [{ ...answer, members: [about, ...answer.members.filter((each) => each !== about)] }] : [];
}
