/** Asks again for what the hints concern and a page shows; many hints in a short time are one question. */
import type { Query, QueryClient } from '@tanstack/react-query';
import type { Message } from './stream.js';

const AT_LEAST_MS = 2_000;
/** All windows hear the same at the same moment and should not all ask in it. */
const SPREAD_MS = 500;

interface Pending { dossiers: Set<string> | null; near: boolean; notices: boolean; all: boolean }
const nothing = (): Pending => ({ dossiers: new Set(), near: false, notices: false, all: false });

export class Freshener {
  private pending = nothing();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private askedAt = 0;

  constructor(private readonly client: QueryClient) {}

  hear(message: Message): void {
    const { pending } = this;
    if (message.kind === 'reset') pending.all = true;
    else {
      const { dossiers, near, notices } = message.hint;
      if (dossiers === null) pending.dossiers = null;
      else dossiers.forEach((id) => pending.dossiers?.add(id));
      pending.near ||= near;
      pending.notices ||= notices;
    }
    this.timer ??= setTimeout(() => this.ask(), Math.max(this.askedAt + AT_LEAST_MS - Date.now(), Math.random() * SPREAD_MS));
  }
  stop(): void {
    clearTimeout(this.timer);
  }

  private ask(): void {
    const { dossiers, near, notices, all } = this.pending;
    this.pending = nothing();
    this.timer = undefined;
    this.askedAt = Date.now();
    if (all) { void this.client.invalidateQueries({ predicate: ({ queryKey: [name] }) => LISTS.has(String(name)) || name === 'dossier' || name === 'notices' }); return; }
    // What stands in the list of all alone does not move the other lists.
    void this.client.invalidateQueries({ predicate: ({ queryKey: [name, q] }: Query) => name === 'dossiers' || (name === 'work' && (near || (q as { view?: string } | undefined)?.view === 'all')) });
    if (notices) void this.client.invalidateQueries({ queryKey: ['notices'] });
    void this.client.invalidateQueries({ predicate: ({ queryKey: [name, id] }) => name === 'dossier' && (dossiers === null || dossiers.has(String(id))) });
  }
}
const LISTS: ReadonlySet<string> = new Set(['work', 'dossiers']);
