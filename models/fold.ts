/** Search forms of Vietnamese text: what people type without marks finds what was written with them. */

/** Lower case, canonical decomposition, marks dropped, đ as d, one space between words. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}+/gu, '').replace(/[đĐ]/g, 'd').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** A pattern that finds `text` literally inside a folded field. */
export function foldedPattern(text: string): RegExp {
  return new RegExp(fold(text).replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
}
