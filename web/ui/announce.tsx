/** Says something to those who do not see the page, without moving the focus: one polite region in the frame. */
import { useSyncExternalStore } from 'react';

let said = '';
const listeners = new Set<() => void>();

export function announce(text: string): void {
  // The same words again would not be a change of the region, and not be read.
  said = said === text ? `${text}\u00a0` : text;
  listeners.forEach((listener) => listener());
}

export function Announcer() {
  const text = useSyncExternalStore((listener) => { listeners.add(listener); return () => { listeners.delete(listener); }; }, () => said);
  return <div className="df-visually-hidden" aria-live="polite" data-announcer>{text}</div>;
}
