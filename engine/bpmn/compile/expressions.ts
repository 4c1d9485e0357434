/** Texts of the file become expressions: FEEL parsed, simple JUEL translated, everything else reported. */
import type { Expression } from '../../expression/ast.js';
import { parseExpression } from '../../expression/parse.js';
import { is, states, text, type El } from '../element.js';
import { isJuel, translateJuel } from '../juel.js';
import type { Compile } from './context.js';

/** Languages under which FEEL is known. XPath is the metamodel's own default (BPMN 2.0, table 8.1): tools write it unasked. */
const feelLanguage = /(^|[/:.])feel([/:.#]|$)|^https?:\/\/www\.omg\.org\/spec\/(DMN|FEEL)\//i;
const juelLanguage = /juel|unified.?el|java\.sun\.com\/products\/jsp|^\$?el$/i;

/** True when scripts or conditions in this language are run. */
export const isFeel = (language: string | undefined): boolean => language === undefined || feelLanguage.test(language);

/** Nothing is looked for in a longer text; the parser's own limit for an expression is lower. */
const MOST_CHARACTERS = 16_384;

/** A name standing alone. */
export const nameExpression = (name: string): Expression => ({ text: name, ast: { kind: 'name', name } });
/** A fixed text. */
export const textExpression = (value: string): Expression => ({ text: value, ast: { kind: 'literal', value } });

/** The expression inside an element such as `conditionExpression`; `undefined` when there is no text. */
export function expressionOf(compile: Compile, element: El | undefined, what: string): Expression | undefined {
  const body = text(element, 'body');
  if (!element || body === undefined) return undefined;
  return expressionIn(compile, element, body, what, text(element, 'language'));
}

/** `element` is what messages name; `what` says which text it is: "the condition". */
export function expressionIn(compile: Compile, element: El, body: string, what: string, language?: string): Expression {
  if (body.length > MOST_CHARACTERS) {
    report(compile, element, 'EXPR-SYNTAX', `${capital(what)} of ${compile.label(element)} has ${body.length} characters; no expression is that long.`);
    return unreadable(body.slice(0, 100));
  }
  if (isJuel(body)) return juel(compile, element, body, what);
  if (!isFeel(language)) {
    report(compile, element, 'EXPR-LANGUAGE', `${capital(what)} of ${compile.label(element)} is in "${language}"; FEEL is run.`);
    return unreadable(body);
  }
  return feel(compile, element, unboxed(body).trim(), what, language);
}

/** A DMN literal expression written out as XML, as some tools put it into BPMN: its text is the FEEL meant. */
function unboxed(body: string): string {
  const inner = /^\s*<(?:\w+:)?literalExpression\b[^>]*>[\s\S]*?<(?:\w+:)?text>([\s\S]*?)<\/(?:\w+:)?text>/.exec(body)?.[1];
  const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return inner === undefined ? body : inner.replace(/&(lt|gt|quot|apos|amp);/g, (_all, name: string) => entities[name]!);
}

function feel(compile: Compile, element: El, body: string, what: string, language?: string): Expression {
  const parsed = parseExpression(body, compile.names, { leadingEquals: true });
  if (parsed.ast) return { text: body, ast: parsed.ast };
  const general = text(compile.source.definitions, 'expressionLanguage');
  if (language === undefined && !isFeel(general) && states(compile.source.definitions!, 'expressionLanguage')) {
    // The file's general language is often a tool's default; the text decides, and this one is not FEEL.
    compile.diagnose('warning', 'EXPR-LANGUAGE', element, `${capital(what)} of ${compile.label(element)} is not FEEL but, as the file says, "${general}"; a run stops there as an incident.`);
    return unreadable(body);
  }
  const reasons = parsed.errors.map((each) => each.message).join('; ');
  report(compile, element, 'EXPR-SYNTAX', `${capital(what)} of ${compile.label(element)} cannot be read as FEEL: ${reasons}.`);
  return unreadable(body);
}

function juel(compile: Compile, element: El, body: string, what: string): Expression {
  const translated = translateJuel(body);
  const elementId = compile.label(element).split(' ')[0]!;
  if (translated === undefined) {
    compile.report.push({ elementId, name: what, value: body, treatment: 'not supported', note: 'only comparisons, and, or, not and names of JUEL are translated' });
    report(compile, element, juelLanguage.test(text(element, 'language') ?? 'juel') ? 'EXPR-JUEL' : 'EXPR-LANGUAGE', `${capital(what)} of ${compile.label(element)} is JUEL that cannot be translated to FEEL: ${body}.`);
    return unreadable(body);
  }
  compile.report.push({ elementId, name: what, value: body, treatment: 'translated', note: translated });
  return feel(compile, element, translated, what);
}

/** Evaluates to an error, so that what needs the value ends as an incident; the text stays for whoever repairs it. */
const unreadable = (body: string): Expression =>
  ({ text: body, ast: { kind: 'call', callee: { kind: 'name', name: 'expression that is not FEEL' }, args: [] } });

function report(compile: Compile, element: El, code: string, message: string): void {
  const words = !compile.executable && is(element, 'Expression') && !is(element, 'FormalExpression');
  compile.diagnose(compile.lenient || words ? 'warning' : 'error', code, element, message);
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
