/** Timeliness as a word, a shape and a colour together: none of the three is needed to read the other two. */
import type { ReactNode } from 'react';
import type { DueState } from '../../server/contract.js';
import { formatNumber, parseLimit, workingTime } from '../format.js';
import { useWords } from '../i18n/index.js';

const good = 'var(--df-good)', soon = 'var(--df-soon)', late = 'var(--df-late)', quiet = 'var(--df-paused)';
const looks: Record<DueState, { colour: string; shape: ReactNode }> = {
  onTime: { colour: good, shape: <circle cx="7" cy="7" r="5" fill="currentColor" /> },
  early: { colour: good, shape: <path d="M2 7.5 5.5 11 12 3.5" fill="none" stroke="currentColor" strokeWidth="2.4" /> },
  dueSoon: { colour: soon, shape: <path d="M7 1 13.5 12.5H.5z" fill="currentColor" /> },
  overdue: { colour: late, shape: <path d="M4.3 1h5.4L13 4.3v5.4L9.7 13H4.3L1 9.7V4.3z" fill="currentColor" /> },
  late: { colour: late, shape: <path d="m2.5 2.5 9 9m0-9-9 9" fill="none" stroke="currentColor" strokeWidth="2.4" /> },
  paused: { colour: quiet, shape: <path d="M3 2h3v10H3zM8 2h3v10H8z" fill="currentColor" /> },
  none: { colour: quiet, shape: <path d="M2 7h10" stroke="currentColor" strokeWidth="2" /> },
};

/** Working minutes in words: "2,5 ngày làm việc". */
export function useWorkingTime(): (minutes: number) => string {
  const { t, language } = useWords();
  return (minutes) => {
    const { unit, count } = workingTime(minutes);
    return t(`${count === 1 ? 'workingOne' : 'workingTime'}.${unit}`, { n: formatNumber(count, language) });
  };
}

/** A limit as the API writes it, in words: "5 workingDays" is "5 ngày làm việc". */
export function useLimit(): (limit: string) => string {
  const { t, language } = useWords();
  return (limit) => {
    const parsed = parseLimit(limit);
    return parsed ? t(`${parsed.count === 1 ? 'limitOne' : 'limitUnit'}.${parsed.unit}`, { n: formatNumber(parsed.count, language) }) : limit;
  };
}

/** Working time where the heading already says that it is working time: "2,5 ngày". */
export function useShortTime(): (minutes: number) => string {
  const { t, language } = useWords();
  return (minutes) => {
    const { unit, count } = workingTime(minutes);
    return t(`${count === 1 ? 'shortOne' : 'shortTime'}.${unit}`, { n: formatNumber(count, language) });
  };
}

export function DueMark({ state, overdueMinutes }: { state: DueState; overdueMinutes?: number }) {
  const { t } = useWords();
  const inWords = useWorkingTime();
  const { colour, shape } = looks[state];
  const by = overdueMinutes !== undefined && overdueMinutes > 0 && (state === 'overdue' || state === 'late');
  const word = by ? t(state === 'late' ? 'due.lateBy' : 'due.overdueBy', { time: inWords(overdueMinutes) }) : t(`due.${state}`);
  return (
    <span className="df-mark" style={{ color: colour }} data-due={state}>
      <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">{shape}</svg>
      {word}
    </span>
  );
}
