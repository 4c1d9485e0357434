import type { Case } from './cases.js';
import type { Question } from './minute-walk.js';

/** A case of the table as the minute walk reads it, by the platform's own date parser. */
export function question({ for: limit, from, pauses = [], ...rules }: Omit<Case, 'id' | 'calendar'>): Question {
  const [value, unit] = limit.split(' ');
  return {
    value: Number(value), unit: unit as Question['unit'], from: Date.parse(from), ...rules,
    pauses: pauses.map((pause) => { const [a = '', b = ''] = pause.split('/'); return { from: Date.parse(a), to: Date.parse(b) }; }),
  };
}
