import testRule from 'bpmnlint/lib/test-rule.js';
import type { Raw } from '../analysis/finding.js';
import { bpmnlintRules } from './lint-rules.js';
import type { FileRule } from '../analysis/subject.js';
import { sourceOf } from './source.js';

/** S12: the rules of bpmnlint. A file without any diagram is not asked for one. */
export const wellFormedness: FileRule = {
  check: 'S12',
  async runFile(file) {
    const { definitions } = (await sourceOf(file)) ?? {};
    if (!definitions) return [];
    const isDrawn = Array.isArray(definitions.diagrams) && definitions.diagrams.length > 0;
    return bpmnlintRules.filter((rule) => isDrawn || rule.name !== 'no-bpmndi').flatMap(({ name, create, vi }) =>
      testRule({ moddleRoot: definitions, rule: create() }).map((report): Raw => ({
        check: 'S12', severity: 'warning', elements: report.id === undefined ? [] : [report.id],
        message: { key: 'S12.message', values: { rule: name, element: file.label(report.id), text: { vi, en: report.message } } },
        suggestion: { key: 'S12.suggestion' }, evidence: { rule: name, message: report.message },
      })));
  },
};
