/** A month as a grid: every day with its shape and word; arrow keys walk, Page Up and Page Down turn the month. */
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { formatNumber } from '../../format.js';
import { useWords } from '../../i18n/index.js';
import { addMonths, daysIn, firstOf, monthOf, shiftDay, weeksOf, type DayInfo, type Month } from './days.js';
import { DayShape } from './DayMark.js';

interface Props { month: Month; selected: string; info: (date: string) => DayInfo; changed: (date: string) => boolean; onSelect: (date: string, byKey: boolean) => void; focus: boolean }

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

export function MonthGrid({ month, selected, info, changed, onSelect, focus }: Props) {
  const { t } = useWords();
  const grid = useRef<HTMLTableElement>(null);
  useEffect(() => { if (focus) grid.current?.querySelector<HTMLButtonElement>('button[tabindex="0"]')?.focus(); }, [selected, focus]);
  const onKey = (event: KeyboardEvent) => {
    const next = target(event.key, selected);
    if (!next) return;
    event.preventDefault();
    onSelect(next, true);
  };
  const days = t('calendar.weekdays').split(',');
  return (
    <table className="df-month" role="grid" ref={grid} onKeyDown={onKey} aria-label={t('calendar.monthLabel', { ...month })}>
      <thead><tr>{days.map((day) => <th key={day} scope="col">{day}</th>)}</tr></thead>
      <tbody>{weeksOf(month).map((week, row) => (
        <tr key={row}>{week.map((date, column) => (date === undefined ? <td key={column} role="gridcell" /> : (
          <td key={date} role="gridcell" aria-selected={date === selected}>
            <Day info={info(date)} selected={date === selected} changed={changed(date)} weekday={days[column] ?? ''} onSelect={() => onSelect(date, false)} />
          </td>
        )))}</tr>
      ))}</tbody>
    </table>
  );
}

function target(key: string, date: string): string | undefined {
  if (key === 'PageUp' || key === 'PageDown') {
    const month = addMonths(monthOf(date), key === 'PageUp' ? -1 : 1);
    return shiftDay(firstOf(month), Math.min(Number(date.slice(8)), daysIn(month)) - 1);
  }
  const step = STEPS[key];
  return step === undefined ? undefined : shiftDay(date, step);
}

interface DayProps { info: DayInfo; selected: boolean; changed: boolean; weekday: string; onSelect: () => void }

function Day({ info, selected, changed, weekday, onSelect }: DayProps) {
  const { t, language } = useWords();
  const named = (info.kind === 'holiday' || info.kind === 'makeUp') && info.name;
  return (
    <button type="button" className="df-day" data-day={info.date} data-kind={info.kind} data-expected={info.expected} data-changed={changed} tabIndex={selected ? 0 : -1} aria-pressed={selected} onClick={onSelect}>
      <span className="df-day-head">
        <span className="df-visually-hidden">{weekday} </span><strong>{Number(info.date.slice(8))}</strong><span className="df-visually-hidden">/{info.date.slice(5, 7)}/{info.date.slice(0, 4)}: {named ? t(`calendar.kind.${info.kind}`) : ''} </span>
        <DayShape kind={info.kind} />{info.expected ? <span className="df-expected-sample" aria-hidden="true">?</span> : null}
      </span>
      <span className="df-day-word">{named || t(`calendar.kind.${info.kind}`)}</span>
      {info.minutes > 0 ? <span className="df-day-hours"> {t('shortTime.hours', { n: formatNumber(info.minutes / 60, language) })}</span> : null}
      {[info.spans.join(', '), info.expected ? t('calendar.expected') : '', changed ? t('calendar.changed') : ''].filter(Boolean).map((text) => <span className="df-visually-hidden" key={text}>, {text}</span>)}
    </button>
  );
}

/** "Ngày nghỉ: Tết, dự kiến", "Làm việc 07:30-11:30, 13:00-17:00". */
export function useDayWords(): (info: DayInfo) => string {
  const { t } = useWords();
  return (info) => [`${t(`calendar.kind.${info.kind}`)}${info.name ? `: ${info.name}` : ''}`, info.spans.join(', '), info.expected ? t('calendar.expected') : ''].filter(Boolean).join(', ');
}
