/** Cells of the figures: which place and period they are about, and which one a cell is summed into. Pure. */
import type { FigureDoc, Sums } from '../schemas/figures.js';

export type Place = Pick<FigureDoc, 'agencies' | 'agencyId' | 'departmentId' | 'procedureId' | 'version' | 'channel'>;
/** What is open, by the day of reception, so that a cell holds few dossiers; all of it is `now`. */
const OPEN = 'now/';
export const NOW = 'now';
/** Days of the heat map: no month is above them. */
export const HEAT = 'heat/';
export const openOf = (day: string): string => `${OPEN}${day}`;

/** Separators cannot occur in what they separate. */
export function cellId(period: string, { agencies, agencyId, departmentId, procedureId, version, channel }: Place): string {
  return [period, [...agencies].sort().map(encodeURIComponent).join('+'), ...[agencyId, departmentId, procedureId, String(version), channel].map(encodeURIComponent)].join('|');
}
export function placeOfCell(id: string): Place & { period: string } {
  const [period = '', agencies = '', ...rest] = id.split('|');
  const [agencyId = '', departmentId = '', procedureId = '', version = '', channel = ''] = rest.map(decodeURIComponent);
  return { period, agencies: agencies === '' ? [] : agencies.split('+').map(decodeURIComponent), agencyId, departmentId, procedureId, version: Number(version), channel };
}

/** A day is summed into its month, a month into its year. */
export function parentOf(id: string): string | undefined {
  const at = id.indexOf('|');
  const period = id.slice(0, at);
  if (period.startsWith(OPEN)) return `${NOW}${id.slice(at)}`;
  if (period.startsWith(HEAT)) return undefined;
  return period.length > 4 ? `${period.slice(0, period.lastIndexOf('-'))}${id.slice(at)}` : undefined;
}

export function add(into: Sums, more: Sums, times = 1): Sums {
  for (const [name, n] of Object.entries(more)) {
    const sum = (into[name] ?? 0) + n * times;
    if (sum === 0) delete into[name];
    else into[name] = sum;
  }
  return into;
}

/** Keys of a document hold no dots. */
export const named = (name: string, of: string): string => `${name}|${of.replace(/[%.$\0]/g, (char) => `%${char.charCodeAt(0).toString(16).padStart(2, '0')}`)}`;
/** What stands behind `name|` in the keys of sums, each with its number. */
export function* under(sums: Sums, name: string): Generator<[of: string, n: number]> {
  for (const [key, n] of Object.entries(sums)) if (key.startsWith(`${name}|`)) yield [decodeURIComponent(key.slice(name.length + 1)), n];
}
