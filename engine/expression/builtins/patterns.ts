import { PatternError, type Program } from '../pattern/compile.js';
import { compilePattern } from '../pattern/parse.js';
import { search, type Match } from '../pattern/run.js';
import type { Run } from '../run.js';
import type { Value } from '../values.js';
import { builtin, type Builtin } from './define.js';
import { codePoints } from './strings.js';

/** Functions with patterns (DMN 1.5, 10.3.4), run by an engine of our own in linear time. */
export const patterns: Record<string, Builtin> = {
  matches: builtin('input:string, pattern:string, flags?:string', (run: Run, input: string, pattern: string, flags: string | null) =>
    withProgram(run, pattern, flags, (program) => next(run, program, codePoints(run, input), 0) !== undefined)),
  replace: builtin('input:string, pattern:string, replacement:string, flags?:string',
    (run: Run, input: string, pattern: string, replacement: string, flags: string | null) =>
      withProgram(run, pattern, flags, (program) => replaceAll(run, program, codePoints(run, input), replacement))),
  split: builtin('string:string, delimiter:string', (run: Run, input: string, delimiter: string) =>
    withProgram(run, delimiter, null, (program) => {
      const chars = codePoints(run, input);
      const found = allMatches(run, program, chars);
      if (!found) return null;
      const starts = [0, ...found.map((match) => match[1]!)];
      return starts.map((start, at) => chars.slice(start, found[at]?.[0]).join(''));
    })),
  extract: builtin('input:string, pattern:string', (run: Run, input: string, pattern: string) =>
    withProgram(run, pattern, null, (program) => {
      const chars = codePoints(run, input);
      return allMatches(run, program, chars)?.map(([start, end]) => chars.slice(start, end).join('')) ?? null;
    })),
};

function withProgram(run: Run, pattern: string, flags: string | null, use: (program: Program) => Value): Value {
  try {
    const program = compilePattern(pattern, flags ?? '');
    run.charge(program.code.length / 10);
    return use(program);
  } catch (error) {
    if (error instanceof PatternError) return run.problem('arguments', `the pattern "${pattern.slice(0, 40)}": ${error.message}`);
    throw error;
  }
}

/** A tenth of a step for each instruction and character, as for the elements of a list. */
function next(run: Run, program: Program, chars: readonly string[], from: number): Match | undefined {
  return search(program, chars, from, (visited) => run.charge(visited / 10));
}

/** Matches from left to right without overlap; null, with a problem, when the pattern matches the empty text. */
function allMatches(run: Run, program: Program, chars: readonly string[]): Match[] | null {
  const found: Match[] = [];
  for (let from = 0; from <= chars.length;) {
    const match = next(run, program, chars, from);
    if (!match) break;
    if (match[0] === match[1]) return run.problem('arguments', 'the pattern matches the empty text');
    found.push(match);
    from = match[1]!;
  }
  return found;
}

function replaceAll(run: Run, program: Program, chars: readonly string[], replacement: string): Value {
  const found = allMatches(run, program, chars);
  if (!found) return null;
  let text = '';
  let from = 0;
  for (const match of found) {
    text += chars.slice(from, match[0]).join('') + expanded(replacement, chars, match);
    run.chargeText(text.length);
    from = match[1]!;
  }
  return text + chars.slice(from).join('');
}

/** `$1` … `$9` stand for groups, `$0` for the whole match, `\$` and `\\` for themselves. */
function expanded(replacement: string, chars: readonly string[], match: Match): string {
  let text = '';
  for (let at = 0; at < replacement.length; at++) {
    const ch = replacement[at]!;
    const following = replacement[at + 1];
    const group = ch === '$' && following !== undefined && following >= '0' && following <= '9' ? Number(following) : undefined;
    if (group !== undefined) {
      const [start, end] = [match[group * 2] ?? -1, match[group * 2 + 1] ?? -1];
      text += start < 0 || end < 0 ? '' : chars.slice(start, end).join('');
    } else text += ch === '\\' && following !== undefined ? following : ch;
    if (group !== undefined || (ch === '\\' && following !== undefined)) at++;
  }
  return text;
}
