import { generate, PatternError, type CharSet, type Flags, type PatternNode, type Program } from './compile.js';
import { classOf, properties } from './classes.js';

const deepest = 30;
/** Replacements name nine; each further one only makes the threads heavier. */
const mostGroups = 20;

/** Compiles a pattern and its flags (`i`, `s`, `m`, `x`). Throws PatternError with the reason. */
export function compilePattern(pattern: string, flagText = ''): Program {
  for (const flag of flagText) if (!'ismx'.includes(flag)) throw new PatternError(`there is no flag "${flag}"`);
  const flags: Flags = {
    caseInsensitive: flagText.includes('i'), dotAll: flagText.includes('s'),
    multiline: flagText.includes('m'), extended: flagText.includes('x'),
  };
  if (pattern.length > 1000) throw new PatternError('the pattern is longer than 1000 characters');
  const parser = new PatternParser(pattern, flags);
  const tree = parser.choice(0);
  if (!parser.done) throw new PatternError(`")" at position ${parser.position} closes nothing`);
  return generate(tree, parser.groups, flags);
}

class PatternParser {
  groups = 0;
  private at = 0;
  private readonly chars: string[];

  constructor(pattern: string, private readonly flags: Flags) {
    const chars = Array.from(pattern);
    this.chars = flags.extended ? chars.filter((ch) => ch.trim() !== '') : chars;
  }

  get done(): boolean { return this.at >= this.chars.length; }
  get position(): number { return this.at + 1; }

  choice(depth: number): PatternNode {
    if (depth > deepest) throw new PatternError('the pattern is nested too deep');
    const options = [this.sequence(depth)];
    while (this.eat('|')) options.push(this.sequence(depth));
    return options.length === 1 ? options[0]! : { kind: 'choice', options };
  }

  private sequence(depth: number): PatternNode {
    const items: PatternNode[] = [];
    while (!this.done && this.peek() !== '|' && this.peek() !== ')') items.push(this.repeated(this.atom(depth)));
    return { kind: 'sequence', items };
  }

  private atom(depth: number): PatternNode {
    const ch = this.next();
    switch (ch) {
      case '^': return { kind: 'start' };
      case '$': return { kind: 'end' };
      case '.': return { kind: 'set', set: this.flags.dotAll ? { ranges: [], negated: true } : { ranges: [[10, 10], [13, 13]], negated: true } };
      case '(': return this.group(depth);
      case '[': return { kind: 'set', set: this.charClass() };
      case '\\': return { kind: 'set', set: this.escape() };
      case '*': case '+': case '?': case '{': throw new PatternError(`"${ch}" at position ${this.at} repeats nothing`);
      default: return { kind: 'set', set: single(ch) };
    }
  }

  private group(depth: number): PatternNode {
    let index: number | undefined;
    if (this.eat('?')) {
      if (!this.eat(':')) throw new PatternError('look-around and named groups are not supported');
    } else index = ++this.groups;
    if (this.groups > mostGroups) throw new PatternError(`the pattern has more than ${mostGroups} groups`);
    const item = this.choice(depth + 1);
    if (!this.eat(')')) throw new PatternError('a "(" is not closed');
    return index === undefined ? item : { kind: 'group', item, index };
  }

  private repeated(item: PatternNode): PatternNode {
    const counts = this.counts();
    if (!counts) return item;
    const greedy = !this.eat('?');
    if (['*', '+', '?', '{'].includes(this.peek() ?? '')) throw new PatternError(`"${this.peek()}" at position ${this.position} repeats nothing`);
    return { kind: 'repeat', item, min: counts[0], max: counts[1], greedy };
  }

  private counts(): [number, number] | undefined {
    if (this.eat('*')) return [0, Infinity];
    if (this.eat('+')) return [1, Infinity];
    if (this.eat('?')) return [0, 1];
    if (!this.eat('{')) return undefined;
    const min = this.integer();
    const max = this.eat(',') ? (this.peek() === '}' ? Infinity : this.integer()) : min;
    if (!this.eat('}') || max < min) throw new PatternError('a repetition is not {n}, {n,} or {n,m}');
    return [min, max];
  }

  private integer(): number {
    let digits = '';
    while (!this.done && this.peek()! >= '0' && this.peek()! <= '9' && digits.length < 5) digits += this.next();
    if (!digits || Number(digits) > 1000) throw new PatternError('a repetition needs a number up to 1000');
    return Number(digits);
  }

  private charClass(): CharSet {
    const negated = this.eat('^');
    const ranges: (readonly [number, number])[] = [];
    for (let first = true; first || this.peek() !== ']'; first = false) {
      if (this.done) throw new PatternError('a "[" is not closed');
      const from = this.classItem();
      if (from.negated) throw new PatternError('a negated class within [ ] is not supported');
      if (this.peek() !== '-' || this.chars[this.at + 1] === ']') { ranges.push(...from.ranges); continue; }
      this.next();
      const to = this.classItem();
      const [low, high] = [from.ranges[0]?.[0], to.ranges[0]?.[0]];
      if (from.ranges.length !== 1 || low === undefined || high === undefined || low > high) throw new PatternError('a range within [ ] runs backwards');
      ranges.push([low, high]);
    }
    this.next();
    return { ranges, negated };
  }

  private classItem(): CharSet {
    const ch = this.next();
    return ch === '\\' ? this.escape() : single(ch);
  }

  private escape(): CharSet {
    if (this.done) throw new PatternError('the pattern ends with "\\"');
    const ch = this.next();
    if (ch === 'p' || ch === 'P') return this.property(ch === 'P');
    const set = classOf(ch);
    if (set) return set;
    if (isWordLike(ch)) throw new PatternError(`"\\${ch}" is not supported`);
    return single(ch);
  }

  private property(negated: boolean): CharSet {
    if (!this.eat('{')) throw new PatternError('"\\p" needs {…}');
    let name = '';
    while (!this.done && this.peek() !== '}') name += this.next();
    this.next();
    const set = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (!set) throw new PatternError(`"\\p{${name}}" is not supported`);
    return { ranges: set, negated };
  }

  private peek(): string | undefined { return this.chars[this.at]; }
  private next(): string {
    if (this.done) throw new PatternError('the pattern ends too early');
    return this.chars[this.at++]!;
  }
  private eat(ch: string): boolean {
    if (this.peek() !== ch) return false;
    this.at++;
    return true;
  }
}

function single(ch: string): CharSet {
  const code = ch.codePointAt(0)!;
  return { ranges: [[code, code]], negated: false };
}

/** Letters and digits after a backslash are classes or back references, never themselves. */
const isWordLike = (ch: string): boolean => (ch >= '0' && ch <= '9') || (ch >= 'a' && ch <= 'z') || (ch >= 'A' && ch <= 'Z');
