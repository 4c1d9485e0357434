import type { DecisionTable, Logic } from '../../decision/types.js';
import type { Id, Json } from '../../graph/types.js';
import { judgeGateway, type Example, type GatewayCases } from '../decisions/gateway.js';
import { judgeTable, type TableCases } from '../decisions/table.js';
import type { Answer } from '../finding.js';
import type { FileRule, FileSubject, Subject } from '../subject.js';

/**
 * S7: a value that fulfils none of the conditions of an exclusive gateway without default flow, or no rule of a decision table: an
 * error; a value that fulfils two: a warning. Hit policies that allow several rules, or no rule, are respected.
 */
export const decisions: FileRule = {
  check: 'S7',
  async runFile(file) { return [...file.subjects.flatMap(gateways), ...(await tables(file))]; },
};

function gateways(subject: Subject): Answer[] {
  return subject.graph.order.flatMap((id): Answer[] => {
    const node = subject.node(id);
    if (node.kind !== 'gateway' || node.type !== 'exclusiveGateway' || node.outgoing.length < 2) return [];
    const judged = judgeGateway(subject.graph, node);
    if ('missing' in judged) return [{ check: 'S7', missing: judged.missing.map((flow) => `conditionExpression of ${flow}`) }];
    return 'tooMany' in judged ? [{ check: 'S7', missing: [`${id}: not decided within ${judged.tooMany} cases`] }] : gatewayFindings(subject, id, judged);
  });
}
function gatewayFindings(subject: Subject, gateway: Id, { gap, overlaps }: GatewayCases): Answer[] {
  const element = subject.labels([gateway]);
  const found: Answer[] = gap ? [{
    check: 'S7', severity: 'error', elements: [gateway], message: { key: 'S7.gap', values: { element, example: written(gap) } },
    suggestion: { key: 'S7.gapSuggestion' }, evidence: { kind: 'gap', example: gap },
  }] : [];
  return [...found, ...overlaps.map(({ flows, example }): Answer => ({
    check: 'S7', severity: 'warning', elements: [gateway],
    message: { key: 'S7.overlap', values: { element, example: written(example), flows: flows.map((flow) => subject.graph.flows[flow]!.name ?? flow).join(', ') } },
    suggestion: { key: 'S7.overlapSuggestion' }, evidence: { kind: 'overlap', example, flows },
  }))];
}

async function tables({ model }: FileSubject): Promise<Answer[]> {
  if (!model.decisions) return [];
  // A drawing has no decision tables: the designer need not load what reads them.
  const { allowedValues } = await import('../decisions/allowed-values.js');
  const allowed = await allowedValues(model.xml);
  return Object.values(model.decisions).flatMap(({ id, name, logic }) => tablesIn(logic).flatMap((table): Answer[] => {
    const judged = judgeTable(table, allowed.get(id));
    if ('missing' in judged) return [{ check: 'S7', missing: judged.missing.map((input) => `${id}: tests of ${input} that compare with constants`) }];
    return 'tooMany' in judged ? [{ check: 'S7', missing: [`${id}: not decided within ${judged.tooMany} cases`] }] : tableFindings(id, name, table, judged);
  }));
}
function tablesIn(logic: Logic): DecisionTable[] {
  return logic.kind === 'table' ? [logic] : logic.kind === 'invocation' ? tablesIn(logic.body) : logic.kind === 'context' ? logic.entries.flatMap((each) => tablesIn(each.logic)) : [];
}

function tableFindings(id: Id, name: string, table: DecisionTable, { gap, overlaps }: TableCases): Answer[] {
  const mayMiss = ['COLLECT', 'RULE ORDER', 'OUTPUT ORDER'].includes(table.hitPolicy) || table.outputs.every((each) => each.default !== undefined);
  const found: Answer[] = gap && !mayMiss ? [{
    check: 'S7', severity: 'error', elements: [id], message: { key: 'S7.tableGap', values: { element: `“${name}”`, example: written(gap) } },
    suggestion: { key: 'S7.tableSuggestion' }, evidence: { kind: 'gap', decision: id, example: gap },
  }] : [];
  const clashing = overlaps.filter(({ rules }) => table.hitPolicy === 'UNIQUE' || (table.hitPolicy === 'ANY' && outputsDiffer(table, rules)));
  return [...found, ...smallest(clashing).map(({ rules, example }): Answer => ({
    check: 'S7', severity: 'warning', elements: [id], message: { key: 'S7.tableOverlap', values: { element: `“${name}”`, example: written(example), rules: rules.join(', ') } },
    suggestion: { key: 'S7.tableSuggestion' }, evidence: { kind: 'overlap', decision: id, example, rules },
  }))];
}
function outputsDiffer(table: DecisionTable, rules: readonly number[]): boolean {
  return new Set(rules.map((rule) => table.rules[rule - 1]!.entries.map((entry) => entry.text.trim()).join('\n'))).size > 1;
}
/** A clash of three rules says nothing new when two of them clash elsewhere already. */
function smallest(overlaps: TableCases['overlaps']): TableCases['overlaps'] {
  return overlaps.filter(({ rules }) => !overlaps.some((other) => other.rules.length < rules.length && other.rules.every((rule) => rules.includes(rule))));
}
function written(example: Example): string {
  const value = (each: Json): string => (typeof each === 'string' ? `"${each}"` : String(each));
  return Object.entries(example).map(([name, each]) => `${name} = ${value(each)}`).join(', ') || '–';
}
