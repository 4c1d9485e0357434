/** The tree of a BPMN file as flat parts. The picture (BPMN 2.0 chapter 12) is no part: it is kept or made again by itself. */
import type { ModdleWarning } from 'bpmn-moddle';
import { canonicalJson } from '../../graph/canonical.js';
import type { Part, Parts, Value } from '../../merge/parts.js';
import { idOf, is, isElement, list, states, type El } from '../element.js';

/** What tells facts of one kind from each other; of any other kind, its number among its like. */
const NATURAL: Readonly<Record<string, string>> = {
  'df:TimeLimit': 'when', 'df:LegalBasis': 'ref', 'df:RequiredDocument': 'type', 'df:Channel': 'kind', 'df:Field': 'name', 'df:Framework': 'id', 'df:AcceptedFinding': 'check',
};
/** Told by the flows and by the nodes themselves; a second place could only contradict them. */
const DERIVED: ReadonlySet<string> = new Set(['incoming', 'outgoing', 'flowNodeRef', 'diagrams']);
/** Who wrote the file says nothing of the procedure. */
const OF_THE_TOOL: ReadonlySet<string> = new Set(['exporter', 'exporterVersion']);
/** What declares them is written anew with the file. */
const OWN_NAMESPACES = /^(http:\/\/www\.omg\.org\/spec\/|http:\/\/www\.w3\.org\/2001\/XMLSchema-instance|https:\/\/dossierflow\.org\/schema\/bpmn\/)/;
export const FOREIGN = '@foreign';

/** @param open references that the reader could not follow: they stay as they are written */
export function flatten(definitions: El, open: readonly ModdleWarning[] = []): Parts {
  const flat = new Flattening(open);
  flat.add(definitions, { key: 'definitions', parent: '', slot: '' });
  return flat.parts;
}

class Flattening {
  readonly parts = new Map<string, Part>();
  private readonly lanes = new Map<El, string[]>();
  constructor(private readonly open: readonly ModdleWarning[]) {}

  add(element: El, { key, parent, slot }: Pick<Part, 'key' | 'parent' | 'slot'>): void {
    if (isForeign(element)) { this.parts.set(key, { key, type: element.$type, parent, slot, named: false, values: { [FOREIGN]: canonicalJson(snapshot(element)) }, refs: {} }); return; }
    const [values, refs] = [valuesOf(element), this.refsOf(element)];
    this.parts.set(key, { key, type: element.$type, parent, slot, named: isNamed(element), values, refs });
    if (is(element, 'Process') || is(element, 'SubProcess')) for (const set of list(element, 'laneSets')) this.noteLanes(set);
    for (const [property, children] of childrenOf(element)) this.addAll(children, key, property);
  }

  private addAll(children: readonly El[], parent: string, slot: string): void {
    const counts = new Map<string, number>();
    for (const child of children) {
      const told = NATURAL[child.$type] === undefined ? child.$type : `${child.$type} ${String(child[NATURAL[child.$type]!] ?? '')}`;
      const nth = (counts.get(told) ?? 0) + 1;
      counts.set(told, nth);
      const key = isNamed(child) ? idOf(child) : `${parent}/${slot}[${told}${nth > 1 ? `#${nth}` : ''}]`;
      this.add(child, { key: this.parts.has(key) ? `${parent}/${key}` : key, parent, slot });
    }
  }

  private noteLanes(set: El): void {
    for (const lane of list(set, 'lanes')) {
      for (const node of list(lane, 'flowNodeRef')) this.lanes.set(node, [...(this.lanes.get(node) ?? []), idOf(lane)]);
      const inner = lane['childLaneSet'];
      if (isElement(inner)) this.noteLanes(inner);
    }
  }

  private refsOf(element: El): Record<string, string[]> {
    const refs: Record<string, string[]> = {};
    for (const { isReference, ns: { localName } } of element.$descriptor.properties) {
      if (!isReference || DERIVED.has(localName)) continue;
      const value = element[localName];
      const ids = (Array.isArray(value) ? value : [value]).filter(isElement).map(idOf);
      const unread = this.open.filter((each) => each.element === element && each.value !== undefined && each.property?.slice(each.property.indexOf(':') + 1) === localName).map((each) => each.value!.trim());
      if (ids.length + unread.length > 0) refs[localName] = [...ids, ...unread];
    }
    const lanes = this.lanes.get(element);
    if (lanes) refs['lanes'] = [...lanes].sort();
    return refs;
  }
}

/** A fact's `id` names something else than the fact. */
const isNamed = (element: El): boolean => idOf(element) !== '' && !element.$type.startsWith('df:');
const isForeign = (element: El): boolean => !element.$attrs;

function valuesOf(element: El): Record<string, Value> {
  const values: Record<string, Value> = {};
  for (const { isReference, ns: { localName } } of element.$descriptor.properties) {
    const value = element[localName];
    if (isReference || !states(element, localName) || OF_THE_TOOL.has(localName)) continue;
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') values[localName] = value;
  }
  for (const [name, value] of Object.entries(element.$attrs)) if (!OWN_NAMESPACES.test(value)) values[`@${name}`] = value;
  return values;
}

function childrenOf(element: El): [string, El[]][] {
  return element.$descriptor.properties.flatMap(({ isReference, ns: { localName } }): [string, El[]][] => {
    if (isReference || DERIVED.has(localName)) return [];
    const value = element[localName];
    const children = (Array.isArray(value) ? value : [value]).filter(isElement);
    return children.length > 0 ? [[localName, children]] : [];
  });
}

/** An element of a vocabulary that is not ours, whole. */
export interface Snapshot { type: string; uri?: string; attributes: Record<string, string>; body?: string; children: Snapshot[] }
function snapshot(element: El): Snapshot {
  const attributes = Object.fromEntries(Object.entries(element).filter((entry): entry is [string, string] => !entry[0].startsWith('$') && typeof entry[1] === 'string'));
  const uri = element.$descriptor.ns?.uri;
  return { type: element.$type, ...(uri !== undefined && { uri }), attributes, ...(element.$body !== undefined && { body: element.$body }), children: (element.$children ?? []).map(snapshot) };
}
