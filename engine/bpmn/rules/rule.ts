/** What a rule of the standard is here, and what a rule may look at. */
import { child, idOf, is, list, type El } from '../element.js';
import { definitionElements } from '../compile/events.js';
import type { VendorReader } from '../vendor.js';

export interface Rule {
  id: string;
  /** Classes of the metamodel that the rule is about; derived classes are meant too. */
  on: readonly string[];
  /** Section of BPMN 2.0.2 (formal/2013-12-09); `df` for the procedure extension. */
  section: string;
  /**
   * `error`: the standard forbids it. `executable`: it demands it of executable processes; elsewhere a warning.
   * `warning`: it advises against it, or says nothing an execution could rely on.
   */
  severity: 'error' | 'executable' | 'warning';
  /** The rule in a sentence; messages begin with it. */
  says: string;
  /** False or undefined: kept. True, or a text that says more: broken. */
  broken(element: El, file: DrawnFile): boolean | string | undefined;
}

export const rule = (id: string, on: string, section: string, severity: Rule['severity'], says: string, broken: Rule['broken']): Rule =>
  ({ id, on: on.split(' '), section, severity, says, broken });

/** The drawing as rules see it: every element, and look-ups that go against the direction of the references. */
export interface DrawnFile {
  definitions: El;
  elements: readonly El[];
  vendor: VendorReader;
  flowsInto(node: El): readonly El[];
  flowsFrom(node: El): readonly El[];
  boundaryOf(activity: El): readonly El[];
  associationsAt(element: El): readonly El[];
  byId(id: string): El | undefined;
}

export function drawnFile(definitions: El, elements: readonly El[], vendor: VendorReader, ids: ReadonlyMap<string, El>): DrawnFile {
  const into = new Map<El, El[]>();
  const from = new Map<El, El[]>();
  const boundary = new Map<El, El[]>();
  const associations = new Map<El, El[]>();
  const put = (map: Map<El, El[]>, key: El | undefined, value: El): void => {
    if (key) map.set(key, [...(map.get(key) ?? []), value]);
  };
  for (const element of elements) {
    if (is(element, 'SequenceFlow')) {
      put(into, child(element, 'targetRef'), element);
      put(from, child(element, 'sourceRef'), element);
    } else if (is(element, 'BoundaryEvent')) put(boundary, child(element, 'attachedToRef'), element);
    else if (is(element, 'Association')) {
      put(associations, child(element, 'sourceRef'), element);
      put(associations, child(element, 'targetRef'), element);
    }
  }
  return {
    definitions, elements, vendor, byId: (id) => ids.get(id),
    flowsInto: (node) => into.get(node) ?? [], flowsFrom: (node) => from.get(node) ?? [],
    boundaryOf: (activity) => boundary.get(activity) ?? [], associationsAt: (element) => associations.get(element) ?? [],
  };
}

// ---- questions that many rules ask ----

export const source = (flow: El): El | undefined => child(flow, 'sourceRef');
export const target = (flow: El): El | undefined => child(flow, 'targetRef');

/** Kinds of an event's definitions: `message`, `timer`, `compensate`, … */
export const kinds = (event: El): string[] =>
  definitionElements(event).map((each) => each.$type.slice('bpmn:'.length).replace('EventDefinition', '').toLowerCase());

export const has = (event: El | undefined, kind: string): boolean => event !== undefined && kinds(event).includes(kind);

export function ancestor(element: El, type: string): El | undefined {
  let at = element.$parent;
  while (at && !is(at, type)) at = at.$parent;
  return at;
}

export const processOf = (element: El): El | undefined => (is(element, 'Process') ? element : ancestor(element, 'Process'));
export const isEventSubProcess = (element: El | undefined): boolean => is(element, 'SubProcess') && element!.triggeredByEvent === true;
export const inside = (container: El | undefined, type: string): El[] => list(container, 'flowElements').filter((each) => is(each, type));
/** Ids for a message, or nothing when there are none. */
export const named = (elements: readonly El[]): string | undefined => (elements.length ? elements.map((each) => idOf(each) || each.$type).join(', ') : undefined);
export const within = (element: El, container: El | undefined): boolean => {
  for (let at: El | undefined = element; at; at = at.$parent) if (at === container) return true;
  return false;
};
