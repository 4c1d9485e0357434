/** Plans for tests of migration: from a small drawing, or the same plan with other ids. */
import { linkPlan } from '../../engine/bpmn/plan.js';
import { readBpmn } from '../../engine/bpmn/read.js';
import type { Plan } from '../../engine/graph/types.js';
import { initialState, step, type Command, type ProcessState } from '../../engine/interpreter/index.js';
import type { MigrationPlan } from '../../engine/migration/index.js';
import { bpmn, type Drawing } from '../support/bpmn.js';

export async function planOfDrawing(drawing: Drawing): Promise<Plan> {
  const model = await readBpmn(bpmn(drawing));
  const { plan, diagnostics } = linkPlan([model], drawing.id ?? 'P');
  if (!plan) throw new Error(JSON.stringify([...model.diagnostics, ...diagnostics]));
  return plan;
}

/** After the commands given; each has to be accepted. Instants count hours from the start. */
export function after(plan: Plan, bodies: readonly (Record<string, unknown> & { type: string })[], from = initialState()): ProcessState {
  return bodies.reduce((state, body, index) => {
    const result = step(plan, state, { commandId: `c${state.seq}-${index}`, at: state.at + 3_600_000, ...body } as Command);
    if (!result.accepted) throw new Error(`${body.type}: ${result.rejection.message}`);
    return result.state;
  }, from);
}
export function complete(plan: Plan, state: ProcessState, node: string): ProcessState {
  const item = Object.values(state.instances).find((each) => each.node === node && each.work);
  if (!item) throw new Error(`${node} is not active: ${activeNodes(state).join(', ')}`);
  return after(plan, [{ type: 'completeWorkItem', item: item.id }], state);
}
export function activeNodes(state: ProcessState): string[] {
  return Object.values(state.instances).map((each) => each.node).sort();
}

/** The same plan, every process, node and flow called otherwise, with the mapping of the nodes. */
export function renamed(plan: Plan): { next: Plan; migration: MigrationPlan } {
  const graphs = Object.values(plan.processes);
  const ids = new Set(graphs.flatMap((each) => [each.id, ...Object.keys(each.nodes), ...Object.keys(each.flows)]));
  const next = (id: string): string => (ids.has(id) ? `${id}_next` : id);
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return next(value);
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [next(key), walk(each)]));
  };
  const processes = Object.fromEntries(graphs.map((each) => [each.id, { to: next(each.id), nodes: Object.fromEntries(Object.keys(each.nodes).map((id) => [id, next(id)])) }]));
  return { next: { ...(walk(plan) as Plan), hash: 'next' }, migration: { from: plan.hash, to: 'next', processes } };
}
