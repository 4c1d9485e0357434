/** Single-letter keys of the work list. They can be switched off (WCAG 2.2, 2.1.4) and keep quiet while someone types. */
import { useEffect, useState } from 'react';

const STORED = 'dossierflow.shortcuts';
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) && !(target instanceof HTMLInputElement && target.type === 'checkbox'));

export interface ListKeys { count: number; open: (row: number) => void; toggle: (row: number) => void; search: () => void; help: () => void }

export function useListKeys({ count, open, toggle, search, help }: ListKeys) {
  const [current, setCurrent] = useState(-1);
  const [enabled, setEnabled] = useState(() => localStorage.getItem(STORED) !== 'off');
  useEffect(() => {
    const act: Record<string, () => void> = {
      j: () => setCurrent((row) => Math.min(count - 1, row + 1)),
      k: () => setCurrent((row) => Math.max(0, row - 1)),
      x: () => { if (current >= 0) toggle(current); },
      Enter: () => { if (current >= 0) open(current); },
      '/': search,
      '?': help,
    };
    const onKey = (event: KeyboardEvent) => {
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
      const onControl = event.key === 'Enter' && event.target instanceof HTMLElement && event.target.closest('a,button') !== null;
      const action = enabled && plain && !isTyping(event.target) && !onControl ? act[event.key] : undefined;
      if (!action) return;
      event.preventDefault();
      action();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [count, current, enabled, open, toggle, search, help]);
  const setAndStore = (on: boolean) => { localStorage.setItem(STORED, on ? 'on' : 'off'); setEnabled(on); };
  return { current: Math.min(current, count - 1), enabled, setEnabled: setAndStore };
}
