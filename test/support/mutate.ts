/** Files as no tool would write them, made from good ones: for readers that must refuse in words whatever comes. Seeded, so that a find can be made again. */

import type { Random } from '../../scripts/seed/random.js';

const below = (random: Random, n: number): number => Math.floor(random.next() * n);

const STRANGE = ['', ' ', '\u0000', '\u202E', '\uFFFE', '\ud800', '&#0;', '&x;', '"', "'", '<', '>', ']]>', '<!--', '<![CDATA[', '<?xml?>', '<!DOCTYPE x>', '__proto__', 'constructor', '-1', '1e999', 'NaN', 'PT', 'P99999999Y', '${x}', 'for i in 1..9999999 return i', '(((((', 'ế'.repeat(300)];

interface Places { attributes: { at: number; end: number; name: string; value: string }[]; tags: { at: number; end: number }[] }
function placesOf(xml: string): Places {
  const attributes = [...xml.matchAll(/\s([\w:.-]+)="([^"]*)"/g)].map((found) => ({ at: found.index, end: found.index + found[0].length, name: found[1]!, value: found[2]! }));
  const tags = [...xml.matchAll(/<\/?[\w:.-]+[^<>]*>/g)].map((found) => ({ at: found.index, end: found.index + found[0].length }));
  return { attributes, tags };
}
const cut = (xml: string, at: number, end: number, put = ''): string => xml.slice(0, at) + put + xml.slice(end);

/** One change each; where there is nothing to change, the text itself. */
const CHANGES: readonly ((xml: string, random: Random, places: Places) => string)[] = [
  // The text, whatever it means.
  (xml, random) => { const at = below(random, xml.length); return cut(xml, at, at + 1 + below(random, 40)); },
  (xml, random) => { const at = below(random, xml.length); return cut(xml, at, at, random.pick(STRANGE)); },
  (xml, random) => xml.slice(0, below(random, xml.length)),
  (xml, random) => { const [at, to] = [below(random, xml.length), below(random, xml.length)]; return cut(xml, to, to, xml.slice(at, at + below(random, 400))); },
  // A value of an attribute: strange, another one's, gone, twice.
  (xml, random, { attributes }) => { const each = random.pick(attributes); return each ? cut(xml, each.at, each.end, ` ${each.name}="${random.pick(STRANGE)}"`) : xml; },
  (xml, random, { attributes }) => { const each = random.pick(attributes); return each ? cut(xml, each.at, each.end, ` ${each.name}="${random.pick(attributes).value}"`) : xml; },
  (xml, random, { attributes }) => { const same = random.pick(attributes); const others = attributes.filter(({ name }) => name === same?.name); const each = random.pick(others); return each ? cut(xml, each.at, each.end, ` ${each.name}="${random.pick(others).value}"`) : xml; },
  (xml, random, { attributes }) => { const each = random.pick(attributes); return each ? cut(xml, each.at, each.end) : xml; },
  (xml, random, { attributes }) => { const each = random.pick(attributes); return each ? cut(xml, each.at, each.at, ` ${each.name}="x"`) : xml; },
  // An element: gone, twice, elsewhere, of another kind, deep inside itself.
  (xml, random, { tags }) => { const each = random.pick(tags); return each ? cut(xml, each.at, each.end) : xml; },
  (xml, random, { tags }) => { const each = random.pick(tags); return each ? cut(xml, each.end, each.end, xml.slice(each.at, each.end)) : xml; },
  (xml, random, { tags }) => { const [from, to] = [random.pick(tags), random.pick(tags)]; return from && to ? cut(xml, to.end, to.end, xml.slice(from.at, Math.max(from.end, Math.min(to.at, from.at + 2_000)))) : xml; },
  (xml, random, { tags }) => { const [from, to] = [random.pick(tags), random.pick(tags)]; if (!from || !to) return xml; const name = /^<\/?([\w:.-]+)/; const other = name.exec(xml.slice(from.at))?.[1] ?? 'x'; return cut(xml, to.at, to.end, xml.slice(to.at, to.end).replace(name, (whole, own: string) => whole.replace(own, other))); },
  (xml, random, { tags }) => { const each = random.pick(tags); const tag = each && /^<([\w:.-]+)[^<>]*[^/]>$/.exec(xml.slice(each.at, each.end)); const deep = 1 + below(random, 60); return tag ? cut(xml, each.at, each.end, tag[0].repeat(deep) + `</${tag[1]}>`.repeat(deep - 1)) : xml; },
];

/** One to four changes after each other. */
export function mutated(xml: string, random: Random): string {
  let now = xml;
  for (let left = 1 + below(random, 4); left > 0 && now.length > 0; left -= 1) now = random.pick(CHANGES)(now, random, placesOf(now));
  return now;
}
