/** Look-ups in the tree that bpmn-moddle gives, with types; a missing or misplaced value reads as absent. */
import type { ModdleElement } from 'bpmn-moddle';

export type El = ModdleElement;

export const isElement = (value: unknown): value is El =>
  typeof value === 'object' && value !== null && typeof (value as El).$type === 'string';

/** True when the element is of the type or of one derived from it; `type` stands in BPMN when it has no prefix. */
export function is(element: El | undefined, type: string): boolean {
  if (!element) return false;
  const full = type.includes(':') ? type : `bpmn:${type}`;
  return element.$instanceOf ? element.$instanceOf(full) : element.$type === full;
}

/** Local name in the spelling of the XML tag: `userTask` for `bpmn:UserTask`. */
export function tagOf(element: El): string {
  const local = element.$type.slice(element.$type.indexOf(':') + 1);
  return local.charAt(0).toLowerCase() + local.slice(1);
}

/** A text attribute or body; blank counts as absent. */
export function text(element: El | undefined, property: string): string | undefined {
  const value = element?.[property];
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** A number that the file states; defaults of the schema are not looked at. */
export function number(element: El | undefined, property: string): number | undefined {
  const value = element?.[property];
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** A boolean with the default of the schema. */
export const flag = (element: El | undefined, property: string): boolean => element?.[property] === true;

/** A contained or resolved element. */
export function child(element: El | undefined, property: string): El | undefined {
  const value = element?.[property];
  return isElement(value) ? value : undefined;
}

/** Contained or resolved elements, unresolved references left out. */
export function list(element: El | undefined, property: string): El[] {
  const value = element?.[property];
  return Array.isArray(value) ? value.filter(isElement) : [];
}

export const idOf = (element: El | undefined): string => text(element, 'id') ?? '';

/** Did the file itself state the attribute, as against a default of the schema? */
export const states = (element: El, property: string): boolean => Object.prototype.hasOwnProperty.call(element, property);

/** Elements inside `extensionElements`. */
export const extensions = (element: El | undefined): El[] => list(child(element, 'extensionElements'), 'values');

/** Id of the nearest element upwards, itself included, that BPMN has by id; a fact's `id` names something else. */
export function identified(element: El | undefined): string | undefined {
  for (let at = element; at; at = at.$parent) {
    const id = text(at, 'id');
    if (id && at.$attrs && !at.$type.startsWith('df:')) return id;
  }
  return undefined;
}

/** All properties of the element that contain (not refer to) other elements, in the order of the metamodel. */
export function contained(element: El): El[] {
  const found: El[] = [];
  for (const property of element.$descriptor.properties ?? []) {
    if (property.isReference || property.isAttr) continue;
    const local = property.ns.localName;
    const value = element[local] ?? element[property.name];
    if (Array.isArray(value)) found.push(...value.filter(isElement));
    else if (isElement(value)) found.push(value);
  }
  return found;
}

/** The element and everything in it, parents first; elements of other vocabularies are left out. */
export function walk(element: El, visit: (element: El) => void): void {
  visit(element);
  // Elements of no known package have no attributes table of their own.
  for (const inner of contained(element)) if (inner.$attrs) walk(inner, visit);
}

/** Text of all documentation elements; undefined without any. */
export const documentationOf = (element: El): string | undefined => {
  const texts = list(element, 'documentation').map((each) => text(each, 'text')).filter((each) => each !== undefined);
  return texts.length ? texts.join('\n') : undefined;
};
