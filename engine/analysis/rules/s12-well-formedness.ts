import testRule from 'bpmnlint/lib/test-rule.js';
import type { Raw } from '../finding.js';
import { lintRules } from '../lint-rules.js';
import type { FileRule } from '../subject.js';

/** S12: the rules of bpmnlint. A file without any diagram is not asked for one. */
export const wellFormedness: FileRule = {
  check: 'S12',
  async runFile(file) {
    if (!file.isBpmnText) return [];
    const { definitions } = await file.source();
    if (!definitions) return [];
    const isDrawn = Array.isArray(definitions.diagrams) && definitions.diagrams.length > 0;
    return lintRules.filter((rule) => isDrawn || rule.name !== 'no-bpmndi').flatMap(({ name, create, vi }) =>
      testRule({ moddleRoot: definitions, rule: create() }).map((report): Raw => ({
        check: 'S12', severity: 'warning', elements: report.id === undefined ? [] : [report.id],
        message: { key: 'S12.message', values: { rule: name, element: file.label(report.id), text: { vi, en: report.message } } },
        suggestion: { key: 'S12.suggestion' }, evidence: { rule: name, message: report.message },
      })));
  },
};
