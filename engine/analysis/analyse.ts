/** Runs rules over the processes of a file. */
import type { Model } from '../graph/types.js';
import type { CannotTell, Finding, TellingFinding } from './finding.js';
import { inWords, isUnknown } from './finding.js';
import type { Language } from './messages.js';
import { rules as allRules } from './rules/index.js';
import type { Rule } from './subject.js';
import { Subject } from './subject.js';

/** Findings of one file, in the order of the rules. A check that lacks facts is one entry. */
export function analyse(model: Model, file: string, language: Language, rules: readonly Rule[] = allRules): Finding[] {
  const subjects = model.processes.filter((graph) => !graph.globalTask && graph.order.length > 0).map((graph) => new Subject(model, graph));
  return rules.flatMap((rule): Finding[] => {
    const found: TellingFinding[] = [];
    const missing = new Set<string>();
    for (const subject of subjects) {
      for (const answer of rule.run(subject)) {
        if (isUnknown(answer)) for (const name of answer.missing) missing.add(name);
        else found.push(inWords(answer, file, language));
      }
    }
    const unknown: CannotTell = { file, check: rule.check, canTell: false, missing: [...missing] };
    return missing.size > 0 ? [...found, unknown] : found;
  });
}
