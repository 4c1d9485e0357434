/** What the steps of a process read and write, by document type: the identity of a document across references and procedures. */
import { childrenOf } from '../expression/ast.js';
import type { Ast } from '../expression/ast.js';
import type { DataElement, FlowNode, Id, ProcessGraph, RequiredDocument } from '../graph/types.js';

/** Type of a document, or id of its data object where no type is declared. */
export type Doc = string;

interface Known { names: Set<string>; sources: Set<string>; forms: Set<string>; fields: Set<string>; isStore: boolean; hasInitial: boolean }

export class Documents {
  private readonly known = new Map<Doc, Known>();
  private readonly readBy = new Map<Doc, Id[]>();
  private readonly writtenBy = new Map<Doc, Id[]>();
  private readonly required = new Map<Doc, RequiredDocument[]>();

  constructor(private readonly graph: ProcessGraph) {
    for (const each of graph.procedure?.requiredDocuments ?? []) this.required.set(each.type, [...(this.required.get(each.type) ?? []), each]);
    for (const element of Object.values(graph.data)) if (isDocument(element)) this.learn(element);
    for (const id of graph.order) {
      const node = graph.nodes[id]!;
      for (const doc of this.uses(node)) this.readBy.set(doc, [...(this.readBy.get(doc) ?? []), id]);
      for (const doc of this.writes(node)) this.writtenBy.set(doc, [...(this.writtenBy.get(doc) ?? []), id]);
    }
  }

  /** Whether the drawing says of any step what it reads or writes. */
  get areDeclared(): boolean { return this.graph.order.some((id) => this.readsOf(id).length > 0 || this.writesOf(id).length > 0); }
  get all(): Doc[] { return [...new Set([...this.known.keys(), ...this.readBy.keys(), ...this.writtenBy.keys()])]; }

  /** Nodes that read a document, or one of whose conditions or expressions needs it. */
  readers(doc: Doc): readonly Id[] { return this.readBy.get(doc) ?? []; }
  writers(doc: Doc): readonly Id[] { return this.writtenBy.get(doc) ?? []; }
  /** What a node reads through data associations. */
  readsOf(id: Id): Doc[] {
    const node = this.graph.nodes[id]!;
    return node.kind === 'gateway' ? [] : this.docs(node.reads ?? []);
  }
  writesOf(id: Id): Doc[] { return this.writes(this.graph.nodes[id]!); }

  fields(doc: Doc): ReadonlySet<string> { return this.known.get(doc)?.fields ?? new Set(); }
  /** `paper`, `electronic`, `either`, as declared by its data objects. */
  forms(doc: Doc): ReadonlySet<string> { return this.known.get(doc)?.forms ?? new Set(); }
  /** Everybody that the file names as giving the document: its data objects, and the dossier. */
  sources(doc: Doc): Set<string> {
    const sources = new Set(this.known.get(doc)?.sources);
    for (const each of this.required.get(doc) ?? []) sources.add(each.source ?? 'applicant');
    return sources;
  }
  /** Sources that data objects state, the dossier's list left out. */
  declaredSources(doc: Doc): ReadonlySet<string> { return this.known.get(doc)?.sources ?? new Set(); }
  requirements(doc: Doc): readonly RequiredDocument[] { return this.required.get(doc) ?? []; }
  /** True when the document is there from outside: the applicant, a database, another procedure. */
  isSupplied(doc: Doc): boolean {
    const known = this.known.get(doc);
    return (known?.isStore ?? false) || (known?.hasInitial ?? false) || [...this.sources(doc)].some(isOutside);
  }
  name(doc: Doc): string {
    const required = this.required.get(doc)?.find((each) => each.name !== undefined)?.name;
    return [...(this.known.get(doc)?.names ?? [])][0] ?? required ?? doc;
  }

  private learn(element: DataElement): void {
    const object = element.refersTo === undefined ? element : this.graph.data[element.refersTo] ?? element;
    const document = element.document ?? object.document;
    const doc = this.keyOf(element.id);
    const known = this.known.get(doc) ?? { names: new Set(), sources: new Set(), forms: new Set(), fields: new Set(), isStore: false, hasInitial: false };
    this.known.set(doc, known);
    if (element.name) known.names.add(element.name);
    known.isStore ||= element.kind === 'dataStore' || element.kind === 'dataStoreReference';
    known.hasInitial ||= element.initial !== undefined;
    if (!document) return;
    if (document.source) known.sources.add(document.source);
    if (document.form) known.forms.add(document.form);
    for (const field of document.fields) known.fields.add(field);
  }
  private keyOf(id: Id): Doc {
    const element = this.graph.data[id];
    const object = element?.refersTo === undefined ? element : this.graph.data[element.refersTo] ?? element;
    return element?.document?.type ?? object?.document?.type ?? object?.id ?? id;
  }
  /** What is meant by ids of data associations; process variables are no documents. */
  private docs(ids: readonly Id[]): Doc[] {
    const documents = ids.filter((id) => this.graph.data[id] === undefined || isDocument(this.graph.data[id]!));
    return [...new Set(documents.map((id) => this.keyOf(id)))];
  }
  private uses(node: FlowNode): Doc[] {
    const named = node.outgoing.flatMap((flow) => namesOf(this.graph.flows[flow]!.condition?.ast));
    if (node.kind === 'gateway') return [...new Set([...this.named(named), ...this.decidedBy(node)])];
    const script = node.kind === 'activity' ? namesOf(node.script?.ast) : [];
    const inputs = (node.inputs ?? []).flatMap((each) => namesOf(each.source.ast));
    return [...new Set([...this.docs(node.reads ?? []), ...this.named([...named, ...script, ...inputs])])];
  }
  /** A decision whose conditions are not written down goes by what the step directly before it has written. */
  private decidedBy(node: FlowNode): Doc[] {
    const isOpen = node.outgoing.length > 1 && node.type !== 'parallelGateway' && node.outgoing.some((flow) => this.graph.flows[flow]!.condition === undefined && !(node.kind === 'gateway' && node.defaultFlow === flow));
    return isOpen ? node.incoming.flatMap((flow) => this.writes(this.graph.nodes[this.graph.flows[flow]!.source]!)) : [];
  }
  private writes(node: FlowNode): Doc[] { return node.kind === 'gateway' ? [] : this.docs(node.writes ?? []); }
  /** Documents whose field, or whose own name, stands in an expression. */
  private named(names: readonly string[]): Doc[] {
    if (names.length === 0) return [];
    return [...this.known].filter(([doc, known]) => names.some((name) => name === doc || known.fields.has(name) || known.names.has(name))).map(([doc]) => doc);
  }
}

export function isOutside(source: string): boolean { return source !== 'unit'; }

function isDocument(element: DataElement): boolean {
  return element.kind === 'dataObject' || element.kind === 'dataObjectReference' || element.kind === 'dataStore' || element.kind === 'dataStoreReference';
}
/** Names that an expression mentions, those behind a dot included. */
export function namesOf(ast: Ast | undefined): string[] {
  if (!ast) return [];
  if (ast.kind === 'name') return [ast.name];
  return [...(ast.kind === 'path' ? [ast.name] : []), ...childrenOf(ast).flatMap(namesOf)];
}
