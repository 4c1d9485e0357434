/** JUEL, the expression language of older BPMN engines: its comparisons say the same in FEEL with other signs. */

/** Is the whole text one `${…}` or `#{…}`? */
export const isJuel = (body: string): boolean => /^\s*[$#]\{[\s\S]*\}\s*$/.test(body);

const tokenPattern = /\s*(?:("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(\d+(?:\.\d+)?)|([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)(?!\s*\()|(==|!=|<=|>=|&&|\|\||[<>()!+\-*/]))/y;
const signs: Readonly<Record<string, string>> = { '==': '=', '&&': 'and', '||': 'or' };
const words: Readonly<Record<string, string>> = {
  eq: '=', ne: '!=', lt: '<', le: '<=', gt: '>', ge: '>=', and: 'and', or: 'or', true: 'true', false: 'false', null: 'null', div: '/', not: '!',
};

/**
 * FEEL for names, literals, arithmetic, comparisons and their combination with and, or, not;
 * `undefined` for anything else (method calls, conditional operator, `empty`, beans).
 */
export function translateJuel(body: string): string | undefined {
  const inner = /^\s*[$#]\{([\s\S]*)\}\s*$/.exec(body)?.[1];
  if (inner === undefined || inner.trim() === '') return undefined;
  const tokens = tokenize(inner);
  return tokens && assemble(tokens);
}

function tokenize(inner: string): string[] | undefined {
  const tokens: string[] = [];
  let at = 0;
  while (inner.slice(at).trim() !== '') {
    tokenPattern.lastIndex = at;
    const found = tokenPattern.exec(inner);
    if (!found) return undefined;
    const [all, quoted, digits, name, sign] = found;
    if (name === 'empty' || name === 'mod' || name === 'instanceof') return undefined;
    tokens.push(quoted !== undefined ? asString(quoted) : digits ?? (name !== undefined ? words[name] ?? name : signs[sign!] ?? sign!));
    at += all.length;
  }
  return tokens;
}

function asString(quoted: string): string {
  const value = quoted.slice(1, -1).replace(/\\(.)/g, '$1');
  return `"${value.replace(/[\\"]/g, '\\$&')}"`;
}

/** `!` binds one operand in JUEL; FEEL writes it as a function around that operand. */
function assemble(tokens: readonly string[]): string | undefined {
  const out: string[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if (tokens[i] !== '!') {
      out.push(tokens[i]!);
      continue;
    }
    const end = operandEnd(tokens, i + 1);
    const operand = end === undefined ? undefined : assemble(tokens.slice(i + 1, end));
    if (operand === undefined) return undefined;
    out.push(`not(${operand})`);
    i = end! - 1;
  }
  return out.length ? out.join(' ') : undefined;
}

/** Index after the operand that starts at `from`: a group in parentheses, a further `!` operand, or one token. */
function operandEnd(tokens: readonly string[], from: number): number | undefined {
  if (tokens[from] === '!') return operandEnd(tokens, from + 1);
  if (tokens[from] !== '(') return from < tokens.length ? from + 1 : undefined;
  let depth = 0;
  for (let i = from; i < tokens.length; i++) {
    if (tokens[i] === '(') depth++;
    if (tokens[i] === ')' && --depth === 0) return i + 1;
  }
  return undefined;
}
