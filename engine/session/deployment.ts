/** What has been deployed: plans by process, and the triggers that start a process from outside. */
import { linkPlan } from '../bpmn/plan.js';
import { definitionsOf } from '../interpreter/catchers.js';
import type { Diagnostic, EventDefinition, FlowNode, Id, Model, Plan, ProcessGraph } from '../graph/types.js';

/** An event that starts a process: its start event, instantiating receive task, or event behind an instantiating gateway. */
export interface Trigger { process: Id; node: Id; definitions: readonly EventDefinition[]; parallelMultiple: boolean }

export class Deployment {
  readonly models: Model[] = [];
  private readonly plans = new Map<Id, Plan>();
  triggers: Trigger[] = [];

  /** Adds models; later ones replace processes of the same id. Returns what could not be linked. */
  add(models: readonly Model[]): Diagnostic[] {
    this.models.push(...models);
    return this.link();
  }
  /** Takes back models that turned out faulty, as if they had never been added. */
  withdraw(models: readonly Model[]): void {
    const kept = this.models.filter((each) => !models.includes(each));
    this.models.splice(0, this.models.length, ...kept);
    this.link();
  }

  private link(): Diagnostic[] {
    const diagnostics: Diagnostic[] = [];
    this.plans.clear();
    this.triggers = [];
    for (const graph of this.processes()) {
      const linked = linkPlan(this.models, graph.id);
      diagnostics.push(...linked.diagnostics);
      if (!linked.plan) continue;
      this.plans.set(graph.id, linked.plan);
      if (!graph.globalTask) this.triggers.push(...triggersOf(graph));
    }
    return diagnostics;
  }

  processes(): ProcessGraph[] {
    const byId = new Map<Id, ProcessGraph>();
    for (const model of this.models) for (const graph of model.processes) byId.set(graph.id, graph);
    return [...byId.values()];
  }

  /** The name of a message or signal that is given by name or by id. */
  triggerName(given: string): string {
    const names = this.models.map((model) => model.triggerNames ?? {});
    if (names.some((each) => Object.values(each).includes(given))) return given;
    return names.find((each) => Object.hasOwn(each, given))?.[given] ?? given;
  }

  plan(process: Id): Plan | undefined {
    return this.plans.get(process);
  }
}

function triggersOf(graph: ProcessGraph): Trigger[] {
  return graph.order.flatMap((id) => {
    const node = graph.nodes[id];
    if (!node || node.scope !== graph.id || !isTrigger(graph, node)) return [];
    const definitions = definitionsOf(node);
    if (definitions.length === 0) return [];
    return [{ process: graph.id, node: node.id, definitions, parallelMultiple: node.kind === 'event' && node.parallelMultiple }];
  });
}
function isTrigger(graph: ProcessGraph, node: FlowNode): boolean {
  if (node.type === 'startEvent') return true;
  if (node.kind === 'activity' && node.type === 'receiveTask' && node.instantiate) return true;
  return node.incoming.some((flow) => {
    const source = graph.nodes[graph.flows[flow]?.source ?? ''];
    return source?.kind === 'gateway' && source.instantiate === true;
  });
}
