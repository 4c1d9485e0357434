/**
 * Short notation for rule fixtures, so that a row shows what matters.
 * `{{broken|valid}}` gives the two variants; `f:A>B;` and `f:A>B[x > 1];` are sequence flows without and with a condition;
 * what follows `===` stands beside the process instead of inside it. `{{…|…}}` may span anything but another `{{`.
 */
import { validateBpmn, type Problem } from '../../../engine/bpmn/validate.js';
import { rules } from '../../../engine/bpmn/rules/index.js';

export type Row = [rule: string, elementId: string, drawing: string];

const flow = /\b(\w+):(\w+)>(\w+)(?:\[([^\]]*)\])?;/g;
const expand = (text: string): string => text.replace(flow, (_all, id: string, from: string, to: string, condition?: string) =>
  `<sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}">${condition ? `<conditionExpression xsi:type="tFormalExpression">${condition.replace(/</g, '&lt;')}</conditionExpression>` : ''}</sequenceFlow>`);

/** `variant` 0 is the broken one, 1 the valid one. */
export function drawn(drawing: string, variant: 0 | 1): string {
  const chosen = drawing.replace(/\{\{([\s\S]*?)\}\}/g, (_all, both: string) => both.split('|')[variant] ?? '');
  const [inside = '', beside = ''] = expand(chosen).split('===');
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions id="D" targetNamespace="urn:test" xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0">
<process id="P" isExecutable="true">${inside}</process>${beside}</definitions>`;
}

const severityOf = (id: string): 'error' | 'warning' => (rules.find((each) => each.id === id)!.severity === 'warning' ? 'warning' : 'error');
const short = (problems: Problem[]): string[] => problems.map((each) => `${each.code} ${each.elementId ?? ''}: ${each.message}`);

/** The broken variant breaks the rule at the element; the valid one keeps it and is not refused for anything. */
export function testRows(rows: readonly Row[]): void {
  test.each(rows)('%s at %s', async (rule, elementId, drawing) => {
    const broken = await validateBpmn(drawn(drawing, 0));
    const found = severityOf(rule) === 'error' ? broken.errors : broken.warnings;
    expect(short(found)).toContainEqual(expect.stringContaining(`${rule} ${elementId}:`));
    const valid = await validateBpmn(drawn(drawing, 1));
    expect(short(valid.errors)).toEqual([]);
    expect(short(valid.warnings.filter((each) => each.code === rule && each.elementId === elementId))).toEqual([]);
  });
}
