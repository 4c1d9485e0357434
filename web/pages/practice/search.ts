/** What the address of the page says: which dossiers, and what is shown of them. */
export const MEASURES = ['waiting', 'working', 'frequency', 'rework', 'late'] as const;
export type Measure = (typeof MEASURES)[number];
export const CHANNELS = ['desk', 'online', 'post'] as const;
/** `from`, `to`: days of the desk, both looked at. */
export interface PracticeSearch { version?: number; agency?: string; department?: string; channel?: (typeof CHANNELS)[number]; from?: string; to?: string; show?: Measure }

const DAY = /^\d{4}-\d\d-\d\d$/;
const DAY_MS = 86_400_000;
export const textIn = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : typeof value === 'number' ? String(value) : undefined);
export const dayIn = (value: unknown): string | undefined => (typeof value === 'string' && DAY.test(value) && !Number.isNaN(Date.parse(value)) ? value : undefined);
export const oneOf = <T extends string>(list: readonly T[], value: unknown): T | undefined => list.find((each) => each === value);

export function parsePracticeSearch(raw: Record<string, unknown>): PracticeSearch {
  const version = Number(raw.version);
  return {
    version: Number.isInteger(version) && version > 0 ? version : undefined, agency: textIn(raw.agency), department: textIn(raw.department), channel: oneOf(CHANNELS, raw.channel), from: dayIn(raw.from), to: dayIn(raw.to), show: oneOf(MEASURES, raw.show),
  };
}

export interface PracticeFilter { procedure: string; version?: number; agency?: string; department?: string; channel?: string; from?: string; to?: string }
export function filterOf(procedure: string, { version, agency, department, channel, from, to }: PracticeSearch): PracticeFilter {
  return { procedure, version, agency, department, channel, ...instantsOf({ from, to }) };
}
/** From when the first day begins until when the last has ended. */
export function instantsOf({ from, to }: { from?: string | undefined; to?: string | undefined }): { from?: string; to?: string } {
  const begin = (value: string): number => Date.parse(`${value}T00:00:00+07:00`);
  return { ...(from ? { from: new Date(begin(from)).toISOString() } : {}), ...(to ? { to: new Date(begin(to) + DAY_MS).toISOString() } : {}) };
}
