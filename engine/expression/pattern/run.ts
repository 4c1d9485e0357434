import type { CharSet, Program } from './compile.js';

/** Places of the groups, [start, end) pairs by code point; the first pair is the whole match, -1 is an unused group. */
export type Match = readonly number[];

interface Thread { at: number; saved: readonly number[] }

/**
 * First match at or after `from`, by walking all alternatives side by side (Thompson's construction with Pike's
 * submatches): each character is seen once by each instruction, so that no pattern can make the time explode.
 * `charge` is told of each instruction visited.
 */
export function search(program: Program, text: readonly string[], from: number, charge: (steps: number) => void): Match | undefined {
  let threads: Thread[] = [];
  let found: Match | undefined;
  for (let at = from; at <= text.length; at++) {
    const seen = new Set<number>();
    const here: Thread[] = [];
    for (const thread of threads) follow(program, text, at, thread, seen, here);
    if (!found) follow(program, text, at, { at: 0, saved: new Array<number>((program.groups + 1) * 2).fill(-1) }, seen, here);
    charge(seen.size);
    threads = [];
    for (const thread of here) {
      const instruction = program.code[thread.at]!;
      if (instruction.op === 'match') { found = thread.saved; break; }
      const ch = text[at];
      if (instruction.op === 'set' && ch !== undefined && isIn(instruction.set, ch, program.flags.caseInsensitive)) {
        threads.push({ at: thread.at + 1, saved: thread.saved });
      }
    }
    if (found && !threads.length) return found;
  }
  return found;
}

/** Follows what consumes no character, in order of preference, and keeps the threads that wait for one. */
function follow(program: Program, text: readonly string[], at: number, start: Thread, seen: Set<number>, waiting: Thread[]): void {
  const pending = [start];
  for (let thread = pending.pop(); thread; thread = pending.pop()) {
    if (seen.has(thread.at)) continue;
    seen.add(thread.at);
    const instruction = program.code[thread.at]!;
    const { saved } = thread;
    switch (instruction.op) {
      case 'jump': pending.push({ at: instruction.to, saved }); break;
      case 'split': pending.push({ at: instruction.second, saved }, { at: instruction.first, saved }); break;
      case 'save': pending.push({ at: thread.at + 1, saved: saved.map((place, slot) => (slot === instruction.slot ? at : place)) }); break;
      case 'start':
        if (at === 0 || (program.flags.multiline && text[at - 1] === '\n')) pending.push({ at: thread.at + 1, saved });
        break;
      case 'end':
        if (at === text.length || (program.flags.multiline && text[at] === '\n')) pending.push({ at: thread.at + 1, saved });
        break;
      default: waiting.push(thread);
    }
  }
}

function isIn(set: CharSet, ch: string, caseInsensitive: boolean): boolean {
  return (caseInsensitive ? [ch, ch.toLowerCase(), ch.toUpperCase()] : [ch]).some((form) => {
    const code = form.codePointAt(0)!;
    return set.ranges.some(([from, to]) => code >= from && code <= to);
  }) !== set.negated;
}
