/** Rows ticked in a list; what has left the list is no longer ticked. */
import { useCallback, useMemo, useState } from 'react';

export function useSelection(rows: readonly { id: string }[]) {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const ids = useMemo(() => new Set(rows.filter((row) => ticked.has(row.id)).map((row) => row.id)), [rows, ticked]);
  const toggle = useCallback((id: string) => setTicked((before) => {
    const after = new Set(before);
    if (!after.delete(id)) after.add(id);
    return after;
  }), []);
  const toggleAll = () => setTicked(ids.size === rows.length ? new Set() : new Set(rows.map((row) => row.id)));
  return useMemo(() => ({ ids, toggle, toggleAll, clear: () => setTicked(new Set()) }), [ids, toggle, rows]);
}
