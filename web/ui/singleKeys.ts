/** Whether single-letter keys act, remembered by the browser; all pages and windows follow at once. */
import { useSyncExternalStore } from 'react';

const STORED = 'dossierflow.shortcuts';
const listeners = new Set<() => void>();
const heard = (): void => listeners.forEach((listener) => listener());

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => { listeners.delete(listener); window.removeEventListener('storage', listener); };
}

export function useSingleKeys(): [boolean, (on: boolean) => void] {
  const enabled = useSyncExternalStore(subscribe, () => localStorage.getItem(STORED) !== 'off');
  return [enabled, (on) => { localStorage.setItem(STORED, on ? 'on' : 'off'); heard(); }];
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) && !(target instanceof HTMLInputElement && target.type === 'checkbox'));

/** Not meant for a field, the browser, or an open dialog. */
export function isForKeys(event: KeyboardEvent): boolean {
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
  const inDialog = document.querySelector('[role="dialog"]') !== null;
  return plain && !event.defaultPrevented && !inDialog && !isTyping(event.target);
}
