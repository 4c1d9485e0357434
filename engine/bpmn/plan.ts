/** From models to the plan that an instance runs: a root process and every process it calls, of fixed content. */
import type { CalendarData } from '../calendar/types.js';
import type { Decision, Decisions } from '../decision/types.js';
import { canonicalJson } from '../graph/canonical.js';
import { sha256 } from '../graph/sha256.js';
import type { ActivityNode, Diagnostic, Id, Model, Plan, ProcessGraph } from '../graph/types.js';

export interface LinkOptions {
  /** What a called process that no model holds is: an error, or (the run stops there as an incident) a warning. */
  missing?: 'error' | 'warning';
  /** Working time of the plan's timers. */
  calendar?: CalendarData;
}
export interface Linked {
  /** Absent when there is a diagnostic of severity `error`. */
  plan?: Plan;
  /** About linking only; what is wrong inside a model is in the model. */
  diagnostics: Diagnostic[];
}

/** Calls inside calls that an instance may have at one time; checked when it runs, since calls can be recursive. */
export const MAX_CALL_DEPTH = 10;

/** Collects what `rootProcessId` calls, directly and through others. When two models define a process, the root's model goes first. */
export function linkPlan(models: readonly Model[], rootProcessId: Id, options: LinkOptions = {}): Linked {
  const diagnostics: Diagnostic[] = [];
  const holder = models.find((model) => model.processes.some((each) => each.id === rootProcessId));
  if (!holder) {
    return { diagnostics: [{ code: 'PLAN-ROOT', severity: 'error', message: `No process "${rootProcessId}" is in ${models.map((each) => each.file ?? each.id).join(', ') || 'the models'}.` }] };
  }
  const available = [holder, ...models.filter((each) => each !== holder)].flatMap((each) => each.processes);
  const processes: Record<Id, ProcessGraph> = {};
  const open = [rootProcessId];
  for (let id = open.shift(); id !== undefined; id = open.shift()) {
    if (processes[id]) continue;
    const graph = available.find((each) => each.id === id)!;
    processes[id] = graph;
    diagnostics.push(...ambiguous(available, graph));
    for (const call of callsOf(graph)) {
      if (call.calledElement !== undefined && available.some((each) => each.id === call.calledElement)) open.push(call.calledElement);
      else diagnostics.push(missing(call, options.missing ?? 'error'));
    }
  }
  diagnostics.push(...recursion(processes));
  if (diagnostics.some((each) => each.severity === 'error')) return { diagnostics };
  const decisions = decisionsFor(models, processes, diagnostics);
  const more = { ...(Object.keys(decisions).length > 0 && { decisions }), ...(options.calendar && { calendar: options.calendar }) };
  return { plan: { hash: planHash(rootProcessId, processes, more), root: rootProcessId, processes, ...more }, diagnostics };
}

/** Decisions that the tasks of a plan name, and all that these require. */
function decisionsFor(models: readonly Model[], processes: Readonly<Record<Id, ProcessGraph>>, diagnostics: Diagnostic[]): Decisions {
  const available: Decisions = Object.assign({}, ...[...models].reverse().map((model) => model.decisions ?? {})) as Decisions;
  const found: Record<Id, Decision> = {};
  const add = (id: Id): void => {
    const decision = available[id];
    if (!decision || found[id]) return;
    found[id] = decision;
    decision.requires.forEach(add);
  };
  for (const graph of Object.values(processes)) {
    for (const node of Object.values(graph.nodes)) {
      if (node.type !== 'businessRuleTask') continue;
      if (node.decision !== undefined && !available[node.decision]) {
        diagnostics.push({ code: 'PLAN-DECISION', severity: 'warning', elementId: node.id, message: `Decision "${node.decision}", asked for by ${node.id}, is in none of the models; the task is left to a service.` });
      }
      add(node.decision ?? node.implementation ?? '');
    }
  }
  return found;
}

/** Hash of what is run: documentation says nothing to the engine and is left out, as are ids of diagrams and layout. */
export function planHash(root: Id, processes: Readonly<Record<Id, ProcessGraph>>, more: Pick<Plan, 'calendar' | 'decisions'> = {}): string {
  return sha256(canonicalJson({ ...more, root, processes: Object.fromEntries(Object.entries(processes).map(([id, graph]) => [id, bare(graph)])) }));
}

function bare({ documentation: _documentation, nodes, ...graph }: ProcessGraph): unknown {
  return { ...graph, nodes: Object.fromEntries(Object.entries(nodes).map(([id, { documentation: _text, ...node }]) => [id, node])) };
}

const callsOf = (graph: ProcessGraph): ActivityNode[] =>
  graph.order.map((id) => graph.nodes[id]!).filter((node): node is ActivityNode => node.kind === 'activity' && node.type === 'callActivity');

function missing(call: ActivityNode, severity: 'error' | 'warning'): Diagnostic {
  const message = call.calledElement === undefined
    ? `${call.id} does not say which process it calls.` : `"${call.calledElement}", called by ${call.id}, is in none of the models.`;
  return { code: 'PLAN-CALLED', severity, elementId: call.id, message };
}

function ambiguous(available: readonly ProcessGraph[], graph: ProcessGraph): Diagnostic[] {
  const content = canonicalJson(bare(graph));
  const others = available.filter((each) => each.id === graph.id && each !== graph && canonicalJson(bare(each)) !== content);
  return others.length ? [{ code: 'PLAN-AMBIGUOUS', severity: 'error', elementId: graph.id, message: `Process "${graph.id}" is defined ${others.length + 1} times with different content.` }] : [];
}

/** Recursion ends where its data say so, which nobody can tell beforehand: it is reported, not refused. */
function recursion(processes: Readonly<Record<Id, ProcessGraph>>): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const graph of Object.values(processes)) {
    const path = pathBack(processes, graph.id, graph.id, [graph.id]);
    // One report for each cycle: by its first process in the plan.
    const first = path && Object.keys(processes).find((id) => path.includes(id));
    if (path && first === graph.id) {
      found.push({ code: 'PLAN-RECURSION', severity: 'warning', elementId: graph.id, message: `Processes call each other in a circle: ${path.join(' → ')}. At most ${MAX_CALL_DEPTH} calls inside each other are run.` });
    }
  }
  return found;
}

function pathBack(processes: Readonly<Record<Id, ProcessGraph>>, from: Id, to: Id, path: readonly Id[], seen = new Set<Id>()): Id[] | undefined {
  seen.add(from);
  for (const { calledElement } of processes[from] ? callsOf(processes[from]) : []) {
    if (calledElement === undefined) continue;
    if (calledElement === to) return [...path, to];
    const further = seen.has(calledElement) ? undefined : pathBack(processes, calledElement, to, [...path, calledElement], seen);
    if (further) return further;
  }
  return undefined;
}
