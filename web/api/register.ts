/** The register of a month as a file. */
import { query } from './calls.js';

/** `month`: YYYY-MM. */
export function registerUrl(month: string, kind: 'pdf' | 'xlsx' = 'pdf'): string {
  const [year, index] = month.split('-').map(Number) as [number, number];
  return `/api/register/07.${kind}${query({ from: `${month}-01`, to: `${month}-${new Date(Date.UTC(year, index, 0)).getUTCDate()}` })}`;
}
