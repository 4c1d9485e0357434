import { ruleFindings } from '../bpmn/validate.js';
import type { Answer } from '../analysis/finding.js';
import type { FileRule } from '../analysis/subject.js';
import { sourceOf } from './source.js';

/** Rules that a strict reader holds against a file although it can be run: lists of flows complete, item definitions in agreement. */
const strict: ReadonlySet<string> = new Set(['SEQ-19', 'SEQ-20', 'DATA-09', 'DATA-11', 'DATA-12', 'DATA-13', 'LANE-04']);

/** S13: what breaks the interchange of the file: references that do not resolve, lists of flows that do not match, item definitions that disagree. */
export const interchange: FileRule = {
  check: 'S13',
  async runFile(file) {
    const source = await sourceOf(file);
    if (!source) return [];
    const found = [...source.diagnostics, ...ruleFindings(source)].filter((each) => each.severity === 'error' || strict.has(each.code));
    return found.map(({ code, message, elementId, line }): Answer => ({
      check: 'S13', severity: 'error', elements: elementId === undefined ? [] : [elementId],
      message: { key: 'S13.message', values: { element: file.label(elementId), text: message } }, suggestion: { key: 'S13.suggestion' },
      evidence: { rule: code, ...(line !== undefined && { line }) },
    }));
  },
};
