/**
 * Precision by escaping edges (Munoz-Gama and Carmona 2010): after each prefix seen in the log, how much of what the net
 * allows next did the log ever do? Prefixes that cannot be replayed are left out, with all that follows them.
 */
import type { TokenReplay } from './replay.js';

export interface WeightedTrace { labels: readonly string[]; cases: number }
interface Node { next: Map<string, Node>; cases: number }

/** 1 when the log says nothing. */
export function precisionOf(replay: TokenReplay, initial: number, traces: readonly WeightedTrace[]): number {
  let allowed = 0;
  let escaping = 0;
  const visit = (node: Node, marking: number): void => {
    // Where no case goes on, the log does not say what it could have done next.
    if (node.next.size === 0) return;
    const possible = replay.possible(marking);
    const weight = [...node.next.values()].reduce((sum, next) => sum + next.cases, 0);
    allowed += weight * possible.size;
    escaping += weight * [...possible].filter((label) => !node.next.has(label)).length;
    for (const [label, next] of node.next) {
      const after = replay.advance(marking, label);
      if (after !== undefined) visit(next, after);
    }
  };
  visit(treeOf(traces), initial);
  return allowed > 0 ? 1 - escaping / allowed : 1;
}

function treeOf(traces: readonly WeightedTrace[]): Node {
  const root: Node = { next: new Map(), cases: 0 };
  for (const { labels, cases } of traces) {
    let node = root;
    for (const label of labels) {
      let next = node.next.get(label);
      if (!next) {
        next = { next: new Map(), cases: 0 };
        node.next.set(label, next);
      }
      next.cases += cases;
      node = next;
    }
  }
  return root;
}
