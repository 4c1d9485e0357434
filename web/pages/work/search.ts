/** What the address of the work list says. */
export interface WorkSearch { view: 'mine' | 'department' | 'all'; q?: string; status?: string; procedure?: string; sort?: string; page?: number }

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined);

export function parseWorkSearch(raw: Record<string, unknown>): WorkSearch {
  const view = raw.view === 'mine' || raw.view === 'all' ? raw.view : 'department';
  const page = Number(raw.page);
  return { view, q: text(raw.q), status: text(raw.status), procedure: text(raw.procedure), sort: text(raw.sort), page: Number.isInteger(page) && page > 1 ? page : undefined };
}
