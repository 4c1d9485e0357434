import { normalizeContextKey, parser, trackVariables } from '@bpmn-io/lezer-feel';
import type { Ast } from './ast.js';
import { convert, Refused, Source, unexpected } from './convert.js';
import { firstError, nestingOf, type SyntaxNode } from './tree.js';

export interface ParseError { message: string; /** offset in the text, in UTF-16 units */ pos: number }
export type ParseResult = { ast: Ast; errors?: undefined } | { ast?: undefined; errors: ParseError[] };

export interface ParseOptions {
  /** Largest text in UTF-8 bytes; 1024 when left out. */
  maxBytes?: number;
  /** Deepest nesting of the syntax tree; 50 when left out. */
  maxDepth?: number;
  /** Accept the `=` that Camunda 8 and Zeebe files write before an expression. */
  leadingEquals?: boolean;
}

/** Names with a keyword or an operator in them are read as one name only when the parser knows them. */
const awkwardBuiltins = ['get or else', 'days and time duration', 'years and months duration'];

/**
 * Reads one FEEL expression. `knownNames` are the variables in reach: names with spaces or operators in them
 * (`lệ phí`, `số-hiệu`) are certain to be read as one name only when they are listed; they need not all be.
 * A text that is not FEEL, too long or too deep gives errors, never an exception.
 */
export function parseExpression(text: string, knownNames: readonly string[] = [], options: ParseOptions = {}): ParseResult {
  return parse('Expression', text, knownNames, options);
}

/** Reads an input cell of a decision table: `-`, `< 5, > 7`, `not("a")`; the input is `?`. */
export function parseUnaryTests(text: string, knownNames: readonly string[] = [], options: ParseOptions = {}): ParseResult {
  return parse('UnaryTests', text, knownNames, options);
}

function parse(top: string, given: string, knownNames: readonly string[], options: ParseOptions): ParseResult {
  // Vietnamese letters come composed from most keyboards and decomposed from some files; names must meet.
  const composed = given.normalize('NFC');
  // The sign is blanked, not cut, so that positions stay those of the given text.
  const text = options.leadingEquals ? blankLeadingEquals(composed) : composed;
  const maxBytes = options.maxBytes ?? 1024;
  if (utf8Length(text) > maxBytes) return fail(`the expression is longer than ${maxBytes} bytes`, 0);
  if (text.trim() === '') return fail('the expression is empty', 0);
  const names = knownNames.map((name) => name.normalize('NFC'));
  const context = Object.fromEntries([...awkwardBuiltins, ...names].map((name) => [name, null]));
  const tree: SyntaxNode = parser.configure({ top, contextTracker: trackVariables(context) }).parse(text).topNode;
  const depth = options.maxDepth ?? 50;
  // Lezer wraps a value in up to three nodes of its own; the limit counts what the author nested.
  if (nestingOf(tree) > depth * 3) return fail(`the expression is nested deeper than ${depth}`, 0);
  const error = firstError(tree);
  if (error) return fail(describe(error, text), error.from);
  return converted(tree, new Source(text, spellingOf(names)));
}

function converted(tree: SyntaxNode, source: Source): ParseResult {
  try {
    return { ast: convert(tree, source) };
  } catch (refusal) {
    if (refusal instanceof Refused) return fail(refusal.message, refusal.pos);
    throw refusal;
  }
}

const fail = (message: string, pos: number): ParseResult => ({ errors: [{ message, pos }] });

function describe(error: SyntaxNode, text: string): string {
  if (error.from >= text.trimEnd().length) return 'the expression ends too early';
  const found = text.slice(error.from, Math.max(error.to, error.from + 1)).trim() || text.slice(error.from).trim();
  return unexpected(found.slice(0, 20), error.from);
}

function blankLeadingEquals(text: string): string {
  const at = text.length - text.trimStart().length;
  return text[at] === '=' ? `${text.slice(0, at)} ${text.slice(at + 1)}` : text;
}

/** One spelling per name: the known one, else the text with single spaces. */
function spellingOf(names: readonly string[]): (written: string) => string {
  const known = new Map(names.map((name) => [normalizeContextKey(name), name]));
  return (written) => {
    const name = written.split(/\s+/).join(' ');
    return known.get(normalizeContextKey(name)) ?? name;
  };
}

function utf8Length(text: string): number {
  let bytes = 0;
  for (const ch of text) {
    const code = ch.codePointAt(0)!;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
