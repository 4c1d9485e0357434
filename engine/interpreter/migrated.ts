/** What `processMigrated` changes in a state: the ids of elements, nothing else. */
import type { Id } from '../graph/types.js';
import type { DoneRecord, ProcessState, Scope } from './state.js';

/** What is called differently in the new plan; an id that is absent stays. */
export interface Renamed {
  to: Id;
  /** Null: has no counterpart, and only what was remembered about it is forgotten. */
  nodes: Readonly<Record<Id, Id | null>>;
  flows: Readonly<Record<Id, Id>>;
}
/** By id of the old process; one that is absent keeps all its ids. */
export type Renames = Readonly<Record<Id, Renamed>>;

export function applyMigration(s: ProcessState, renames: Renames): void {
  const nodeIn = (process: Id, id: Id): Id => (id === process ? renames[process]?.to : renames[process]?.nodes[id]) ?? id;
  const processOf = (scope: Id): Id => s.scopes[scope]?.process ?? '';
  for (const each of [...Object.values(s.instances), ...Object.values(s.catchers)]) each.node = nodeIn(processOf(each.scope), each.node);
  for (const instance of Object.values(s.instances)) {
    if (instance.pending) instance.pending = instance.pending.map((id) => nodeIn(processOf(instance.scope), id));
  }
  for (const incident of Object.values(s.incidents)) incident.node = s.instances[incident.instance]?.node ?? incident.node;
  const rename = (record: DoneRecord, process: Id): void => {
    record.node = nodeIn(process, record.node);
    const { inner } = record;
    if (!inner) return;
    for (const each of inner.done) rename(each, inner.process);
    inner.element = nodeIn(inner.process, inner.element);
    inner.process = renames[inner.process]?.to ?? inner.process;
  };
  for (const { scope, queue } of Object.values(s.undoing ?? {})) {
    for (const record of queue) rename(record, processOf(record.within ?? scope));
  }
  for (const scope of Object.values(s.scopes)) {
    for (const record of scope.done) rename(record, scope.process);
    renameScope(scope, renames, nodeIn);
  }
  s.performers = performersAfter(s.performers, Object.values(renames));
  if (s.principals) s.principals = performersAfter(s.principals, Object.values(renames));
}

function renameScope(scope: Scope, renames: Renames, nodeIn: (process: Id, id: Id) => Id): void {
  const { process } = scope;
  const flow = (id: Id): Id => renames[process]?.flows[id] ?? id;
  scope.element = nodeIn(process, scope.element);
  if (scope.interruptedBy !== undefined) scope.interruptedBy = nodeIn(process, scope.interruptedBy);
  scope.tokens = Object.fromEntries(Object.entries(scope.tokens).map(([id, count]) => [flow(id), count]));
  scope.resets = Object.fromEntries(Object.entries(scope.resets).map(([id, flows]) => [nodeIn(process, id), flows.map(flow)]));
  scope.process = renames[process]?.to ?? process;
}

/** Kept by node alone, whichever process it stands in. */
function performersAfter(performers: Readonly<Record<Id, string>>, renames: readonly Renamed[]): Record<Id, string> {
  return Object.fromEntries(Object.entries(performers).flatMap(([node, by]) => {
    const rename = renames.find((each) => each.nodes[node] !== undefined)?.nodes[node];
    return rename === null ? [] : [[rename ?? node, by]];
  }));
}
