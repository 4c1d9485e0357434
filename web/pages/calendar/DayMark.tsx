/** The kind of a day as a shape and a word; colour only repeats what they say. */
import type { ReactNode } from 'react';
import { useWords } from '../../i18n/index.js';
import type { DayKind } from './days.js';

const shapes: Record<DayKind, ReactNode> = {
  open: <circle cx="7" cy="7" r="5" fill="currentColor" />,
  half: <><circle cx="7" cy="7" r="5" fill="none" stroke="currentColor" strokeWidth="1.6" /><path d="M7 2a5 5 0 0 0 0 10z" fill="currentColor" /></>,
  makeUp: <path d="M7 1.5v11M1.5 7h11" stroke="currentColor" strokeWidth="3" />,
  holiday: <path d="M7 .8 13.2 7 7 13.2.8 7z" fill="currentColor" />,
  off: <path d="M2 7h10" stroke="currentColor" strokeWidth="2" />,
  none: <path d="m3 3 8 8m0-8-8 8" stroke="currentColor" strokeWidth="1.4" />,
};

export function DayShape({ kind }: { kind: DayKind }) {
  return <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">{shapes[kind]}</svg>;
}

export function Legend() {
  const { t } = useWords();
  return (
    <ul className="df-legend" aria-label={t('calendar.legend')}>
      {(['open', 'half', 'makeUp', 'holiday', 'off'] as const).map((kind) => <li key={kind} data-kind={kind}><DayShape kind={kind} />{t(`calendar.kind.${kind}`)}</li>)}
      <li><span className="df-expected-sample" aria-hidden="true">?</span>{t('calendar.expected')}</li>
    </ul>
  );
}
