/** The scenario file (format.md section 2), read and checked field by field. */
import { parseInstant } from '../calendar/instants.js';
import type { Instant } from '../calendar/types.js';
import type { Distribution } from './distributions.js';

export interface Scenario {
  horizon: { cases: number } | { until: Instant };
  /** Cases dropped from the figures, the first ones; they are part of the horizon. */
  warmup: number;
  arrivals: Readonly<Record<string, Distribution>>;
  /** `24x7`, or the name of a calendar that is handed in. */
  calendar?: string;
  resources: Readonly<Record<string, { servers: number; calendar?: string }>>;
  durations: Readonly<Record<string, Distribution>>;
  branches: Readonly<Record<string, number>>;
  queueLimit: Readonly<Record<string, number>>;
  discipline: 'FIFO' | 'priority';
  /** Lower first, by process; used by discipline `priority`. */
  priorities: Readonly<Record<string, number>>;
  start: Instant;
  initial?: string;
}

/** A scenario that cannot be read; `field` is a path such as `durations.CHECK.meanHours`. */
export class ScenarioError extends Error {
  constructor(readonly field: string, message: string) {
    super(`${field}: ${message}`);
    this.name = 'ScenarioError';
  }
}

type Fields = Readonly<Record<string, unknown>>;
const KEYS = ['horizon', 'warmup', 'arrivals', 'calendar', 'resources', 'durations', 'branches', 'queueLimit', 'discipline', 'priorities', 'start', 'initial'];
/** Monday, when offices open in Viet Nam. */
const DEFAULT_START = Date.UTC(2026, 0, 5, 0, 30);

/** Throws `ScenarioError`. */
export function readScenario(json: unknown): Scenario {
  const file = object(json, 'scenario');
  const unknown = Object.keys(file).find((key) => !KEYS.includes(key));
  if (unknown !== undefined) throw new ScenarioError(unknown, `is not a key of a scenario; there are ${KEYS.join(', ')}`);
  const horizon = horizonOf(object(file['horizon'], 'horizon'));
  const warmup = file['warmup'] === undefined ? 0 : whole(object(file['warmup'], 'warmup')['cases'], 'warmup.cases', 0);
  if ('cases' in horizon && warmup >= horizon.cases) throw new ScenarioError('warmup.cases', 'leaves no case of the horizon');
  const discipline = file['discipline'] ?? 'FIFO';
  if (discipline !== 'FIFO' && discipline !== 'priority') throw new ScenarioError('discipline', 'is FIFO or priority');
  return {
    horizon, warmup, discipline,
    arrivals: each(file['arrivals'], 'arrivals', distribution), durations: each(file['durations'] ?? {}, 'durations', distribution),
    resources: each(file['resources'] ?? {}, 'resources', resource), branches: each(file['branches'] ?? {}, 'branches', probability),
    queueLimit: each(file['queueLimit'] ?? {}, 'queueLimit', (value, field) => whole(value, field, 0)),
    priorities: each(file['priorities'] ?? {}, 'priorities', number),
    start: file['start'] === undefined ? DEFAULT_START : instant(file['start'], 'start'),
    ...(file['calendar'] !== undefined && { calendar: text(file['calendar'], 'calendar') }),
    ...(file['initial'] !== undefined && { initial: text(file['initial'], 'initial') }),
  };
}

function horizonOf(value: Fields): Scenario['horizon'] {
  if (value['cases'] !== undefined) return { cases: whole(value['cases'], 'horizon.cases', 1) };
  if (value['until'] !== undefined) return { until: instant(value['until'], 'horizon.until') };
  throw new ScenarioError('horizon', 'says neither cases nor until');
}

function resource(value: unknown, field: string): Scenario['resources'][string] {
  const fields = object(value, field);
  return { servers: whole(fields['servers'], `${field}.servers`, 1), ...(fields['calendar'] !== undefined && { calendar: text(fields['calendar'], `${field}.calendar`) }) };
}

