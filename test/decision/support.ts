/** Small DMN files for tests. */
import { decide, type DecisionResult } from '../../engine/decision/evaluate.js';
import { readDmn } from '../../engine/decision/read.js';
import type { Data } from '../../engine/graph/types.js';

const escapeXml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
export const text = (tag: string, content: string, attributes = ''): string => `<${tag} ${attributes}><text>${escapeXml(content)}</text></${tag}>`;

export function dmn(body: string, namespace = 'https://www.omg.org/spec/DMN/20191111/MODEL/'): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<definitions xmlns="${namespace}" id="D" name="D" namespace="urn:test">${body}</definitions>`;
}

export interface Table { policy?: string; inputs: readonly string[]; outputs: readonly (string | { name: string; values?: string; default?: string })[]; rules: readonly (readonly string[])[] }
/** Each rule lists its tests, then its outputs. */
export function table({ policy, inputs, outputs, rules }: Table): string {
  const [hitPolicy, aggregation] = (policy ?? 'UNIQUE').split('/');
  const clauses = outputs.map((output) => (typeof output === 'string' ? { name: output } : output) as Exclude<typeof output, string>);
  return `<decisionTable hitPolicy="${hitPolicy}"${aggregation ? ` aggregation="${aggregation}"` : ''}>${
    inputs.map((each) => `<input>${text('inputExpression', each)}</input>`).join('')}${
    clauses.map((each) => `<output name="${each.name}">${each.values ? text('outputValues', each.values) : ''}${each.default ? text('defaultOutputEntry', each.default) : ''}</output>`).join('')}${
    rules.map((rule) => `<rule>${rule.map((cell, at) => text(at < inputs.length ? 'inputEntry' : 'outputEntry', cell)).join('')}</rule>`).join('')}</decisionTable>`;
}
export const decision = (id: string, logic: string, requires: readonly string[] = [], knowledge: readonly string[] = [], name = id): string =>
  `<decision id="${id}" name="${name}"><variable name="${name}"/>${requires.map((each) => `<informationRequirement><requiredDecision href="#${each}"/></informationRequirement>`).join('')}${
    knowledge.map((each) => `<knowledgeRequirement><requiredKnowledge href="#${each}"/></knowledgeRequirement>`).join('')}${logic}</decision>`;
export const model = (id: string, parameters: readonly string[], body: string, more = ''): string =>
  `<businessKnowledgeModel id="${id}" name="${id}"><encapsulatedLogic>${parameters.map((each) => `<formalParameter name="${each}"/>`).join('')}${body}</encapsulatedLogic>${more}</businessKnowledgeModel>`;

/** Reads and decides; problems of the file fail the test. */
export async function decided(xml: string, id: string, data: Data = {}): Promise<DecisionResult> {
  const { decisions, diagnostics } = await readDmn(xml);
  if (diagnostics.some((each) => each.severity === 'error')) throw new Error(diagnostics.map((each) => each.message).join('; '));
  return decide(decisions ?? {}, id, data, { now: 0 });
}
export async function valueOf(xml: string, id: string, data: Data = {}): Promise<unknown> {
  const result = await decided(xml, id, data);
  if (!result.ok) throw new Error(result.message);
  return result.value;
}
