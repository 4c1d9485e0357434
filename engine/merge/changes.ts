/** What differs between two drawings, value by value. */
import { attributesOf, type Part, type Parts, type Value } from './parts.js';

/** `attribute` is `@` where the part itself came or went; then `before` and `after` are absent. */
export interface Change {
  part: string;
  kind: 'added' | 'removed' | 'changed';
  attribute: string;
  before?: Value;
  after?: Value;
}

/** A part that came or went is one change, whatever is in it: what is in it is not told again. */
export function changesBetween(before: Parts, after: Parts): Change[] {
  const changes: Change[] = [];
  for (const [key, part] of before) {
    const now = after.get(key);
    if (now) changes.push(...changesOf(part, now));
    else if (after.has(part.parent) || part.parent === '') changes.push({ part: key, kind: 'removed', attribute: '@' });
  }
  for (const [key, part] of after) if (!before.has(key) && (before.has(part.parent) || part.parent === '')) changes.push({ part: key, kind: 'added', attribute: '@' });
  return changes;
}

function changesOf(before: Part, after: Part): Change[] {
  const [old, now] = [attributesOf(before), attributesOf(after)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((attribute): Change[] => {
    const [was, is] = [old.get(attribute), now.get(attribute)];
    return was === is ? [] : [{ part: before.key, kind: 'changed', attribute, ...(was !== undefined && { before: was }), ...(is !== undefined && { after: is }) }];
  });
}
