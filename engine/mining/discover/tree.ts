/** Process trees: block-structured models, sound by their form (Leemans 2013). */
export type ProcessTree =
  | { kind: 'activity'; name: string }
  /** Nothing happens. */
  | { kind: 'silent' }
  | { kind: 'sequence' | 'exclusive' | 'parallel'; children: readonly ProcessTree[] }
  /** The first child, then as often as wanted one of the others and the first again. */
  | { kind: 'loop'; children: readonly ProcessTree[] };
export type Operator = 'sequence' | 'exclusive' | 'parallel' | 'loop';

export const SILENT: ProcessTree = { kind: 'silent' };

/** The same language with fewer nodes: nested operators of one kind are one, silent steps that add nothing go. */
export function simplify(tree: ProcessTree): ProcessTree {
  if (tree.kind === 'activity' || tree.kind === 'silent') return tree;
  const children = tree.children.map(simplify);
  if (tree.kind === 'loop') return simplifyLoop(children);
  const flat = children.flatMap((child) => (child.kind === tree.kind ? child.children : [child]));
  const kept = tree.kind === 'exclusive' ? withoutSpareSilence(flat) : flat.filter((child) => child.kind !== 'silent');
  if (kept.length === 0) return SILENT;
  if (tree.kind === 'exclusive') return anyNumber(kept) ?? (kept.length === 1 ? kept[0]! : { kind: 'exclusive', children: kept });
  return kept.length === 1 ? kept[0]! : { kind: tree.kind, children: kept };
}

/** Never, or once and again and again: any number of times, which is one loop. */
function anyNumber(children: readonly ProcessTree[]): ProcessTree | undefined {
  const [loop, silent] = children;
  if (children.length !== 2 || silent!.kind !== 'silent' || loop!.kind !== 'loop' || loop!.children.slice(1).some((way) => way.kind !== 'silent')) return undefined;
  return simplifyLoop([SILENT, loop!.children[0]!]);
}

/** A choice needs one silent branch at most, and none beside a branch that can be silent itself. */
function withoutSpareSilence(children: readonly ProcessTree[]): ProcessTree[] {
  const loud = children.filter((child) => child.kind !== 'silent');
  return loud.length < children.length && !loud.some(canBeEmpty) ? [...loud, SILENT] : loud.length > 0 ? loud : [SILENT];
}

function simplifyLoop(children: readonly ProcessTree[]): ProcessTree {
  const [body = SILENT, ...redo] = children;
  const ways = withoutSpareSilence(redo.flatMap((child) => (child.kind === 'exclusive' ? child.children : [child])));
  // Going round a loop inside is going round this one.
  if (body.kind === 'loop') return { kind: 'loop', children: [body.children[0]!, ...withoutSpareSilence([...body.children.slice(1), ...ways])] };
  if (body.kind === 'silent' && ways.every((way) => way.kind === 'silent')) return SILENT;
  return { kind: 'loop', children: [body, ...ways] };
}

export function canBeEmpty(tree: ProcessTree): boolean {
  if (tree.kind === 'activity') return false;
  if (tree.kind === 'silent') return true;
  if (tree.kind === 'loop') return canBeEmpty(tree.children[0]!);
  return tree.kind === 'exclusive' ? tree.children.some(canBeEmpty) : tree.children.every(canBeEmpty);
}

const SIGNS: Readonly<Record<Operator, string>> = { sequence: '->', exclusive: 'X', parallel: '+', loop: '*' };

/** As the field writes them: `->( 'a', X( 'b', tau ) )`. */
export function treeText(tree: ProcessTree): string {
  if (tree.kind === 'activity') return `'${tree.name}'`;
  return tree.kind === 'silent' ? 'tau' : `${SIGNS[tree.kind]}( ${tree.children.map(treeText).join(', ')} )`;
}
