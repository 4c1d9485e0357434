/** An event log as OCEL 2.0 (JSON): a case is an object, and so are who worked on it and the department. */
import { isoOf } from '../figures/counts.js';
import type { Attribute, AttributeType, EventLog } from '../log/types.js';

export interface Ocel {
  objectTypes: { name: string; attributes: { name: string; type: string }[] }[];
  eventTypes: { name: string; attributes: { name: string; type: string }[] }[];
  objects: { id: string; type: string; attributes: { name: string; time: string; value: unknown }[]; relationships: Relationship[] }[];
  events: { id: string; type: string; time: string; attributes: { name: string; value: unknown }[]; relationships: Relationship[] }[];
}
interface Relationship { objectId: string; qualifier: string }

const TYPES: Partial<Record<AttributeType, string>> = { string: 'string', id: 'string', date: 'time', int: 'integer', float: 'float', boolean: 'boolean' };

/** `caseType`: what a case is called. Nested attributes have no place in OCEL. */
export function toOcel(log: EventLog, caseType = 'case'): Ocel {
  // Ids are of one space in OCEL: a person and a case of the same name must not meet.
  const id = { case: (c: number): string => `${caseType}:${log.cases[c]}`, resource: (r: number): string => `resource:${log.resources[r]}`, group: (g: number): string => `group:${log.groups[g]}` };
  const declared = new Map<string, Map<string, string>>();
  const declare = (owner: string, attributes: readonly Attribute[]): void => {
    const known = declared.get(owner) ?? new Map<string, string>();
    declared.set(owner, known);
    for (const { key, type } of attributes) known.set(key, TYPES[type]!);
  };
  const events = log.cases.flatMap((_name, c) => Array.from({ length: log.offsets[c + 1]! - log.offsets[c]! }, (_, k) => {
    const i = log.offsets[c]! + k;
    const transition = log.transitions[log.transition[i]!];
    const attributes = [...plain(log.extra?.events[i]), ...(transition === undefined ? [] : [{ key: 'lifecycle:transition', type: 'string' as const, value: transition }])];
    const type = log.activities[log.activity[i]!]!;
    declare(`event ${type}`, attributes);
    return {
      id: `e${i + 1}`, type, time: isoOf(log.time[i]!)!, attributes: attributes.map(({ key, type: kind, value }) => ({ name: key, value: valueOf(kind, value) })),
      relationships: [
        { objectId: id.case(c), qualifier: 'case' },
        ...(log.resource[i]! < 0 ? [] : [{ objectId: id.resource(log.resource[i]!), qualifier: 'resource' }]),
        ...(log.group[i]! < 0 ? [] : [{ objectId: id.group(log.group[i]!), qualifier: 'group' }]),
      ],
    };
  }));
  const objects = log.cases.map((_name, c) => {
    const attributes = plain(log.extra?.cases[c]);
    declare(`object ${caseType}`, attributes);
    const time = isoOf(log.time[log.offsets[c]!]!)!;
    return { id: id.case(c), type: caseType, attributes: attributes.map(({ key, type, value }) => ({ name: key, time, value: valueOf(type, value) })), relationships: [] };
  });
  const others = (type: 'resource' | 'group', names: readonly string[]): Ocel['objects'] => names.map((_name, at) => ({ id: id[type](at), type, attributes: [], relationships: [] }));
  const attributesOf = (owner: string): { name: string; type: string }[] => [...(declared.get(owner) ?? [])].map(([name, type]) => ({ name, type }));
  return {
    objectTypes: [caseType, ...(log.resources.length > 0 ? ['resource'] : []), ...(log.groups.length > 0 ? ['group'] : [])].map((name) => ({ name, attributes: attributesOf(`object ${name}`) })),
    eventTypes: log.activities.map((name) => ({ name, attributes: attributesOf(`event ${name}`) })),
    objects: [...objects, ...others('resource', log.resources), ...others('group', log.groups)], events,
  };
}

const plain = (attributes: readonly Attribute[] = []): Attribute[] => attributes.filter(({ type }) => TYPES[type] !== undefined);

function valueOf(type: AttributeType, value: string): unknown {
  if (type === 'int' || type === 'float') return Number(value);
  return type === 'boolean' ? value === 'true' : value;
}
