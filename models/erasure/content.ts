/**
 * What a sealed entry says once personal data are erased: the same steps, people of the agency, times and numbers, without
 * applicant, marked fields and free text. Pure, and the same again when it is done again.
 */
import type { PersonalLevel } from '../../engine/graph/types.js';
import type { ProcessEvent } from '../../engine/interpreter/events.js';
import type { ErasedKinds } from '../schemas/erasure.js';
import type { Applicant, DossierFacts, LogDoc } from '../schemas/dossier.js';

export const ERASED = '•••';
export type Marks = ReadonlyMap<string, PersonalLevel>;
export type Counted = Pick<ErasedKinds, 'applicant' | 'fields' | 'texts'>;
const nothing = (): Counted => ({ applicant: 0, fields: 0, texts: 0 });

/** Places of events that hold data by the names of the drawing. */
const DATA = new Set(['data', 'values', 'loop', 'done', 'queue', 'undoing', 'catcher', 'wait']);
/** Sentences that people, services and expressions wrote. */
const TEXTS = new Set(['reason', 'note', 'text', 'question', 'what', 'message', 'ground']);
/** Values without a name that a mark could stand at: they go where the drawing marks anything. */
const NAMELESS = new Set(['key', 'value']);

export class Eraser {
  readonly counted = nothing();

  constructor(private readonly marks: Marks) {}

  entry(entry: LogDoc): LogDoc {
    const { facts, events, reason, ...rest } = entry;
    return { ...rest, events: events.map((event) => this.event(event)), ...(reason === undefined ? {} : { reason: this.text(reason) }), ...(facts ? { facts: this.facts(facts) } : {}) };
  }

  facts({ applicant, note, bodyHash: _hash, ...rest }: DossierFacts): DossierFacts {
    if (note !== undefined) this.text(note);
    return { ...rest, applicant: this.applicant(applicant) };
  }

  /** Values by name of the drawing; marked ones are gone, as if nobody had given them. */
  data(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
    return this.named(values) as Record<string, unknown>;
  }

  /** What no diagram draws: sentences go, people of the agency and times stay. */
  casework<T>(value: T): T {
    return this.worded(value) as T;
  }

  private applicant({ kind, name, ...details }: Applicant): Applicant {
    if (name !== ERASED || Object.keys(details).length > 0) this.counted.applicant += 1;
    return { kind, name: ERASED };
  }

  private event(event: ProcessEvent): ProcessEvent {
    const entries = Object.entries(event).map(([name, value]) => [name, this.part(event.type, name, value)] as const);
    return Object.fromEntries(entries) as unknown as ProcessEvent;
  }
  private part(type: ProcessEvent['type'], name: string, value: unknown): unknown {
    if (type === 'correlationSet' && name === 'values') return (value as unknown[]).map(() => null);
    if (type === 'messageThrown' || type === 'decisionMade') return name === 'data' ? this.named(value) : NAMELESS.has(name) && this.marks.size > 0 ? null : value;
    if (type === 'nodeCancelled' && name === 'reason') return value;
    if (DATA.has(name)) return this.named(value);
    return TEXTS.has(name) && typeof value === 'string' ? this.text(value) : typeof value === 'object' ? this.worded(value) : value;
  }

  private named(value: unknown): unknown {
    if (Array.isArray(value)) return value.map((each) => this.named(each));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, this.marks.has(name) ? this.field(inner) : this.named(inner)]));
  }
  private worded(value: unknown): unknown {
    if (Array.isArray(value)) return value.map((each) => this.worded(each));
    if (typeof value !== 'object' || value === null || value instanceof Date) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, TEXTS.has(name) && typeof inner === 'string' ? this.text(inner) : this.worded(inner)]));
  }
  private field(value: unknown): null {
    if (value !== null) this.counted.fields += 1;
    return null;
  }
  private text(value: string): string {
    if (value !== ERASED && value !== '') this.counted.texts += 1;
    return value === '' ? '' : ERASED;
  }
}
