/** Whether a migration plan, which a person may have written, fits the two plans: before any dossier is looked at. */
import type { Id, Plan } from '../graph/types.js';
import type { MigrationPlan, MigrationProblem, ProcessMapping } from './types.js';

export function checkPlan(from: Plan, to: Plan, plan: MigrationPlan): MigrationProblem[] {
  if (plan.from !== from.hash || plan.to !== to.hash) {
    return [{ code: 'wrong-plan', severity: 'error', message: `The migration plan is from ${plan.from} to ${plan.to}, not from ${from.hash} to ${to.hash}.` }];
  }
  const problems: MigrationProblem[] = [];
  if (plan.processes[from.root]?.to !== to.root) {
    problems.push({ code: 'root-unmapped', severity: 'error', process: from.root, message: `Process ${from.root} has to go on as ${to.root}.` });
  }
  problems.push(...twice(Object.entries(plan.processes).map(([id, mapping]) => [id, mapping.to]), undefined));
  for (const [process, mapping] of Object.entries(plan.processes)) problems.push(...checkProcess(from, to, process, mapping));
  return problems;
}

function checkProcess(from: Plan, to: Plan, process: Id, mapping: ProcessMapping): MigrationProblem[] {
  const old = from.processes[process];
  const next = to.processes[mapping.to];
  if (!old || !next) return [{ code: 'unknown-process', severity: 'error', process, message: `There is no process ${old ? mapping.to : process}.` }];
  const problems = twice(Object.entries(mapping.nodes), process);
  const problem = (code: MigrationProblem['code'], element: Id, message: string) => problems.push({ code, severity: 'error', process, element, message });
  for (const [id, target] of Object.entries(mapping.nodes)) {
    const [a, b] = [old.nodes[id], next.nodes[target]];
    if (!a || !b) problem('unknown-element', id, `There is no element ${a ? target : id} in process ${a ? next.id : process}.`);
    else if (a.type !== b.type) problem('type-differs', id, `${id} is a ${a.type} and ${target} a ${b.type}.`);
  }
  for (const [id, target] of Object.entries(mapping.flows ?? {})) {
    if (!old.flows[id] || !next.flows[target]) problem('unknown-element', id, `There is no flow ${old.flows[id] ? target : id} in process ${old.flows[id] ? next.id : process}.`);
  }
  return problems;
}

function twice(pairs: readonly (readonly [Id, Id])[], process: Id | undefined): MigrationProblem[] {
  const seen = new Map<Id, Id>();
  return pairs.flatMap(([id, target]): MigrationProblem[] => {
    const other = seen.get(target);
    seen.set(target, id);
    if (other === undefined) return [];
    const where = process === undefined ? { process: id } : { process, element: id };
    return [{ code: 'mapped-twice', severity: 'error', ...where, message: `${other} and ${id} both go on as ${target}.` }];
  });
}
