/** A calendar of ten years for measurements: the days of the last known year again in each of the next ones. */
import { formatDay, parseDay } from '../engine/calendar/instants.js';
import type { CalendarData } from '../engine/calendar/types.js';

const YEARS = 10;

export function addHolidays(data: CalendarData): CalendarData {
  const last = Math.max(...data.closed.map(({ day }) => Number(formatDay(day).slice(0, 4))));
  const known = data.closed.filter(({ day }) => formatDay(day).startsWith(String(last)));
  const more = Array.from({ length: YEARS }, (_, i) => last + 1 + i).flatMap((year) => known.flatMap(({ day, name }) => {
    const moved = parseDay(`${year}${formatDay(day).slice(4)}`);
    return moved === undefined ? [] : [{ day: moved, name }];
  }));
  return { ...data, closed: [...data.closed, ...more] };
}
