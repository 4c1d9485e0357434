/** Fields that a step or a reception asks for: as the drawing declares them, or as far as its conditions tell. */
import type { Ast } from '../expression/ast.js';
import { labelOf } from './labels.js';
import { statementOf } from './outcomes.js';
import type { FieldFacts, FieldType, FlowNode, Id, PersonalLevel, Plan, ProcessGraph } from './types.js';

/** `declared`: the type is what the drawing says, not a guess. */
export interface StepField {
  name: string; label: string; document: string; type: FieldType; required: boolean;
  declared?: true; options?: readonly string[]; min?: number; max?: number; personal?: PersonalLevel;
}

/** Fields of the documents that a step writes. */
export function fieldsOf(plan: Plan, graph: ProcessGraph, step: FlowNode): StepField[] {
  return step.kind === 'activity' ? fieldsOfData(plan, graph, step.writes) : [];
}
/** Fields that the applicant states: those of the documents he brings. */
export function applicantFields(plan: Plan, graph: ProcessGraph): StepField[] {
  return fieldsOfData(plan, graph, Object.values(graph.data).filter((each) => each.document?.source === 'applicant').map((each) => each.id));
}

/** Of documents first, then of variables that stand in none. */
function declarations(graph: ProcessGraph): FieldFacts[] {
  const data = Object.values(graph.data);
  return [...data.flatMap(({ document }) => document?.declared ?? []), ...data.flatMap(({ declared }) => declared ?? [])];
}

/** What is declared about the fields of a process, by name; of several declarations the first. */
export function declaredFields(graph: ProcessGraph): Map<string, FieldFacts> {
  const found = new Map<string, FieldFacts>();
  for (const each of declarations(graph)) if (!found.has(each.name)) found.set(each.name, each);
  return found;
}

/** Names of all processes of a plan that tell something about a person; where drawings differ, the stricter mark. */
export function personalFields(plan: Plan): Map<string, PersonalLevel> {
  const found = new Map<string, PersonalLevel>();
  for (const graph of Object.values(plan.processes)) {
    for (const { name, personal } of declarations(graph)) if (personal && found.get(name) !== 'sensitive') found.set(name, personal);
  }
  return found;
}

function fieldsOfData(plan: Plan, graph: ProcessGraph, ids: readonly Id[]): StepField[] {
  const found = new Map<string, StepField>();
  const elsewhere = declaredFields(graph);
  for (const id of ids) {
    const element = graph.data[id];
    const document = element?.document ?? graph.data[element?.refersTo ?? '']?.document;
    for (const name of document?.fields ?? []) {
      const declared = document?.declared?.find((each) => each.name === name) ?? elsewhere.get(name);
      if (!found.has(name)) found.set(name, { name, label: labelOf(graph, name), document: element?.name ?? document!.type, ...typed(plan, name, declared) });
    }
  }
  return [...found.values()];
}

function typed(plan: Plan, name: string, declared: FieldFacts | undefined): Pick<StepField, 'type' | 'required'> & Partial<StepField> {
  if (!declared) return { type: guessed(plan, name), required: false };
  const { type, required, options, min, max, personal } = declared;
  return {
    type, required: required === true, declared: true, ...(options && { options }),
    ...(min !== undefined && { min }), ...(max !== undefined && { max }), ...(personal && { personal }),
  };
}

/** What is not declared: what its conditions compare it with tells, and Vietnamese names of dates begin with `ngay`. */
function guessed(plan: Plan, name: string): FieldType {
  for (const process of Object.values(plan.processes)) {
    for (const flow of Object.values(process.flows)) {
      const statement = statementOf(flow.condition);
      if (statement?.variable === name && typeof statement.value !== 'string') return typeof statement.value as 'number' | 'boolean';
      if (isMeasured(flow.condition?.ast, name)) return 'number';
    }
  }
  return /^ngay[A-Z]/.test(name) ? 'date' : 'string';
}

/** Whether a condition asks if `name` is more or less than a number. */
function isMeasured(ast: Ast | undefined, name: string): boolean {
  if (ast?.kind !== 'compare') return false;
  const sides = [ast.left, ast.right];
  return sides.some((side) => side.kind === 'name' && side.name === name) && sides.some((side) => side.kind === 'literal' && typeof side.value === 'number');
}
