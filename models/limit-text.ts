/** A limit as a short code that pages put into words: `5 workingDays`. */
export function limitText({ value, unit }: { value: number; unit: string }): string {
  return `${value} ${unit}`;
}
