/** Where a change or conflict is, for people: on which element, of which fact, by what name. */
import { ownerOf, type Part, type Parts, type Value } from '../merge/parts.js';

export interface Place {
  /** Id of the element that it is drawn on; absent for what is said of the whole. */
  element?: string;
  /** Name of the element, or of the procedure. */
  name: string;
  /** Tag of the element, or of the fact on it: `userTask`, `requiredDocument`. */
  kind: string;
  /** What tells the fact from its like: the type of a document, the reference of a law. */
  which?: string;
}

/** @param all the drawings in which the part may be, the first that has it tells */
export function placeOf(all: readonly Parts[], key: string): Place {
  const parts = all.find((each) => each.has(key));
  const part = parts?.get(key);
  if (!parts || !part) return { name: key, kind: '' };
  const owner = ownerOf(parts, key);
  const which = part.named ? undefined : labelOf(part);
  return { ...(owner && owner.parent !== '' && { element: owner.key }), name: labelOf(owner ?? part) ?? endsOf(parts, owner) ?? owner?.key ?? key, kind: tagOf(part.type), ...(which !== undefined && { which }) };
}
/** What stands there, for people: in the place of ids the names of what they lead to. */
export function valueText(all: readonly Parts[], key: string, attribute: string, value: Value): string {
  const leads = attribute === '@in' || attribute === '@branch' || all.some((parts) => parts.get(key)?.refs[attribute] !== undefined);
  return leads ? String(value).split(' ').map((id) => (id === '' ? '' : placeOf(all, id).name)).join(', ') : String(value);
}

const tagOf = (type: string): string => { const local = type.slice(type.indexOf(':') + 1); return local.charAt(0).toLowerCase() + local.slice(1); };
function labelOf({ values }: Part): string | undefined {
  const label = values['name'] ?? values['title'] ?? values['type'] ?? values['ref'] ?? values['when'];
  return label === undefined || label === '' ? undefined : String(label);
}
/** A flow is known by what it connects. */
function endsOf(parts: Parts, owner: Part | undefined): string | undefined {
  const [from, to] = ['sourceRef', 'targetRef'].map((end) => parts.get(owner?.refs[end]?.[0] ?? ''));
  return from && to ? `${labelOf(from) ?? from.key} → ${labelOf(to) ?? to.key}` : undefined;
}
