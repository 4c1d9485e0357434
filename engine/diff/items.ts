/**
 * What a version says, as a flat list: its facts, steps, events, gateways, flows, lanes and documents, each with attributes in the words that
 * people use of them. Two versions differ where these lists differ.
 */
import { canonicalJson } from '../graph/canonical.js';
import type { DataElement, EventDefinition, FlowNode, Id, Lane, ProcedureFacts, ProcessGraph, SequenceFlow, TimeUnit } from '../graph/types.js';

export type ItemKind = 'procedure' | 'timeLimit' | 'requiredDocument' | 'legalBasis' | 'channel' | 'framework' | 'step' | 'event' | 'gateway' | 'flow' | 'lane' | 'document';
export type Value = string | number | boolean | { readonly value: number; readonly unit: TimeUnit } | readonly string[];
/** `name`: what people call it; `element`: its id on the drawing, where it is drawn. */
export interface Item { key: string; kind: ItemKind; name: string; element?: Id; attributes: Readonly<Record<string, Value>> }

type Loose = Readonly<Record<string, Value | undefined>>;
/** What is not stated is not there; a list without entries neither. */
const stated = (values: Loose): Record<string, Value> => Object.fromEntries(Object.entries(values).filter((entry): entry is [string, Value] => entry[1] !== undefined && entry[1] !== '' && !(Array.isArray(entry[1]) && entry[1].length === 0)));
const limitOf = (value: number | undefined, unit: TimeUnit | undefined): Value | undefined => (value !== undefined && unit !== undefined ? { value, unit } : undefined);

/** Of the process and everything in it. Keys are unique. */
export function itemsOf(graph: ProcessGraph): Item[] {
  const items = [
    ...(graph.procedure ? factItems(graph.procedure) : []), ...Object.values(graph.nodes).map((node) => nodeItem(graph, node)), ...Object.values(graph.flows).map((flow) => flowItem(graph, flow)),
    ...graph.lanes.map(laneItem), ...Object.values(graph.data).flatMap((data) => documentItem(data)),
  ];
  return [...new Map(items.map((item) => [item.key, item])).values()];
}

function factItems(facts: ProcedureFacts): Item[] {
  const { code, name, level, field, counting, cutOff, fee, result, onlineService, sets, subjects, requirements } = facts;
  return [
    { key: 'procedure', kind: 'procedure', name: name ?? code ?? '', attributes: stated({ code, name, level, field, counting, cutOff, fee, result, onlineService, sets, subjects, requirements }) },
    ...facts.timeLimits.map(({ value, unit, when }): Item => ({ key: `timeLimit ${when ?? ''}`, kind: 'timeLimit', name: when ?? '', attributes: stated({ limit: { value, unit } }) })),
    ...facts.requiredDocuments.map(({ type, name: called, copies, original, source, form, mandatory }): Item => ({ key: `requiredDocument ${type}`, kind: 'requiredDocument', name: called ?? type, attributes: stated({ name: called, copies, original, source, form, mandatory }) })),
    ...facts.legalBasis.map(({ ref, title, from, to }): Item => ({ key: `legalBasis ${ref}`, kind: 'legalBasis', name: ref, attributes: stated({ title, from, to }) })),
    ...(facts.channels ?? []).map(({ kind, value, unit, fee: of, note }): Item => ({ key: `channel ${kind}`, kind: 'channel', name: kind, attributes: stated({ limit: limitOf(value, unit), fee: of, note }) })),
    ...facts.frameworks.map(({ id, version, publisher, effectiveFrom, effectiveTo }): Item => ({ key: `framework ${id}`, kind: 'framework', name: id, attributes: stated({ version, publisher, from: effectiveFrom, to: effectiveTo }) })),
  ];
}

const KINDS = { activity: 'step', event: 'event', gateway: 'gateway' } as const;

function nodeItem(graph: ProcessGraph, node: FlowNode): Item {
  const lane = graph.lanes.find((each) => each.id === node.lane);
  const common = { name: node.name, type: node.type, lane: lane && (lane.name ?? lane.id), inside: node.scope === graph.id ? undefined : (graph.nodes[node.scope]?.name ?? node.scope), documentation: node.documentation };
  return { key: `node ${node.id}`, kind: KINDS[node.kind], name: node.name ?? node.id, element: node.id, attributes: stated({ ...common, ...(node.kind === 'activity' ? stepAttributes(graph, node) : node.kind === 'event' ? eventAttributes(graph, node) : gatewayAttributes(graph, node)) }) };
}

