/** Data objects, stores, properties and data inputs: what a process knows by name, and what a step reads and writes. */
import type { Expression } from '../../expression/ast.js';
import { parseExpression } from '../../expression/parse.js';
import type { DataElement, DataMapping, DocumentFacts, Id } from '../../graph/types.js';
import { child, contained, documentationOf, flag, idOf, is, list, text, walk, type El } from '../element.js';
import { variableName, type Compile } from './context.js';
import { expressionOf, nameExpression, textExpression } from './expressions.js';
import { documentFacts, propertyFacts } from './facts.js';

export type DataTable = Record<Id, DataElement>;

const kinds = {
  DataObjectReference: 'dataObjectReference', DataObject: 'dataObject', DataStoreReference: 'dataStoreReference', DataStore: 'dataStore',
  Property: 'property', DataInput: 'dataInput', DataOutput: 'dataOutput',
} as const;

const kindOf = (element: El): DataElement['kind'] | undefined =>
  kinds[element.$type.slice('bpmn:'.length) as keyof typeof kinds];

/** Placeholder that drawing tools add as the target of an association that has none. */
const placeholder = '__targetRef_placeholder';

/** Every data element of the process, in the order of the file; stores of the file that it refers to, too. */
export function dataOf(compile: Compile, process: El): DataTable {
  const table: DataTable = {};
  walk(process, (element) => {
    const kind = kindOf(element);
    if (!kind || !idOf(element) || element.name === placeholder) return;
    if (is(element.$parent, 'MultiInstanceLoopCharacteristics')) return;
    table[idOf(element)] = dataElement(compile, element, kind, scopeOf(element));
    const store = kind === 'dataStoreReference' ? child(element, 'dataStoreRef') : undefined;
    if (store) table[idOf(store)] ??= dataElement(compile, store, 'dataStore', idOf(process));
  });
  shareNamesAndDocuments(table);
  return table;
}

function dataElement(compile: Compile, element: El, kind: DataElement['kind'], scope: Id): DataElement {
  const refersTo = idOf(child(element, 'dataObjectRef') ?? child(element, 'dataStoreRef'));
  const name = text(element, 'name');
  const document: DocumentFacts | undefined = documentFacts(element);
  const initial = initialValue(compile, element);
  const documentation = documentationOf(element);
  const declared = kind === 'property' ? propertyFacts(element) : undefined;
  return {
    id: idOf(element), kind, scope, ...(name && { name: variableName(name) }), ...(refersTo && { refersTo }),
    isCollection: flag(element, 'isCollection') || flag(child(element, 'itemSubjectRef'), 'isCollection'),
    ...(initial && { initial }),
    ...(document && { document }), ...(declared && { declared }), ...(documentation && { documentation }),
  };
}

/** The standard has no initial values; the common `value` element of vendors is FEEL or else plain text. */
function initialValue(compile: Compile, element: El): Expression | undefined {
  const body = compile.vendor.elements(element, 'camunda', 'value')[0]?.$body?.trim();
  if (!body) return undefined;
  const parsed = parseExpression(body);
  return parsed.ast ? { text: body, ast: parsed.ast } : textExpression(body);
}

/** The process, sub-process, activity or event that a data element stands in; specifications between are skipped. */
function scopeOf(element: El): Id {
  let at = element.$parent;
  while (at && !is(at, 'FlowElementsContainer') && !is(at, 'FlowNode') && !is(at, 'CallableElement')) at = at.$parent;
  return idOf(at);
}

/** Tools write name and document facts on the reference that is drawn; the object behind it means the same thing. */
function shareNamesAndDocuments(table: DataTable): void {
  for (const reference of Object.values(table)) {
    const object = reference.refersTo === undefined ? undefined : table[reference.refersTo];
    if (!object) continue;
    if (!object.name && reference.name) object.name = reference.name;
    if (!object.document && reference.document) object.document = reference.document;
  }
}

