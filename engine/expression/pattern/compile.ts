/**
 * Patterns of `matches`, `replace` and `split`: the part of XPath's regular expressions that can be run in time
 * linear to the text. No back references, no look-around; repetition counts are bounded.
 */

/** Characters by code point, or all but them. */
export interface CharSet { ranges: readonly (readonly [from: number, to: number])[]; negated: boolean }

export type Instruction =
  | { op: 'set'; set: CharSet }
  | { op: 'split'; first: number; second: number }
  | { op: 'jump'; to: number }
  | { op: 'save'; slot: number }
  | { op: 'start' } | { op: 'end' }
  | { op: 'match' };

export interface Flags { caseInsensitive: boolean; dotAll: boolean; multiline: boolean; extended: boolean }
export interface Program { code: readonly Instruction[]; groups: number; flags: Flags }

export type PatternNode =
  | { kind: 'set'; set: CharSet }
  | { kind: 'sequence'; items: PatternNode[] }
  | { kind: 'choice'; options: PatternNode[] }
  | { kind: 'repeat'; item: PatternNode; min: number; max: number; greedy: boolean }
  | { kind: 'group'; item: PatternNode; index: number }
  | { kind: 'start' } | { kind: 'end' };

/** Largest program; a counted repetition is written out, so that `(a{99}){99}` would otherwise explode. */
export const largestProgram = 2000;

export class PatternError extends Error {}

export function generate(tree: PatternNode, groups: number, flags: Flags): Program {
  const code: Instruction[] = [];
  emit({ kind: 'group', item: tree, index: 0 }, code);
  push(code, { op: 'match' });
  return { code, groups, flags };
}

function push(code: Instruction[], instruction: Instruction): number {
  if (code.length >= largestProgram) throw new PatternError('the pattern is too large once its repetitions are counted out');
  return code.push(instruction) - 1;
}

function emit(node: PatternNode, code: Instruction[]): void {
  switch (node.kind) {
    case 'set': push(code, { op: 'set', set: node.set }); return;
    case 'start': case 'end': push(code, { op: node.kind }); return;
    case 'sequence': for (const item of node.items) emit(item, code); return;
    case 'group':
      push(code, { op: 'save', slot: node.index * 2 });
      emit(node.item, code);
      push(code, { op: 'save', slot: node.index * 2 + 1 });
      return;
    case 'choice': emitChoice(node.options, code); return;
    case 'repeat': emitRepeat(node, code);
  }
}

function emitChoice(options: readonly PatternNode[], code: Instruction[]): void {
  const jumps: number[] = [];
  options.forEach((option, at) => {
    const last = at === options.length - 1;
    const split = last ? -1 : push(code, { op: 'split', first: code.length + 1, second: -1 });
    emit(option, code);
    if (!last) {
      jumps.push(push(code, { op: 'jump', to: -1 }));
      code[split] = { op: 'split', first: split + 1, second: code.length };
    }
  });
  for (const jump of jumps) code[jump] = { op: 'jump', to: code.length };
}

function emitRepeat(node: Extract<PatternNode, { kind: 'repeat' }>, code: Instruction[]): void {
  const { item, min, max, greedy } = node;
  const fork = (at: number, inside: number, after: number): void => {
    code[at] = greedy ? { op: 'split', first: inside, second: after } : { op: 'split', first: after, second: inside };
  };
  for (let count = 0; count < min; count++) emit(item, code);
  if (max === Infinity) {
    const loop = push(code, { op: 'split', first: -1, second: -1 });
    emit(item, code);
    push(code, { op: 'jump', to: loop });
    fork(loop, loop + 1, code.length);
    return;
  }
  const forks: number[] = [];
  for (let count = min; count < max; count++) {
    forks.push(push(code, { op: 'split', first: -1, second: -1 }));
    emit(item, code);
  }
  for (const at of forks) fork(at, at + 1, code.length);
}
