/** Flat parts as a BPMN file again. Comments are lost by it, and the order of attributes; everything else is kept. */
import { BpmnModdle } from 'bpmn-moddle';
import type { Part, Parts } from '../../merge/parts.js';
import dossierflow from '../df-moddle.json' with { type: 'json' };
import { list, type El } from '../element.js';
import { FOREIGN, type Snapshot } from './flatten.js';
import { drawInto, type Drawn } from './drawn.js';

type Open = El & Record<string, unknown>;

/** @param drawn where its elements stand; absent: the file has no picture */
export async function compose(parts: Parts, drawn?: Drawn): Promise<string> {
  const moddle = new BpmnModdle({ df: dossierflow });
  const elements = new Map<string, Open>();
  for (const part of parts.values()) elements.set(part.key, create(moddle, part));
  for (const part of parts.values()) attach(part, elements);
  for (const part of parts.values()) refer(part, elements);
  const definitions = elements.get('definitions');
  if (!definitions) throw new Error('There is nothing to write.');
  if (drawn) drawInto(moddle, definitions, elements, drawn);
  return (await moddle.toXML(definitions, { format: true })).xml;
}

function create(moddle: BpmnModdle, part: Part): Open {
  const foreign = part.values[FOREIGN];
  if (typeof foreign === 'string') return foreignElement(moddle, JSON.parse(foreign) as Snapshot);
  const attributes = Object.fromEntries(Object.entries(part.values).map(([name, value]) => [name.startsWith('@') ? name.slice(1) : name, value]));
  return moddle.create(part.type, attributes) as Open;
}
function foreignElement(moddle: BpmnModdle, { type, uri, attributes, body, children }: Snapshot): Open {
  return moddle.createAny(type, uri ?? '', { ...attributes, ...(body !== undefined && { $body: body }), ...(children.length > 0 && { $children: children.map((each) => foreignElement(moddle, each)) }) }) as Open;
}

function attach(part: Part, elements: ReadonlyMap<string, Open>): void {
  const parent = elements.get(part.parent);
  if (!parent) return;
  const element = elements.get(part.key)!;
  (element as { $parent?: El }).$parent = parent;
  put(parent, part.slot, element);
}

function refer(part: Part, elements: ReadonlyMap<string, Open>): void {
  const element = elements.get(part.key)!;
  for (const [name, ids] of Object.entries(part.refs)) {
    // A name of another vocabulary is written as it was read.
    const targets = ids.map((id) => elements.get(id) ?? ({ id } as unknown as Open));
    if (name === 'lanes') for (const lane of targets) put(lane, 'flowNodeRef', element);
    else for (const target of targets) put(element, name, target);
  }
  if (part.type !== 'bpmn:SequenceFlow') return;
  const [source, target] = [part.refs['sourceRef'], part.refs['targetRef']].map((ids) => elements.get(ids?.[0] ?? ''));
  if (source) put(source, 'outgoing', element);
  if (target) put(target, 'incoming', element);
}

function put(element: Open, property: string, value: El): void {
  const isMany = element.$descriptor?.properties.find((each) => each.ns.localName === property)?.isMany === true;
  element[property] = isMany ? [...list(element, property), value] : value;
}
