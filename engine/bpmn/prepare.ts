/**
 * What XML Schema allows and bpmn-moddle does not read: ids with letters beyond ASCII, which it drops with their
 * elements, booleans written `1` and `0`, and blanks around references. They are rewritten for the parser, and the ids put back afterwards.
 */
import { contained, type El } from './element.js';
import { DI_NAMESPACES, MODEL_NAMESPACE, attribute } from './limits.js';
import type { Scan } from './scan.js';

export interface Prepared {
  xml: string;
  /** The id as the file has it, for the one that the parser was given. */
  original(id: string): string;
}

const booleans = new Set([
  'isExecutable', 'isClosed', 'isForCompensation', 'isInterrupting', 'cancelActivity', 'parallelMultiple', 'isSequential', 'testBefore', 'instantiate',
  'triggeredByEvent', 'cancelRemainingInstances', 'waitForCompletion', 'isCollection', 'isImmediate', 'isUnlimited', 'isRequired', 'mustUnderstand',
]);
const words: Readonly<Record<string, string>> = { 1: 'true', 0: 'false', true: 'true', false: 'false' };
const plain = /^[A-Za-z_][\w.-]*$/;

export function prepare(xml: string, scan: Scan): Prepared {
  const tags = scan.tags.filter((tag) => tag.uri === MODEL_NAMESPACE || DI_NAMESPACES.includes(tag.uri));
  const aliases = aliasesOf(tags.flatMap((tag) => attribute(tag, 'id') ?? []));
  const originals = new Map([...aliases].map(([id, alias]) => [alias, id]));
  const edits: { at: number; length: number; to: string }[] = [];
  for (const tag of tags) {
    for (const { name, value, at } of tag.attributes) {
      const word = booleans.has(name) ? words[value.trim()] : undefined;
      const to = word ?? (aliases.size ? renamed(value, aliases) : value);
      if (to !== value) edits.push({ at, length: value.length, to });
    }
  }
  return { xml: inTexts(apply(xml, edits), aliases), original: (id) => (originals.size ? renamed(id, originals) : id) };
}

function aliasesOf(ids: readonly string[]): Map<string, string> {
  const taken = new Set(ids);
  const aliases = new Map<string, string>();
  for (const id of ids) {
    if (plain.test(id) || aliases.has(id)) continue;
    let alias = `id_${id.replace(/[^\w.-]/gu, (letter) => `u${letter.codePointAt(0)!.toString(16)}`)}`;
    while (taken.has(alias)) alias += '_';
    taken.add(alias);
    aliases.set(id, alias);
  }
  return aliases;
}

/** Ids and QNames of ids, alone or in a list. */
const renamed = (value: string, names: ReadonlyMap<string, string>): string =>
  names.get(value) ?? value.split(/(\s+)/).map((each) => {
    const local = each.slice(each.indexOf(':') + 1);
    const name = names.get(local);
    return name === undefined ? each : each.slice(0, each.length - local.length) + name;
  }).join('');

function apply(xml: string, edits: readonly { at: number; length: number; to: string }[]): string {
  let out = '';
  let from = 0;
  for (const edit of edits) {
    out += xml.slice(from, edit.at) + edit.to;
    from = edit.at + edit.length;
  }
  return out + xml.slice(from);
}

const reference = /(<(?:[\w.-]+:)?(?:incoming|outgoing|source|target|\w+Refs?)(?:\s[^<>]*)?>)\s*([^\s<>]+)\s*(?=<\/)/g;

/** References in elements, `<incoming> f1 </incoming>`: blanks around them count for the parser. */
const inTexts = (xml: string, aliases: ReadonlyMap<string, string>): string =>
  xml.replace(reference, (_all, tag: string, id: string) => tag + (aliases.size ? renamed(id, aliases) : id));

/** Puts the file's own ids back into everything that was parsed. */
export function restore(root: El, prepared: Prepared): void {
  const element = root as Record<string, unknown>;
  for (const [name, value] of Object.entries(root)) {
    if (typeof value === 'string' && !name.startsWith('$')) element[name] = prepared.original(value);
  }
  for (const inner of contained(root)) if (inner.$attrs) restore(inner, prepared);
}
