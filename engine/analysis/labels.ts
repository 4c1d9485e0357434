/** Labels of steps brought to one form, so that spellings of the same thing compare equal. */
import { stopWords, synonyms } from './label-words.js';

/** Lower case without diacritics, đ as d; safe for comparing only. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/[đĐ]/g, 'd').toLowerCase();
}

const bySize = [...synonyms].sort((a, b) => b[0].split(' ').length - a[0].split(' ').length);

/** The words that carry meaning, synonyms replaced by one of them, legal stop words left out. */
export function normaliseLabel(label: string): string {
  let text = ` ${fold(label).replace(/[^a-z0-9]+/g, ' ').trim()} `;
  for (const [word, meaning] of bySize) text = text.split(` ${word} `).join(` ${meaning} `);
  for (const word of stopWords) text = text.split(` ${word} `).join(' ');
  return text.replace(/\s+/g, ' ').trim();
}
