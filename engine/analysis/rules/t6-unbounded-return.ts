import type { Ast } from '../../expression/ast.js';
import { childrenOf } from '../../expression/ast.js';
import type { EventNode, Id } from '../../graph/types.js';
import type { Answer } from '../finding.js';
import { fold } from '../labels.js';
import type { Step } from '../paths.js';
import type { Rule, Subject } from '../subject.js';

/** T6: a cycle through a request for supplement or a return for revision without counter, time limit or different exit. */
export const unboundedReturn: Rule = {
  check: 'T6',
  run(subject) {
    const { back } = subject.paths;
    const known = back.some((step) => step.flow?.facts?.isReturn !== undefined) || subject.activities.some((each) => each.step?.kind !== undefined);
    if (back.length > 0 && !known) return [{ check: 'T6', missing: ['df:flow isReturn', 'df:step kind'] }];
    const seen = new Set<string>();
    return back.flatMap((step): Answer[] => {
      const cycle = subject.paths.cycleOf(step);
      if (seen.has(cycle.join(' ')) || !isReturn(subject, step, cycle) || isBounded(subject, cycle)) return [];
      seen.add(cycle.join(' '));
      const steps = cycle.filter((id) => subject.activity(id));
      return [{
        check: 'T6', severity: 'warning', elements: cycle, message: { key: 'T6.message', values: { elements: subject.labels(steps) } },
        suggestion: { key: 'T6.suggestion' }, evidence: { cycle },
      }];
    });
  },
};

function isReturn(subject: Subject, step: Step, cycle: readonly Id[]): boolean {
  return step.flow?.facts?.isReturn === true || cycle.some((id) => subject.activity(id)?.step?.kind === 'supplement');
}

function isBounded(subject: Subject, cycle: readonly Id[]): boolean {
  const inside = new Set(cycle);
  return exits(subject, inside) > 1 || hasTimeLimit(subject, inside) || hasCounter(subject, inside);
}

/** Ways out that a decision offers; one of them is the ordinary way on, another one means a different decision. */
function exits(subject: Subject, inside: ReadonlySet<Id>): number {
  const targets = [...inside].flatMap((id) => (subject.node(id).type === 'parallelGateway' ? [] : subject.node(id).outgoing)).map((id) => subject.graph.flows[id]!.target);
  return new Set(targets.filter((target) => !inside.has(target))).size;
}

/** A timer that ends the waiting and leads out of the cycle. */
function hasTimeLimit(subject: Subject, inside: ReadonlySet<Id>): boolean {
  const isTimer = (event: EventNode): boolean => event.definitions.some((each) => each.kind === 'timer');
  return subject.graph.order.map((id) => subject.node(id)).some((node) => {
    if (node.kind !== 'event' || !isTimer(node) || inside.has(node.id)) return false;
    const interrupts = node.type === 'boundaryEvent' && node.cancelActivity !== false && inside.has(node.attachedTo ?? '');
    return interrupts || node.incoming.some((id) => inside.has(subject.graph.flows[id]!.source) && subject.node(subject.graph.flows[id]!.source).type === 'eventBasedGateway');
  });
}

const counterWord = /count|times|attempt|round|retries|solan|luot|lanthu/;

/** A condition in the cycle compares with a number something that the cycle counts: it is written there, or named so. */
function hasCounter(subject: Subject, inside: ReadonlySet<Id>): boolean {
  const written = new Set([...inside].flatMap((id) => writtenBy(subject, id)));
  return [...inside].some((id) => subject.node(id).outgoing.some((flow) => {
    const condition = subject.graph.flows[flow]!.condition;
    return condition !== undefined && comparedNames(condition.ast).some((name) => written.has(name) || counterWord.test(fold(name).replace(/[^a-z]/g, '')));
  }));
}
function writtenBy(subject: Subject, id: Id): string[] {
  const activity = subject.activity(id);
  const script = activity?.script?.ast;
  return [...(activity?.outputs ?? []).map((each) => each.target), ...(script?.kind === 'context' ? script.entries.map((each) => each.key) : [])];
}
/** Names that stand in a comparison with a number. */
function comparedNames(ast: Ast): string[] {
  if (ast.kind === 'compare') {
    const sides = [ast.left, ast.right];
    if (sides.some((side) => side.kind === 'literal' && typeof side.value === 'number')) return sides.flatMap(namesIn);
  }
  return childrenOf(ast).flatMap(comparedNames);
}
function namesIn(ast: Ast): string[] {
  if (ast.kind === 'name') return [ast.name];
  return [...(ast.kind === 'path' ? [ast.name] : []), ...childrenOf(ast).flatMap(namesIn)];
}
