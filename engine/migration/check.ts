/** What stands in the way of moving one running dossier, and what it loses on the way. */
import { canonicalJson } from '../graph/canonical.js';
import type { Id, Plan } from '../graph/types.js';
import type { Catcher, DoneRecord, NodeInstance, ProcessState, Scope } from '../interpreter/state.js';
import { Correspondence } from './correspondence.js';
import { checkJoins } from './joins.js';
import { checkPlan } from './check-plan.js';
import type { MigrationPlan, MigrationProblem } from './types.js';

/**
 * Problems of `plan` itself first, then of the dossier in `state`, which runs on `from`. None of severity `error` means
 * that `migrateState` will move it. `element` of a problem is an id of the old plan.
 */
export function checkMigration(from: Plan, to: Plan, plan: MigrationPlan, state: ProcessState): MigrationProblem[] {
  const found = checkPlan(from, to, plan);
  if (found.length > 0) return found;
  if (state.status !== 'running') return [{ code: 'not-running', severity: 'error', message: `The dossier is ${state.status}; only a running one can be migrated.` }];
  const map = new Correspondence(from, to, plan);
  return [
    ...Object.values(state.scopes).flatMap((scope) => [...checkScope(map, state, scope), ...checkTokens(map, scope), ...checkData(map, scope)]),
    ...Object.values(state.instances).flatMap((each) => checkInstance(map, state, each)),
    ...Object.values(state.catchers).flatMap((each) => checkCatcher(map, state, each)),
    ...checkUndo(map, state),
    ...checkJoins(map, state),
  ];
}

const error = (code: MigrationProblem['code'], process: Id, element: Id, message: string): MigrationProblem => ({ code, severity: 'error', process, element, message });
const warning = (code: MigrationProblem['code'], process: Id, element: Id, message: string): MigrationProblem => ({ code, severity: 'warning', process, element, message });

/** Whether it stands in counterparts of what contains it is told of the instance that the scope is the inside of. */
function checkScope(map: Correspondence, state: ProcessState, { process, element, owner }: Scope): MigrationProblem[] {
  if (!map.graphs(process)) return [error('unmapped-active', process, element, `Process ${process}, in which something runs, has no counterpart.`)];
  const call = owner === undefined ? undefined : state.instances[owner];
  const around = call && state.scopes[call.scope];
  if (element !== process || !call || !around) return [];
  const next = map.node(around.process, call.node);
  if (!next || (next.kind === 'activity' && next.calledElement === map.container(process, process))) return [];
  return [error('called-differs', around.process, call.node, `${call.node} calls another process now than the one that runs in it (${process}).`)];
}

function checkTokens(map: Correspondence, { process, tokens, resets }: Scope): MigrationProblem[] {
  const images = new Map<Id, Id>();
  const flows = new Set([...Object.keys(tokens), ...Object.values(resets).flat()]);
  const problems = [...flows].flatMap((flow): MigrationProblem[] => {
    const found = map.flow(process, flow);
    if (found.flow === undefined) {
      return [error(found.why, process, flow, found.why === 'flow-gone' ? `A token rests on flow ${flow}, which has no counterpart.` : `A token rests on flow ${flow}, which several flows could be now; name one in the plan.`)];
    }
    const other = images.get(found.flow);
    images.set(found.flow, flow);
    return other === undefined ? [] : [error('flow-ambiguous', process, flow, `Tokens rest on ${other} and ${flow}, which would both be ${found.flow}; name another flow in the plan.`)];
  });
  const gates = Object.keys(resets).filter((gate) => !map.node(process, gate));
  return [...problems, ...gates.map((gate) => error('unmapped-active', process, gate, `Gateway ${gate}, which waits for its reset, has no counterpart.`))];
}

/** Values stay in the data of the dossier; nothing in the new drawing declares them any more. */
function checkData(map: Correspondence, { process, element, data }: Scope): MigrationProblem[] {
  const graphs = map.graphs(process);
  if (!graphs) return [];
  const declared = new Set(Object.values(graphs.next.data).map((each) => each.name));
  const lost = Object.values(graphs.old.data).filter(({ name, scope }) => scope === element && name !== undefined && Object.hasOwn(data, name) && !declared.has(name));
  return [...new Map(lost.map((each) => [each.name, each])).values()].map(({ id, name }) => warning('data-lost', process, id, `The dossier has a value of "${name}", which the new version does not know.`));
}

function checkInstance(map: Correspondence, state: ProcessState, instance: NodeInstance): MigrationProblem[] {
  const process = state.scopes[instance.scope]?.process ?? '';
  if (!map.graphs(process)) return [];
  const { node: id } = instance;
  const [old, next] = [map.oldNode(process, id), map.node(process, id)];
  if (!old || !next) return [error('unmapped-active', process, id, `${old?.name ?? id} is active and has no counterpart.`)];
  const problems: MigrationProblem[] = [];
  if (!map.isInPlace(process, id)) problems.push(error('scope-differs', process, id, `${old.name ?? id} is active and stands in another sub-process now.`));
  if (old.kind === 'activity' && next.kind === 'activity' && canonicalJson(old.loop) !== canonicalJson(next.loop)) {
    problems.push(error('loop-differs', process, id, `${old.name ?? id} is active and its loop or multi-instance facts are other ones now.`));
  }
  for (const pending of instance.pending ?? []) {
    if (!map.isInPlace(process, pending)) problems.push(error('unmapped-active', process, pending, `${pending} is still to be offered and has no counterpart in the same place.`));
  }
  if (old.type === 'eventBasedGateway' && old.outgoing.length > 0 && next.outgoing.length === 0) problems.push(error('unmapped-active', process, id, `${id} would wait for nothing.`));
  return problems;
}

/** Events at the edge of what runs are dropped with a word; what a token itself waits at has to go on. */
function checkCatcher(map: Correspondence, state: ProcessState, { node, scope, role }: Catcher): MigrationProblem[] {
  const process = state.scopes[scope]?.process ?? '';
  if (!map.graphs(process) || role === 'intermediate' || role === 'receive') return [];
  const next = map.node(process, node);
  if (!next) return [warning('event-dropped', process, node, `${node} has no counterpart; it is waited for no longer.`)];
  return map.isInPlace(process, node) ? [] : [error('scope-differs', process, node, `${node} is waited for and stands at another element now.`)];
}

/** Done activities that could be undone, and those that are being undone. */
function checkUndo(map: Correspondence, state: ProcessState): MigrationProblem[] {
  const walk = (process: Id, records: readonly DoneRecord[]): MigrationProblem[] => records.flatMap(({ node, inner }) => [
    ...(map.node(process, node) ? [] : [error('undo-lost', process, node, `${node} is done and could be undone; without a counterpart that would be forgotten.`)]),
    ...(inner ? walk(inner.process, inner.done) : []),
  ]);
  return [
    ...Object.values(state.scopes).flatMap((scope) => walk(scope.process, scope.done)),
    ...Object.values(state.undoing ?? {}).flatMap(({ scope, queue }) => queue.flatMap((record) => walk(state.scopes[record.within ?? scope]?.process ?? '', [record]))),
  ];
}
