/** A remedy made on the canvas: its edits are one command, so that one step back takes all of it back. */
import type { Edit } from '../../engine/remedies/edits.js';
import { factsOf, type ModdleElement } from '../properties/facts.js';
import { spaceAt, type Box, type Modeling, type Services, type ShapeLike } from './space.js';

export const APPLY = 'df.applyEdits';
interface Context { edits: readonly Edit[] }
interface Registry { get(id: string): ShapeLike; filter(test: (element: ShapeLike) => boolean): ShapeLike[] }
interface Factory { createShape(attributes: object): ShapeLike }
interface BpmnFactory { create(type: string, properties?: object): ModdleElement }
interface Replace { replaceElement(element: ShapeLike, target: object): ShapeLike }
type Of<K extends Edit['edit']> = Extract<Edit, { edit: K }>;

const GATEWAY = 50;
const GAP = 40;
/** Steps side by side stand this far apart. */
const ROW_GAP = 30;

class ApplyEdits {
  static $inject = ['injector'];
  constructor(private readonly services: Services) {}
  preExecute({ edits }: Context): void { new Application(this.services, edits).run(); }
}

/**
 * Names the first element that the edits need and the drawing does not show; a command cannot stop halfway.
 */
export function missingFor(services: Services, edits: readonly Edit[]): string | undefined {
  const registry = services.get<Registry>('elementRegistry');
  const made = new Set(edits.flatMap((each) => (each.edit === 'addGateway' ? [each.node] : each.edit === 'addFlow' ? [each.flow] : [])));
  const named = edits.flatMap((each): string[] => {
    switch (each.edit) {
      case 'addGateway': return [];
      case 'addFlow': return [each.source, each.target];
      case 'removeFlow': return [each.flow];
      case 'redirect': return [each.flow, ...(each.source === undefined ? [] : [each.source]), ...(each.target === undefined ? [] : [each.target])];
      default: return [each.node];
    }
  });
  const data = edits.flatMap((each) => (each.edit === 'data' ? [...each.reads, ...each.writes] : []));
  return named.find((id) => !made.has(id) && registry.get(id) === undefined) ?? data.find((id) => dataShape(registry, id) === undefined);
}
/** A data element itself, or the first reference to a data object that is drawn. */
export function dataShape(registry: Registry, id: string): ShapeLike | undefined {
  return registry.filter((each) => each.labelTarget === undefined && (each.id === id || (each.businessObject.dataObjectRef as ModdleElement | undefined)?.id === id))[0];
}

class Registration {
  static $inject = ['commandStack'];
  constructor(stack: { registerHandler(command: string, handler: unknown): void }) { stack.registerHandler(APPLY, ApplyEdits); }
}
export const remediesModule = { __init__: ['dfRemedies'], dfRemedies: ['type', Registration] };

class Application {
  private readonly modeling: Modeling;
  private readonly registry: Registry;

  constructor(private readonly services: Services, private readonly edits: readonly Edit[]) {
    this.modeling = services.get<Modeling>('modeling');
    this.registry = services.get<Registry>('elementRegistry');
  }

  run(): void {
    for (const edit of this.edits) this.apply(edit);
    this.spreadBranches();
  }

  private apply(edit: Edit): void {
    switch (edit.edit) {
      case 'retype': this.services.get<Replace>('bpmnReplace').replaceElement(this.registry.get(edit.node), { type: typeName(edit.type) }); return;
      case 'addGateway': this.addGateway(edit); return;
      case 'removeNode': this.modeling.removeElements([this.registry.get(edit.node)]); return;
      case 'addFlow': this.connect(this.registry.get(edit.source), this.registry.get(edit.target), 'bpmn:SequenceFlow', edit.flow); return;
      case 'removeFlow': this.modeling.removeElements([this.registry.get(edit.flow)]); return;
      case 'redirect': this.redirect(edit); return;
      case 'facts': this.facts(edit); return;
      case 'data': this.data(edit);
    }
  }

