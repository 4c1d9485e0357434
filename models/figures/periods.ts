/** Days as the fewest cells that hold them: whole years and months where they lie within. Pure. */
const nextDay = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
/** The first day after the year or month that a day begins. */
const afterMonth = (day: string): string => nextDay(new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).toISOString().slice(0, 10));
const afterYear = (day: string): string => `${Number(day.slice(0, 4)) + 1}-01-01`;

/** Both days included, `YYYY-MM-DD`. */
export function periodsIn(from: string, to: string): string[] {
  const periods: string[] = [];
  const end = nextDay(to);
  for (let day = from; day < end;) {
    if (day.endsWith('-01-01') && afterYear(day) <= end) {
      periods.push(day.slice(0, 4));
      day = afterYear(day);
    } else if (day.endsWith('-01') && afterMonth(day) <= end) {
      periods.push(day.slice(0, 7));
      day = afterMonth(day);
    } else {
      periods.push(day);
      day = nextDay(day);
    }
  }
  return periods;
}
