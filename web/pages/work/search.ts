/** What the address of the work list says. Columns and density that it does not name are those that were chosen last in this browser. */
export const COLUMNS = ['applicant', 'step', 'procedure', 'department', 'assignee', 'since', 'stepDue', 'due'] as const;
export type Column = (typeof COLUMNS)[number];
export const DENSITIES = ['compact', 'normal', 'relaxed'] as const;
export type Density = (typeof DENSITIES)[number];
export interface WorkSearch { view: 'mine' | 'department' | 'all'; q?: string; status?: string; procedure?: string; sort?: string; page?: number; /** With commas between. */ columns?: string; density?: string }

const USUAL: readonly Column[] = ['applicant', 'step', 'assignee', 'since', 'due'];
const STORED = 'dossierflow.workList';

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined);

export function parseWorkSearch(raw: Record<string, unknown>): WorkSearch {
  const view = raw.view === 'mine' || raw.view === 'all' ? raw.view : 'department';
  const page = Number(raw.page);
  return {
    view, q: text(raw.q), status: text(raw.status), procedure: text(raw.procedure), sort: text(raw.sort), page: Number.isInteger(page) && page > 1 ? page : undefined,
    columns: text(raw.columns), density: text(raw.density),
  };
}

interface Look { columns: readonly Column[]; density: Density }
const stored = (): { columns?: string; density?: string } => {
  try {
    return JSON.parse(localStorage.getItem(STORED) ?? '{}') as { columns?: string; density?: string };
  } catch {
    return {};
  }
};
export const rememberLook = ({ columns, density }: Pick<WorkSearch, 'columns' | 'density'>): void => { localStorage.setItem(STORED, JSON.stringify({ columns, density })); };

export function lookOf(search: WorkSearch): Look {
  const remembered = stored();
  const wanted = (search.columns ?? remembered.columns)?.split(',') ?? (search.view === 'all' ? [...USUAL, 'department'] : USUAL);
  const columns = COLUMNS.filter((column) => wanted.includes(column));
  const density = search.density ?? remembered.density;
  return { columns: columns.length > 0 ? columns : USUAL, density: DENSITIES.find((each) => each === density) ?? 'normal' };
}

/** What a saved view keeps: all but the page. */
export function keptOf({ page: _page, ...search }: WorkSearch): Record<string, string> {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined && value !== '')) as Record<string, string>;
}
