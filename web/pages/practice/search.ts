/** What the address of the page says: which dossiers, and what is shown of them. */
export const MEASURES = ['waiting', 'working', 'frequency', 'rework', 'late'] as const;
export type Measure = (typeof MEASURES)[number];
const CHANNELS = ['desk', 'online', 'post'] as const;
/** `from`, `to`: days of the desk, both looked at. */
export interface PracticeSearch { version?: number; agency?: string; department?: string; channel?: (typeof CHANNELS)[number]; from?: string; to?: string; show?: Measure }

const DAY = /^\d{4}-\d\d-\d\d$/;
const DAY_MS = 86_400_000;
const text = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : typeof value === 'number' ? String(value) : undefined);
const day = (value: unknown): string | undefined => (typeof value === 'string' && DAY.test(value) && !Number.isNaN(Date.parse(value)) ? value : undefined);
const oneOf = <T extends string>(list: readonly T[], value: unknown): T | undefined => list.find((each) => each === value);

export function parsePracticeSearch(raw: Record<string, unknown>): PracticeSearch {
  const version = Number(raw.version);
  return {
    version: Number.isInteger(version) && version > 0 ? version : undefined, agency: text(raw.agency), department: text(raw.department), channel: oneOf(CHANNELS, raw.channel), from: day(raw.from), to: day(raw.to), show: oneOf(MEASURES, raw.show),
  };
}

export interface PracticeFilter { procedure: string; version?: number; agency?: string; department?: string; channel?: string; from?: string; to?: string }
export function filterOf(procedure: string, { version, agency, department, channel, from, to }: PracticeSearch): PracticeFilter {
  const begin = (value: string): number => Date.parse(`${value}T00:00:00+07:00`);
  return {
    procedure, version, agency, department, channel, ...(from ? { from: new Date(begin(from)).toISOString() } : {}), ...(to ? { to: new Date(begin(to) + DAY_MS).toISOString() } : {}),
  };
}
