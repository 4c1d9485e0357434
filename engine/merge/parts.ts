/** A drawing as flat values: every element is a part with attributes and references, so that two drawings can be compared value by value. */
export type Value = string | number | boolean;

/**
 * `key`: the element's id; of an element without one, the key of what it is in, its property there, and what tells it from its like
 * (`P/procedure/requiredDocuments[giayChungSinh]`). `parent` is the key of the part it is in, '' of the outermost one.
 */
export interface Part {
  key: string;
  type: string;
  parent: string;
  /** Property of the parent that holds it. */
  slot: string;
  /** It has an id of its own and so is an element of the drawing; otherwise a fact or detail of one. */
  named: boolean;
  values: Readonly<Record<string, Value>>;
  /** Ids of other parts by the property that names them; `lanes` of a node: the lanes that it stands in. */
  refs: Readonly<Record<string, readonly string[]>>;
}
/** By key, in the order of the file, parents before what is in them. */
export type Parts = ReadonlyMap<string, Part>;

/** An attribute as one value to compare: a fact's value, or the ids of a reference as a text. */
export function attributesOf(part: Part | undefined): Map<string, Value> {
  if (!part) return new Map();
  const refs = Object.entries(part.refs).map(([name, ids]): [string, Value] => [name, ids.join(' ')]);
  return new Map<string, Value>([['@type', part.type], ['@in', part.parent], ...Object.entries(part.values), ...refs]);
}

/** The element with an id that the part is, or is a detail of. */
export function ownerOf(parts: Parts, key: string): Part | undefined {
  for (let part = parts.get(key); part; part = parts.get(part.parent)) if (part.named) return part;
  return undefined;
}

/** The part and all that is in it. */
export function within(parts: Parts, root: string): Set<string> {
  const found = new Set<string>([root]);
  for (const part of parts.values()) if (found.has(part.parent)) found.add(part.key);
  return found;
}

export function samePart(a: Part | undefined, b: Part | undefined): boolean {
  if (!a || !b) return a === b;
  const [left, right] = [attributesOf(a), attributesOf(b)];
  return left.size === right.size && [...left].every(([name, value]) => right.get(name) === value);
}
