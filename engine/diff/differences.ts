/** What has come, gone or changed from one version to the next. */
import { canonicalJson } from '../graph/canonical.js';
import type { Id, ProcessGraph } from '../graph/types.js';
import { itemsOf, type Item, type ItemKind, type Value } from './items.js';

/** `item`: as it is now, of what has gone as it was. An attribute that is stated on one side alone has no value on the other. */
export type Difference =
  | { change: 'added'; item: Item }
  | { change: 'removed'; item: Item }
  | { change: 'changed'; item: Item; attribute: string; before?: Value; after?: Value };

const same = (a: Value | undefined, b: Value | undefined): boolean => a === b || (a !== undefined && b !== undefined && canonicalJson(a as never) === canonicalJson(b as never));
/** What an office looks for first. */
const ORDER: readonly ItemKind[] = ['procedure', 'timeLimit', 'channel', 'requiredDocument', 'legalBasis', 'framework', 'lane', 'step', 'event', 'gateway', 'flow', 'document'];

export function differences(before: ProcessGraph, after: ProcessGraph): Difference[] {
  return differencesOf(itemsOf(before), itemsOf(after));
}

/** Facts first, then the drawing; what has gone stands after what is there. */
export function differencesOf(before: readonly Item[], after: readonly Item[]): Difference[] {
  const [old, now] = [byKey(before), byKey(after)];
  const found: Difference[] = [
    ...after.flatMap((item) => { const was = old.get(item.key); return was ? changesOf(was, item) : [{ change: 'added', item } as const]; }),
    ...before.filter(({ key }) => !now.has(key)).map((item) => ({ change: 'removed' as const, item })),
  ];
  return found.sort((a, b) => ORDER.indexOf(a.item.kind) - ORDER.indexOf(b.item.kind));
}

function changesOf(was: Item, item: Item): Difference[] {
  const attributes = [...new Set([...Object.keys(was.attributes), ...Object.keys(item.attributes)])];
  return attributes.flatMap((attribute): Difference[] => {
    const [before, after] = [was.attributes[attribute], item.attributes[attribute]];
    return same(before, after) ? [] : [{ change: 'changed', item, attribute, ...(before !== undefined && { before }), ...(after !== undefined && { after }) }];
  });
}

const byKey = (items: readonly Item[]): Map<string, Item> => new Map(items.map((item) => [item.key, item]));

/** Per element of the drawings, the strongest thing that has become of it. */
export function marksOf(found: readonly Difference[]): Map<Id, Difference['change']> {
  return new Map(found.flatMap(({ item, change }) => (item.element === undefined ? [] : [[item.element, change] as const])));
}
