/** What a BPMN file says, apart from how it is written: for comparing a file with what came of it. */
import { scanXml } from '../../engine/bpmn/scan.js';

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const expanded = (text: string): string => text
  .replace(/&#(x[0-9a-f]+|\d+);/gi, (_all, code: string) => String.fromCodePoint(code.startsWith('x') ? parseInt(code.slice(1), 16) : Number(code)))
  .replace(/&(\w+);/g, (_all, name: string) => entities[name] ?? '');

/**
 * One line for each element, in order: depth, namespace, local name, attributes sorted with their namespaces, text.
 * Prefixes, quotes, blanks between tags and the spelling of entities do not count; vendors' content does.
 */
export function contentOf(xml: string): string[] {
  const { tags, problems, prefixes } = scanXml(xml);
  if (problems.length) throw new Error(problems[0]!.message);
  const texts = textsOf(xml);
  return tags.map((tag, i) => {
    const attributes = tag.attributes.filter((each) => !/^xmlns(:|$)/.test(each.name)).map(({ name, value }) => {
      const colon = name.indexOf(':');
      return `${colon < 0 ? '' : `{${prefixes.get(name.slice(0, colon)) ?? name.slice(0, colon)}}`}${name.slice(colon + 1)}=${JSON.stringify(expanded(value).replace(/\s/g, ' '))}`;
    });
    return `${tag.depth} {${tag.uri}}${tag.name.slice(tag.name.indexOf(':') + 1)} ${attributes.sort().join(' ')} ${JSON.stringify(texts[i])}`;
  });
}

/** Text that follows each start tag, up to the next tag. */
function textsOf(xml: string): string[] {
  const marked = xml.replace(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>/g, '');
  const texts: string[] = [];
  const pattern = /<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)[^<>"']*(?:"[^"]*"[^<>"']*|'[^']*'[^<>"']*)*>|([^<]+)/g;
  for (const [, data, slash, text] of marked.matchAll(pattern)) {
    if (slash === '') texts.push('');
    else if (texts.length) texts[texts.length - 1] += (data ?? expanded(text ?? '')).trim();
  }
  return texts;
}