  /** In the way of the flow that is led to it or away from it; what lies behind makes room. */
  private addGateway({ node, type }: Of<'addGateway'>): void {
    const into = this.redirects().find((each) => each.target === node), out = this.redirects().find((each) => each.source === node);
    const neighbour = into ? this.flow(into.flow).target : this.flow(out!.flow).source;
    const { x, y, width, height } = neighbour;
    const left = into ? x : x + width + GAP;
    spaceAt(this.services, 'x', into ? x - 5 : x + width + 5, GATEWAY + GAP);
    this.shape(type, node, { x: left + GATEWAY / 2, y: y + height / 2 }, neighbour.parent!);
  }
  private shape(type: string, id: string, at: { x: number; y: number }, parent: ShapeLike): void {
    const businessObject = this.services.get<BpmnFactory>('bpmnFactory').create(typeName(type), { id });
    this.modeling.claimId(id, businessObject);
    this.modeling.createShape(this.services.get<Factory>('elementFactory').createShape({ type: typeName(type), businessObject }), at, parent);
  }
  private connect(source: ShapeLike, target: ShapeLike, type: string, id?: string): void {
    const businessObject = id === undefined ? undefined : this.services.get<BpmnFactory>('bpmnFactory').create(type, { id });
    if (businessObject) this.modeling.claimId(id!, businessObject);
    this.modeling.connect(source, target, { type, ...(businessObject && { businessObject }) });
  }

  private redirect({ flow, source, target }: Of<'redirect'>): void {
    const connection = this.flow(flow);
    if (source !== undefined) this.modeling.reconnectStart(connection, this.registry.get(source), centre(this.registry.get(source)));
    if (target === undefined) return;
    const shape = this.registry.get(target);
    if (this.isMoved(target)) this.moveBehind(shape, connection.source);
    this.modeling.reconnectEnd(connection, shape, centre(shape));
  }
  /** A step that gets a flow to it and another away from it has a new place. */
  private isMoved(id: string): boolean {
    return this.edits.some((each) => each.edit === 'addFlow' && each.source === id) && !this.edits.some((each) => each.edit === 'addGateway' && each.node === id);
  }
  /** To the right of the other, at its own height, so that it stays in its lane. */
  private moveBehind(shape: ShapeLike, other: ShapeLike): void {
    const left = other.x + other.width + GAP;
    spaceAt(this.services, 'x', other.x + other.width + 5, shape.width + GAP);
    this.modeling.moveElements([shape], { x: left - shape.x, y: 0 });
  }

  private data({ node, reads, writes }: Of<'data'>): void {
    const step = this.registry.get(node);
    for (const id of reads) this.connect(dataShape(this.registry, id)!, step, 'bpmn:DataInputAssociation');
    for (const id of writes) this.connect(step, dataShape(this.registry, id)!, 'bpmn:DataOutputAssociation');
  }
  private facts({ node, facts }: Of<'facts'>): void {
    const shape = this.registry.get(node);
    const step = factsOf(shape.businessObject, 'df:Step');
    if (step) this.modeling.updateModdleProperties(shape, step, Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, Array.isArray(value) ? value.join(' ') || undefined : value])));
  }

  /** Steps that now run side by side and stand in one row are put below each other. */
  private spreadBranches(): void {
    for (const gateway of this.edits.filter((each): each is Of<'addGateway'> => each.edit === 'addGateway')) {
      const steps = this.edits.flatMap((each) => (each.edit === 'addFlow' && each.source === gateway.node ? [this.registry.get(each.target)] : []));
      const rows = new Map<number, ShapeLike[]>();
      for (const step of steps) rows.set(Math.round(centre(step).y / 40), [...(rows.get(Math.round(centre(step).y / 40)) ?? []), step]);
      for (const row of rows.values()) this.spread(row);
    }
  }
  private spread(row: readonly ShapeLike[]): void {
    const bottom = Math.max(...row.map((each) => each.y + each.height));
    row.slice(1).forEach((step, at) => {
      const down = (step.height + ROW_GAP) * (at + 1);
      spaceAt(this.services, 'y', bottom + 5 + (step.height + ROW_GAP) * at, step.height + ROW_GAP);
      this.modeling.moveElements([step], { x: 0, y: down });
    });
  }

  private redirects(): Of<'redirect'>[] { return this.edits.filter((each): each is Of<'redirect'> => each.edit === 'redirect'); }
  private flow(id: string): ShapeLike & { source: ShapeLike; target: ShapeLike } { return this.registry.get(id) as ShapeLike & { source: ShapeLike; target: ShapeLike }; }
}

function typeName(type: string): string { return `bpmn:${type.charAt(0).toUpperCase()}${type.slice(1)}`; }
function centre({ x, y, width, height }: Box): { x: number; y: number } { return { x: x + width / 2, y: y + height / 2 }; }
