import traverse, { type Traversed } from 'bpmnlint/lib/traverse.js';
import type { Raw, RawUnknown } from '../analysis/finding.js';
import { bpmnlintRules, type Check } from './lint-rules.js';
import type { FileRule } from '../analysis/subject.js';
import { sourceOf } from './source.js';

/** S12: the rules of bpmnlint. A file without any diagram is not asked for one. */
export const wellFormedness: FileRule = {
  check: 'S12',
  async runFile(file) {
    const { definitions } = (await sourceOf(file)) ?? {};
    if (!definitions) return [];
    const isDrawn = Array.isArray(definitions.diagrams) && definitions.diagrams.length > 0;
    const rules = bpmnlintRules.filter((rule) => isDrawn || rule.name !== 'no-bpmndi');
    const reports = reportsOf(definitions, rules.map((rule) => rule.create().check));
    return rules.flatMap(({ name, vi }, at): (Raw | RawUnknown)[] => reports[at]?.map(({ id, message }): Raw => ({
      check: 'S12', severity: 'warning', elements: id === undefined ? [] : [id],
      message: { key: 'S12.message', values: { rule: name, element: file.label(id), text: { vi, en: message } } },
      suggestion: { key: 'S12.suggestion' }, evidence: { rule: name, message },
    })) ?? [{ check: 'S12', missing: [name] }]);
  },
};

interface Report { id?: string; message: string }
/**
 * What each rule reports, from one walk through the file for all of them; a rule that turns away from an element is not shown what is inside.
 * Undefined for a rule that fell over a file which is broken in a way that it does not know.
 */
function reportsOf(definitions: Traversed, checks: readonly Check[]): (Report[] | undefined)[] {
  const reports: (Report[] | undefined)[] = checks.map((): Report[] => []);
  const reporters = reports.map((list) => ({ report: (id: string | undefined, message: string) => { list!.push({ ...(id !== undefined && { id }), message }); } }));
  const turnedAt = checks.map((): Traversed | undefined => undefined);
  const ask = <T>(at: number, question: () => T): T | undefined => {
    try {
      return reports[at] && question();
    } catch {
      reports[at] = undefined;
      return undefined;
    }
  };
  traverse(definitions, {
    enter: (element) => checks.forEach((check, at) => {
      const enter = typeof check === 'function' ? check : check.enter;
      if (turnedAt[at] === undefined && ask(at, () => enter?.(element, reporters[at]!)) === false) turnedAt[at] = element;
    }),
    leave: (element) => checks.forEach((check, at) => {
      if (turnedAt[at] === element) turnedAt[at] = undefined;
      if (turnedAt[at] === undefined && typeof check !== 'function') ask(at, () => check.leave?.(element, reporters[at]!));
    }),
  });
  return reports;
}
