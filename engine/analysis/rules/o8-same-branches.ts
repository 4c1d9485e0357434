import type { FlowNode, Id } from '../../graph/types.js';
import type { Answer } from '../finding.js';
import type { Rule, Subject } from '../subject.js';

/** O8: branches of a decision that do the same: equal as graphs labelled with what each node is, says, needs and gives. */
export const sameBranches: Rule = {
  check: 'O8',
  run(subject) {
    const signatures = new Signatures(subject);
    return subject.graph.order.map((id) => subject.node(id)).filter((node) => node.type === 'exclusiveGateway' && node.outgoing.length > 1).flatMap((gateway) => {
      const byShape = new Map<string, Id[]>();
      for (const flow of gateway.outgoing) {
        const target = subject.graph.flows[flow]!.target;
        if (subject.follows(gateway.id, target)) byShape.set(signatures.of(target), [...(byShape.get(signatures.of(target)) ?? []), target]);
      }
      return [...byShape.values()].filter((targets) => targets.length > 1).map((targets) => finding(subject, gateway, targets));
    });
  },
};

/** One text for everything that happens from a node on; equal texts, equal behaviour as drawn. */
class Signatures {
  private readonly known = new Map<Id, string>();
  private readonly numbers = new Map<string, number>();
  constructor(private readonly subject: Subject) {}

  of(id: Id): string {
    const known = this.known.get(id);
    if (known !== undefined) return known;
    const node = this.subject.node(id);
    const backTo = this.subject.paths.back.filter((step) => step.from === id).map((step) => `back:${step.to}`);
    const next = this.subject.paths.nextForward(id).map((step) => {
      const rest = this.subject.graph.nodes[step.to] ? this.of(step.to) : step.to;
      return `${step.flow?.condition?.text ?? ''}>${rest}`;
    });
    const text = [labelOf(this.subject, node), ...next.sort(), ...backTo].join('|');
    const number = this.numbers.get(text) ?? this.numbers.size;
    this.numbers.set(text, number);
    this.known.set(id, `#${number}`);
    return `#${number}`;
  }
}

function labelOf(subject: Subject, node: FlowNode): string {
  const { documents } = subject;
  const parts: unknown[] = [node.type, node.name === undefined ? '' : subject.words.normalise(node.name), subject.department(node.id)?.id, node.scope];
  if (node.kind === 'activity') {
    parts.push(node.step ?? null, documents.readsOf(node.id).sort(), documents.writesOf(node.id).sort(), node.calledElement, node.implementation, node.script?.text, node.children ? node.id : '', node.loop ? node.id : '');
  }
  if (node.kind === 'event') parts.push(node.definitions, node.attachedTo);
  return JSON.stringify(parts);
}

function finding(subject: Subject, gateway: FlowNode, targets: readonly Id[]): Answer {
  const shared = targets.map((target) => new Set([target, ...subject.paths.reach(target)])).reduce((all, each) => new Set([...all].filter((id) => each.has(id))));
  const steps = subject.inOrder(targets.flatMap((target) => [...subject.paths.reach(target)]).filter((id) => !shared.has(id) && subject.activity(id)));
  return {
    check: 'O8', severity: 'advice', elements: [gateway.id, ...steps], message: { key: 'O8.message', values: { element: subject.labels([gateway.id]), elements: subject.labels(steps) } },
    suggestion: { key: 'O8.suggestion' }, evidence: { gateway: gateway.id, branches: targets, steps },
  };
}
