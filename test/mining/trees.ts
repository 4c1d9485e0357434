/** Random process trees, and logs played from them. */
import { type ProcessTree, treeText } from '../../engine/mining/discover/tree.js';
import { type Random, randomOf } from '../../engine/simulation/random.js';

/** Of at most so many activities, each once, without silent steps; the body of a loop begins and ends differently. */
export function randomTree(seed: number, size: number): ProcessTree {
  const random = randomOf(seed, 7);
  let next = 0;
  const leaf = (): ProcessTree => ({ kind: 'activity', name: String.fromCharCode(97 + next++) });
  const make = (n: number, within: string): ProcessTree => {
    if (n === 1) return leaf();
    const kinds = (['sequence', 'exclusive', 'parallel', ...(n >= 3 && within !== 'loop' ? ['loop' as const] : [])] as const).filter((kind) => kind !== within);
    const kind = kinds[Math.floor(random.next() * kinds.length)]!;
    if (kind === 'loop') {
      const body = 2 + Math.floor(random.next() * (n - 2));
      return { kind, children: [{ kind: 'sequence', children: [make(1, 'sequence'), ...(body > 2 ? [make(body - 2, 'sequence')] : []), make(1, 'sequence')] }, make(n - body, 'loop')] };
    }
    const first = 1 + Math.floor(random.next() * (n - 1));
    return { kind, children: [make(first, kind), make(n - first, kind)] };
  };
  return make(size, '');
}

export function play(tree: ProcessTree, random: Random): string[] {
  switch (tree.kind) {
    case 'silent': return [];
    case 'activity': return [tree.name];
    case 'sequence': return tree.children.flatMap((child) => play(child, random));
    case 'exclusive': return play(tree.children[Math.floor(random.next() * tree.children.length)]!, random);
    case 'parallel': {
      const lists = tree.children.map((child) => play(child, random));
      const events: string[] = [];
      for (;;) {
        const left = lists.filter((list) => list.length > 0);
        if (left.length === 0) return events;
        events.push(left[Math.floor(random.next() * left.length)]!.shift()!);
      }
    }
    case 'loop': {
      const [body, ...redo] = tree.children;
      const events = play(body!, random);
      while (random.next() < 0.4) events.push(...play(redo[Math.floor(random.next() * redo.length)]!, random), ...play(body!, random));
      return events;
    }
  }
}

export const logText = (traces: readonly (readonly string[])[]): string =>
  ['case,activity,time', ...traces.flatMap((trace, c) => trace.map((name, i) => `c${c},${name},${new Date(Date.UTC(2026, 0, 5) + i * 1000).toISOString()}`))].join('\n');

/** Children in one order where the order means nothing. */
export function canonical(tree: ProcessTree): string {
  if (tree.kind === 'activity' || tree.kind === 'silent') return treeText(tree);
  const children = tree.children.map(canonical);
  if (tree.kind === 'loop') return `*(${[children[0], ...children.slice(1).sort()].join(', ')})`;
  return `${tree.kind}(${(tree.kind === 'sequence' ? children : children.sort()).join(', ')})`;
}