const nameOf = (graph: ProcessGraph, id: Id | undefined): string | undefined => (id === undefined ? undefined : (graph.nodes[id]?.name ?? graph.flows[id]?.name ?? graph.data[id]?.name ?? id));
const namesOf = (graph: ProcessGraph, ids: readonly Id[] | undefined): string[] => [...new Set((ids ?? []).map((id) => nameOf(graph, id)!))].sort();

function stepAttributes(graph: ProcessGraph, node: Extract<FlowNode, { kind: 'activity' }>): Loose {
  const { step } = node;
  return {
    limit: limitOf(step?.limit, step?.unit), role: step?.role, stepKind: step?.kind, standardMinutes: step?.standardMinutes, medium: step?.medium, checks: step?.checks, clock: step?.clock,
    mandatory: step?.mandatory, accountable: step?.accountable, separateFrom: namesOf(graph, step?.separateFrom), applicantContact: step?.applicantContact, valueClass: step?.valueClass, form: node.form,
    legalBasis: (node.legalBasis ?? []).map(({ ref }) => ref), reads: namesOf(graph, node.reads), writes: namesOf(graph, node.writes), calls: node.calledElement, decision: node.decision, implementation: node.implementation,
    message: node.message?.name, script: node.script?.text, defaultFlow: nameOf(graph, node.defaultFlow), repeated: node.loop && detail(node.loop), adHoc: node.adHoc && detail(node.adHoc),
  };
}
function eventAttributes(graph: ProcessGraph, node: Extract<FlowNode, { kind: 'event' }>): Loose {
  return {
    trigger: node.definitions.map(triggerOf), attachedTo: nameOf(graph, node.attachedTo), interrupts: node.cancelActivity ?? node.isInterrupting, reads: namesOf(graph, node.reads), writes: namesOf(graph, node.writes),
  };
}
const gatewayAttributes = (graph: ProcessGraph, node: Extract<FlowNode, { kind: 'gateway' }>): Loose => ({ defaultFlow: nameOf(graph, node.defaultFlow), condition: node.activationCondition?.text });

function triggerOf(each: EventDefinition): string {
  switch (each.kind) {
    case 'message': return `message ${each.message.name}`;
    case 'timer': return `${each.timerKind} ${each.expression.text}`;
    case 'conditional': return `condition ${each.condition.text}`;
    case 'signal': case 'link': return `${each.kind} ${each.name}`;
    case 'error': case 'escalation': return `${each.kind} ${each.code ?? each.name ?? ''}`.trim();
    default: return each.kind;
  }
}

/** Trees of expressions say what their text says already. */
const detail = (value: object): string => canonicalJson(JSON.parse(JSON.stringify(value, (key, each: unknown) => (key === 'ast' || key === 'pos' ? undefined : each))) as never);

function flowItem(graph: ProcessGraph, { id, name, source, target, condition, facts }: SequenceFlow): Item {
  const ends = { from: nameOf(graph, source), to: nameOf(graph, target) };
  return { key: `flow ${id}`, kind: 'flow', name: `${ends.from} → ${ends.to}`, element: id, attributes: stated({ name, ...ends, condition: condition?.text, isReturn: facts?.isReturn, probability: facts?.probability }) };
}

function laneItem({ id, name, department }: Lane): Item {
  const { id: unit, agency, calendar, oneStop, headcount } = department ?? {};
  return { key: `lane ${id}`, kind: 'lane', name: name ?? id, element: id, attributes: stated({ name, department: unit, agency, calendar, oneStop, headcount }) };
}

function documentItem({ id, name, document }: DataElement): Item[] {
  if (!document) return [];
  const fields = document.fields.map((field) => { const declared = document.declared?.find((each) => each.name === field); return declared ? detail(declared) : field; });
  return [{ key: `document ${id}`, kind: 'document', name: name ?? document.type, element: id, attributes: stated({ name, type: document.type, source: document.source, medium: document.form, fields }) }];
}
