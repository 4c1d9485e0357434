const simpleEscapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** Value of a string literal, quotes included in `source` (DMN 1.5, 10.3.1.2). */
export function unescapeString(source: string): string {
  const body = source.slice(1, -1);
  let text = '';
  for (let at = 0; at < body.length; at++) {
    const ch = body[at]!;
    const next = body[at + 1];
    if (ch !== '\\' || next === undefined) { text += ch; continue; }
    const digits = next === 'u' ? 4 : next === 'U' ? 6 : 0;
    const code = digits ? hexadecimal(body.slice(at + 2, at + 2 + digits), digits) : undefined;
    text += code !== undefined ? String.fromCodePoint(code) : simpleEscapes[next] ?? (digits ? `\\${next}` : next);
    at += code !== undefined ? 1 + digits : 1;
  }
  return text;
}

function hexadecimal(digits: string, length: number): number | undefined {
  if (digits.length !== length) return undefined;
  for (const digit of digits) if (!'0123456789abcdefABCDEF'.includes(digit)) return undefined;
  const code = parseInt(digits, 16);
  return code <= 0x10ffff ? code : undefined;
}
