/** Keys that act on every page: the palette, `g` and a letter for the pages, the table that explains them. */
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from '@tanstack/react-router';
import type { Person } from '../../server/contract.js';
import { lazily } from '../ui/lazily.js';
import { isForKeys, useSingleKeys } from '../ui/singleKeys.js';
import { offered } from './roles.js';

const KeyHelp = lazily(() => import('../pages/work/KeyHelp.js').then((part) => part.KeyHelp));
const Palette = lazily(() => import('./Palette.js').then((part) => part.Palette));

const EVENT = 'dossierflow:key-help';
/** For the buttons that show the table. */
export const showKeyHelp = (): void => { document.dispatchEvent(new Event(EVENT)); };
/** How long `g` waits for its letter. */
const PAUSE_MS = 1_500;

export function Keys({ person }: { person: Person }) {
  const navigate = useNavigate();
  const [shown, setShown] = useState<'help' | 'palette'>();
  const [enabled] = useSingleKeys();
  const went = useRef(0);
  useEffect(() => {
    const showHelp = () => setShown('help');
    const go = (letter: string): boolean => {
      const page = Date.now() - went.current < PAUSE_MS ? offered(person).find((item) => item.letter === letter) : undefined;
      went.current = letter === 'g' && !page ? Date.now() : 0;
      if (page) void navigate({ to: page.to });
      return page !== undefined;
    };
    const onKey = (event: KeyboardEvent) => {
      // One key with a modifier: it acts in fields too, and is not switched off with the single ones.
      const isPalette = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k' && document.querySelector('[role="dialog"]') === null;
      if (isPalette) setShown('palette');
      else if (!enabled || !isForKeys(event)) return;
      else if (event.key === '?') showHelp();
      else if (!go(event.key)) return;
      event.preventDefault();
      // The lists would take the letter too.
      event.stopImmediatePropagation();
    };
    document.addEventListener(EVENT, showHelp);
    document.addEventListener('keydown', onKey, { capture: true });
    return () => { document.removeEventListener(EVENT, showHelp); document.removeEventListener('keydown', onKey, { capture: true }); };
  }, [enabled, navigate, person]);
  const close = () => setShown(undefined);
  return <>{shown === 'help' ? <KeyHelp onClose={close} /> : null}{shown === 'palette' ? <Palette person={person} onClose={close} onHelp={() => setShown('help')} /> : null}</>;
}
