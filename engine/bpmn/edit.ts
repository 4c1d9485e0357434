/** Makes changes in the file of a drawing and draws it again. Comments in the file are lost by it; everything else is kept. */
import { BpmnModdle } from 'bpmn-moddle';
import type { Edit } from '../remedies/edits.js';
import dossierflow from './df-moddle.json' with { type: 'json' };
import { child, extensions, is, list, type El } from './element.js';
import { layoutDefinitions } from './layout.js';

/** The text with the changes made. Rejects when the text is not BPMN, or a change names what is not there. */
export async function editDefinitions(xml: string, edits: readonly Edit[]): Promise<string> {
  const moddle = new BpmnModdle({ df: dossierflow });
  const { rootElement, elementsById } = await moddle.fromXML(xml);
  const editor = new Editor(moddle, new Map(Object.entries(elementsById)));
  for (const edit of edits) editor.apply(edit);
  const { xml: written } = await moddle.toXML(rootElement, { format: true });
  return layoutDefinitions(written, { redraw: true });
}

type Open = El & Record<string, unknown>;

class Editor {
  constructor(private readonly moddle: BpmnModdle, private readonly byId: Map<string, El>) {}

  apply(edit: Edit): void {
    switch (edit.edit) {
      case 'retype': this.retype(this.find(edit.node), edit.type); return;
      case 'addGateway': this.place(this.create(`bpmn:${capital(edit.type)}`, { id: edit.node, incoming: [], outgoing: [] }), this.find(edit.scope), edit.lane); return;
      case 'removeNode': this.remove(this.find(edit.node)); return;
      case 'addFlow': this.connect(edit.flow, this.find(edit.source), this.find(edit.target)); return;
      case 'removeFlow': this.disconnect(this.find(edit.flow)); return;
      case 'redirect': this.redirect(this.find(edit.flow), edit.source, edit.target); return;
      case 'facts': this.facts(this.find(edit.node), edit.facts); return;
      case 'data': this.data(this.find(edit.node), edit.reads, edit.writes);
    }
  }

  private find(id: string): Open {
    const element = this.byId.get(id);
    if (!element) throw new Error(`There is no element "${id}".`);
    return element as Open;
  }
  private create(type: string, attributes: Record<string, unknown>): Open {
    const element = this.moddle.create(type, attributes) as Open;
    if (typeof attributes['id'] === 'string') this.byId.set(attributes['id'], element);
    return element;
  }
  private place(node: Open, scope: Open, lane: string | undefined): void {
    this.put(scope, 'flowElements', node);
    if (lane !== undefined) add(this.find(lane), 'flowNodeRef', node);
  }
  /** As a part of the other, at the end. */
  private put(parent: Open, property: string, part: Open): void {
    add(parent, property, part);
    (part as { $parent?: El }).$parent = parent;
  }
  private lanesWith(node: El): Open[] { return [...this.byId.values()].filter((each) => is(each, 'Lane') && list(each, 'flowNodeRef').includes(node)) as Open[]; }

  private retype(node: Open, type: string): void {
    const parent = node.$parent as Open;
    const { id, name, incoming, outgoing, extensionElements, documentation } = node;
    const other = this.create(`bpmn:${capital(type)}`, { id, ...(name !== undefined && { name }), incoming, outgoing, ...(extensionElements !== undefined && { extensionElements }), ...(documentation !== undefined && { documentation }) });
    (other as { $parent?: El }).$parent = parent;
    parent['flowElements'] = list(parent, 'flowElements').map((each) => (each === node ? other : each));
    for (const flow of list(other, 'incoming')) (flow as Open)['targetRef'] = other;
    for (const flow of list(other, 'outgoing')) (flow as Open)['sourceRef'] = other;
    for (const lane of this.lanesWith(node)) lane['flowNodeRef'] = list(lane, 'flowNodeRef').map((each) => (each === node ? other : each));
  }
  private remove(node: Open): void {
    drop(node.$parent as Open, 'flowElements', node);
    for (const lane of this.lanesWith(node)) drop(lane, 'flowNodeRef', node);
    this.byId.delete(String(node['id']));
  }
  private connect(id: string, source: Open, target: Open): void {
    const flow = this.create('bpmn:SequenceFlow', { id, sourceRef: source, targetRef: target });
    this.put(source.$parent as Open, 'flowElements', flow);
    add(source, 'outgoing', flow);
    add(target, 'incoming', flow);
  }
  private disconnect(flow: Open): void {
    drop(child(flow, 'sourceRef') as Open, 'outgoing', flow);
    drop(child(flow, 'targetRef') as Open, 'incoming', flow);
    drop(flow.$parent as Open, 'flowElements', flow);
    this.byId.delete(String(flow['id']));
  }
  private redirect(flow: Open, source: string | undefined, target: string | undefined): void {
    if (source !== undefined) {
      drop(child(flow, 'sourceRef') as Open, 'outgoing', flow);
      flow['sourceRef'] = this.find(source);
      add(this.find(source), 'outgoing', flow);
    }
    if (target === undefined) return;
    drop(child(flow, 'targetRef') as Open, 'incoming', flow);
    flow['targetRef'] = this.find(target);
    add(this.find(target), 'incoming', flow);
  }
  private facts(node: Open, facts: Readonly<Record<string, unknown>>): void {
    const step = extensions(node).find((each) => is(each, 'df:Step')) as Open | undefined;
    if (!step) throw new Error(`"${String(node['id'])}" has no df:step.`);
    for (const [name, value] of Object.entries(facts)) step[name] = Array.isArray(value) ? value.join(' ') : value;
  }
  private data(node: Open, reads: readonly string[], writes: readonly string[]): void {
    const id = String(node['id']);
    for (const data of reads) {
      const property = list(node, 'properties')[0] as Open | undefined ?? this.create('bpmn:Property', { id: `${id}_docVao`, name: '__targetRef_placeholder' });
      if (!list(node, 'properties').includes(property)) this.put(node, 'properties', property);
      this.put(node, 'dataInputAssociations', this.create('bpmn:DataInputAssociation', { id: `${id}_r_${data}`, sourceRef: [this.find(data)], targetRef: property }));
    }
    for (const data of writes) this.put(node, 'dataOutputAssociations', this.create('bpmn:DataOutputAssociation', { id: `${id}_w_${data}`, targetRef: this.find(data) }));
  }
}

function capital(type: string): string { return type.charAt(0).toUpperCase() + type.slice(1); }
function add(element: Open, property: string, value: El): void { element[property] = [...list(element, property), value]; }
function drop(element: Open, property: string, value: El): void { element[property] = list(element, property).filter((each) => each !== value); }
