import { inForce, mainLimit } from '../library/frameworks.js';
import type { LibraryAnswer, LibraryRule } from '../library/rule.js';
import { rounded } from '../time.js';
import { sumOfSteps } from './t1-limit.js';

/** T1 against the framework: the steps of a procedure take longer than the framework in force allows, where that is less than its own limit. */
export const frameworkLimit: LibraryRule = {
  check: 'T1',
  runLibrary(library) {
    return inForce(library).flatMap(({ member: sample, framework }) => library.asked.flatMap((member): LibraryAnswer[] => {
      const followed = (member.facts?.frameworks ?? []).filter((each) => !each.defines);
      const [own, allowed] = [mainLimit(member.facts), mainLimit(sample.facts)];
      const isRuled = member !== sample && member.code === sample.code && !member.facts?.frameworks.some((each) => each.defines) && (followed.length === 0 || followed.some((each) => each.id === framework.id));
      if (!isRuled || !allowed || (own && own.hours <= allowed.hours)) return [];
      const { hours, once, path } = sumOfSteps(member.subject);
      if (hours <= allowed.hours + 1e-9) return [];
      const [sumHours, limitHours, overHours] = [rounded(hours), rounded(allowed.hours), rounded(hours - allowed.hours)];
      return [{
        check: 'T1', severity: once > allowed.hours + 1e-9 ? 'error' : 'warning', elements: [...new Set(path)], members: [member, sample],
        message: { key: 'T1.framework', values: { sum: sumHours, limit: limitHours, over: overHours, framework: framework.id } },
        suggestion: { key: 'T1.suggestion' }, evidence: { sumHours, limitHours, overHours, path, framework: framework.id },
      }];
    }));
  },
};
