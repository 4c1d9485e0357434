/** An event log from OCEL 2.0 (JSON), seen from the objects of one type: each is a case, with the events that relate to it. */
import { LogBuilder } from '../log/builder.js';
import { type Attribute, type AttributeType, type EventLog, LogError } from '../log/types.js';
import type { ReadOptions } from './csv.js';
import { TimeReader } from './times.js';

type Fields = Readonly<Record<string, unknown>>;
interface Related { id: string; type: string; qualifier: string }

const CASE_TYPES = ['case', 'dossier'];
const TYPES: Readonly<Record<string, AttributeType>> = { string: 'string', time: 'date', integer: 'int', float: 'float', boolean: 'boolean' };

/** Takes the text in pieces; `end` gives the log. Throws `LogError` naming the field. */
export class OcelReader {
  private readonly pieces: string[] = [];
  private readonly builder: LogBuilder;
  private readonly times: TimeReader;

  constructor(private readonly options: ReadOptions = {}) {
    this.builder = new LogBuilder(options.keepAttributes);
    this.times = new TimeReader(options.zone);
  }

  push(text: string): void {
    this.pieces.push(text);
  }

  end(): EventLog {
    const file = this.parse();
    const types = new Map(list(file['objects'], 'objects').map((item, i) => [text(item['id'], `objects[${i}].id`), text(item['type'], `objects[${i}].type`)]));
    const caseType = this.caseType([...new Set(types.values())]);
    const kinds = new Map(list(file['eventTypes'] ?? [], 'eventTypes').flatMap((type) => list(type['attributes'] ?? [], 'eventTypes.attributes').map((each) => [`${String(type['name'])} ${String(each['name'])}`, String(each['type'])] as const)));
    list(file['events'], 'events').forEach((event, i) => { this.event(event, `events[${i}]`, { types, caseType, kinds }); });
    this.caseAttributes(list(file['objects'], 'objects'), caseType);
    return this.builder.finish();
  }

  private parse(): Fields {
    try {
      const file: unknown = JSON.parse(this.pieces.join('').replace(/^\uFEFF/, ''));
      if (typeof file === 'object' && file !== null && !Array.isArray(file)) return file as Fields;
    } catch (error) {
      throw new LogError(`not JSON: ${(error as Error).message}`);
    }
    throw new LogError('not OCEL 2.0: no object at the top');
  }

  private caseType(types: readonly string[]): string {
    const wanted = this.options.objectType ?? (types.length === 1 ? types[0] : CASE_TYPES.find((type) => types.includes(type)));
    if (wanted !== undefined && types.includes(wanted)) return wanted;
    throw new LogError(`${wanted === undefined ? 'which objects are the cases must be told' : `no objects of type "${wanted}"`}; there are ${types.join(', ')}`);
  }

  private event(event: Fields, field: string, { types, caseType, kinds }: { types: ReadonlyMap<string, string>; caseType: string; kinds: ReadonlyMap<string, string> }): void {
    const activity = text(event['type'], `${field}.type`);
    const related = list(event['relationships'] ?? [], `${field}.relationships`).map((each, k): Related => {
      const id = text(each['objectId'], `${field}.relationships[${k}].objectId`);
      return { id, type: types.get(id) ?? '', qualifier: String(each['qualifier'] ?? '') };
    });
    const attributes = list(event['attributes'] ?? [], `${field}.attributes`).map((each): Attribute => ({ key: String(each['name']), type: TYPES[kinds.get(`${activity} ${String(each['name'])}`) ?? ''] ?? 'string', value: String(each['value']) }));
    const attribute = (key: string): string | undefined => attributes.find((each) => each.key === key)?.value;
    const other = (role: string): string | undefined => {
      const found = related.find(({ type, qualifier }) => type === role || qualifier === role);
      return found ? plainId(found.id, role) : attribute(`org:${role}`) ?? attribute(role);
    };
    const columns = new Set(['lifecycle:transition', 'org:resource', 'org:group', 'resource', 'group']);
    for (const { id } of related.filter(({ type }) => type === caseType)) {
      this.builder.add({
        case: plainId(id, caseType), activity, time: this.time(text(event['time'], `${field}.time`), field), resource: other('resource'), group: other('group'),
        transition: attribute('lifecycle:transition')?.toLowerCase(), extra: this.options.keepAttributes ? attributes.filter(({ key }) => !columns.has(key)) : undefined,
      });
    }
  }

  private time(value: string, field: string): number {
    try {
      return this.times.read(value, this.builder.size);
    } catch (error) {
      throw error instanceof LogError ? new LogError(`${field}.time ${error.message}`) : error;
    }
  }

  /** The last value of each. */
  private caseAttributes(objects: readonly Fields[], caseType: string): void {
    if (!this.options.keepAttributes) return;
    for (const object of objects) {
      if (object['type'] !== caseType) continue;
      const values = new Map(list(object['attributes'] ?? [], 'objects.attributes').map((each) => [String(each['name']), each['value']]));
      this.builder.addCaseAttributes(plainId(String(object['id']), caseType), [...values].map(([key, value]): Attribute => ({ key, type: typeof value === 'number' ? (Number.isInteger(value) ? 'int' : 'float') : typeof value === 'boolean' ? 'boolean' : 'string', value: String(value) })));
    }
  }
}

/** Ids that `toOcel` wrote begin with the type. */
const plainId = (id: string, type: string): string => (id.startsWith(`${type}:`) ? id.slice(type.length + 1) : id);

function list(value: unknown, field: string): readonly Fields[] {
  if (!Array.isArray(value)) throw new LogError(`${field} ${value === undefined ? 'is missing' : 'is not a list'}`);
  return value as Fields[];
}
function text(value: unknown, field: string): string {
  if (typeof value !== 'string') throw new LogError(`${field} ${value === undefined ? 'is missing' : 'is not text'}`);
  return value;
}