/** The kind may be stated under `type`, `kind`, `dist` or `distribution`; without it the fields tell it. */
function distribution(value: unknown, field: string): Distribution {
  const fields = object(value, field);
  const stated = fields['type'] ?? fields['kind'] ?? fields['dist'] ?? fields['distribution'] ?? Object.keys(fields).find((key) => key in MAKERS);
  const inner = typeof stated === 'string' && typeof fields[stated] === 'object' && fields[stated] !== null ? object(fields[stated], `${field}.${stated}`) : fields;
  const kind = typeof stated === 'string' ? stated : kindByFields(inner);
  const make = MAKERS[kind as Distribution['kind']];
  if (!make) throw new ScenarioError(field, `is no distribution: ${Object.keys(MAKERS).join(', ')}`);
  return make(inner, field);
}

function kindByFields(fields: Fields): string {
  if (fields['ratePerHour'] !== undefined) return 'exponential';
  if (fields['minHours'] !== undefined) return 'uniform';
  if (fields['shape'] !== undefined) return 'gamma';
  if (fields['sigmaLog'] !== undefined) return 'lognormal';
  if (fields['hours'] !== undefined) return 'empirical';
  return fields['meanHours'] === undefined ? '' : 'constant';
}

const MAKERS: Record<Distribution['kind'], (fields: Fields, field: string) => Distribution> = {
  exponential: (fields, field) => ({ kind: 'exponential', meanHours: fields['ratePerHour'] === undefined ? positive(fields['meanHours'], `${field}.meanHours`) : 1 / positive(fields['ratePerHour'], `${field}.ratePerHour`) }),
  constant: (fields, field) => ({ kind: 'constant', meanHours: notNegative(fields['meanHours'], `${field}.meanHours`) }),
  uniform: (fields, field) => {
    const minHours = notNegative(fields['minHours'], `${field}.minHours`);
    const maxHours = notNegative(fields['maxHours'], `${field}.maxHours`);
    if (maxHours < minHours) throw new ScenarioError(`${field}.maxHours`, 'is less than minHours');
    return { kind: 'uniform', minHours, maxHours };
  },
  gamma: (fields, field) => ({ kind: 'gamma', shape: positive(fields['shape'], `${field}.shape`), meanHours: positive(fields['meanHours'], `${field}.meanHours`) }),
  lognormal: (fields, field) => ({ kind: 'lognormal', meanHours: positive(fields['meanHours'], `${field}.meanHours`), sigmaLog: notNegative(fields['sigmaLog'], `${field}.sigmaLog`) }),
  empirical: (fields, field) => {
    const { hours } = fields;
    if (!Array.isArray(hours) || hours.length === 0) throw new ScenarioError(`${field}.hours`, 'is a list with at least one number');
    return { kind: 'empirical', hours: hours.map((value, i) => notNegative(value, `${field}.hours[${i}]`)) };
  },
};

function object(value: unknown, field: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new ScenarioError(field, value === undefined ? 'is missing' : 'is not an object');
  return value as Fields;
}
function each<T>(value: unknown, field: string, read: (item: unknown, field: string) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(object(value, field)).map(([key, item]) => [key, read(item, `${field}.${key}`)]));
}
function number(value: unknown, field: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new ScenarioError(field, value === undefined ? 'is missing' : 'is not a number');
  return value;
}
function notNegative(value: unknown, field: string): number {
  if (number(value, field) < 0) throw new ScenarioError(field, 'is below zero');
  return value as number;
}
function positive(value: unknown, field: string): number {
  if (number(value, field) <= 0) throw new ScenarioError(field, 'is not above zero');
  return value as number;
}
function probability(value: unknown, field: string): number {
  if (notNegative(value, field) > 1) throw new ScenarioError(field, 'is above 1');
  return value as number;
}
function whole(value: unknown, field: string, least: number): number {
  if (!Number.isSafeInteger(number(value, field)) || (value as number) < least) throw new ScenarioError(field, `is not a whole number from ${least}`);
  return value as number;
}
function text(value: unknown, field: string): string {
  if (typeof value !== 'string') throw new ScenarioError(field, 'is not text');
  return value;
}
function instant(value: unknown, field: string): Instant {
  const at = parseInstant(text(value, field));
  if (at === undefined) throw new ScenarioError(field, 'is not an instant with an offset such as 2026-02-13T16:00:00+07:00');
  return at;
}