/** The element meant by a reference, unless the reference is a document of its own. */
export function resolveData(table: DataTable, id: Id): Id {
  const reference = table[id];
  const object = reference?.refersTo === undefined ? undefined : table[reference.refersTo];
  if (!reference || !object) return id;
  return reference.document && object.document?.type !== reference.document.type ? id : object.id;
}

/** Name under which expressions see a data element; without a name, its id. */
export function dataName(table: DataTable, element: El | undefined): string {
  const id = idOf(element);
  const known = table[resolveData(table, id)];
  return known?.name ?? variableName(text(element, 'name') ?? id);
}

/** Names that a process's expressions may use. */
export function knownNames(table: DataTable): string[] {
  const names = Object.values(table).flatMap((each) => [each.name ?? each.id, ...(each.document?.fields ?? [])]);
  return [...new Set(names)];
}

export interface Associations { mappings: DataMapping[]; touched: Id[] }

/** Are the ends of an association things that live in the surrounding data, not inside the activity? */
const outer = (element: El): boolean =>
  is(element, 'DataObject') || is(element, 'DataObjectReference') || is(element, 'DataStoreReference') || is(element, 'Property')
  || (is(element, 'DataInput') || is(element, 'DataOutput')) && is(element.$parent?.$parent, 'Process');

/**
 * Data associations of an activity or event (BPMN 2.0 section 10.4.2): a transformation or the plain copy goes into the
 * target, then each assignment. `direction` says on which end the surrounding data is.
 */
export function associationsOf(compile: Compile, table: DataTable, owner: El, direction: 'in' | 'out'): Associations {
  const found: Associations = { mappings: [], touched: [] };
  for (const association of list(owner, direction === 'in' ? 'dataInputAssociations' : 'dataOutputAssociations')) {
    const target = child(association, 'targetRef');
    const sources = list(association, 'sourceRef');
    const outside = (direction === 'in' ? sources : target ? [target] : []).filter(outer);
    found.touched.push(...outside.map((each) => resolveData(table, idOf(each))));
    found.mappings.push(...mappingsOf(compile, table, association, sources, target));
  }
  found.touched = [...new Set(found.touched)];
  return found;
}

function mappingsOf(compile: Compile, table: DataTable, association: El, sources: El[], target: El | undefined): DataMapping[] {
  const mappings: DataMapping[] = [];
  const assignments = list(association, 'assignment');
  const open = !target || target.name === placeholder;
  const named = open ? undefined : dataName(table, target);
  if (is(association.$parent, 'CallActivity') && !assignments.length) {
    // Drawing tools leave the inner end open; for a called process the name then stays the same.
    if (open && sources[0]) return [sameName(dataName(table, sources[0]))];
    if (named && !sources.length) return [sameName(named)];
  }
  const transformation = expressionOf(compile, child(association, 'transformation'), 'the transformation');
  if (transformation && named) mappings.push({ source: transformation, target: named });
  else if (named && sources[0] && !assignments.length) mappings.push({ source: nameExpression(dataName(table, sources[0])), target: named });
  for (const assignment of assignments) {
    const from = expressionOf(compile, child(assignment, 'from'), 'the "from" of an assignment');
    const to = text(child(assignment, 'to'), 'body') ?? named;
    if (from && to) mappings.push({ source: from, target: assignmentTarget(compile, table, to) });
  }
  return mappings;
}

const sameName = (name: string): DataMapping => ({ source: nameExpression(name), target: name });

/** `to` is a path; its first step may be the id of a data element instead of its name. */
function assignmentTarget(compile: Compile, table: DataTable, to: string): string {
  const [first = '', ...rest] = to.trim().split('.');
  const element = compile.source.byId.get(first);
  return [element && kindOf(element) ? dataName(table, element) : variableName(first), ...rest].join('.');
}

/** The inputs and outputs inside an `ioSpecification`. */
export const specification = (owner: El, property: 'dataInputs' | 'dataOutputs'): El[] =>
  contained(owner).filter((each) => is(each, 'InputOutputSpecification')).flatMap((each) => list(each, property));
