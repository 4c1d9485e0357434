/** Days as the desk counts them: Vietnam's, whatever the zone of the machine. */
const OFFSET_MS = 7 * 3_600_000;

/** `YYYY-MM-DD` */
export function deskDay(at: Date): string {
  return new Date(at.getTime() + OFFSET_MS).toISOString().slice(0, 10);
}
/** 0 to 23. */
export function deskHour(at: Date): number {
  return new Date(at.getTime() + OFFSET_MS).getUTCHours();
}
/** When a day, `YYYY-MM-DD`, begins. */
export function deskMidnight(day: string): Date {
  return new Date(`${day}T00:00:00+07:00`);
}
