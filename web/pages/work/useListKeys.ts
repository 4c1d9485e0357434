/** Single-letter keys of the work list. They can be switched off (WCAG 2.2, 2.1.4) and keep quiet while someone types. */
import { useEffect, useState } from 'react';
import { isForKeys, useSingleKeys } from '../../ui/singleKeys.js';

/** `ids`: the rows in order; the current one is kept by its id, because a list that refreshes itself moves its rows. */
export interface ListKeys { ids: readonly string[]; open: (id: string) => void; toggle: (id: string) => void; search: () => void }

export function useListKeys({ ids, open, toggle, search }: ListKeys): string | undefined {
  const [current, setCurrent] = useState<string>();
  const [enabled] = useSingleKeys();
  useEffect(() => {
    const at = current === undefined ? -1 : ids.indexOf(current);
    const act: Record<string, () => void> = {
      j: () => setCurrent(ids[Math.min(ids.length - 1, at + 1)]),
      k: () => setCurrent(ids[Math.max(0, at - 1)]),
      x: () => { if (at >= 0) toggle(ids[at]!); },
      Enter: () => { if (at >= 0) open(ids[at]!); },
      '/': search,
    };
    const onKey = (event: KeyboardEvent) => {
      const onControl = event.key === 'Enter' && event.target instanceof HTMLElement && event.target.closest('a,button') !== null;
      const action = enabled && isForKeys(event) && !onControl ? act[event.key] : undefined;
      if (!action) return;
      event.preventDefault();
      action();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [ids, current, enabled, open, toggle, search]);
  return current;
}
