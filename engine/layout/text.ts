/** How much room a text takes: an estimate for the sans-serif of the diagram viewers, made without a screen. */
import type { Size } from './types.js';

/** Width at which viewers wrap the text outside a shape. */
export const LABEL_WIDTH = 90;
const FONT = 11;
const LINE = 14;

function charWidth(char: string): number {
  if (' iljtf.,:;()|!\'"íìịỉĩ'.includes(char)) return 0.32;
  if ('mwMW%@'.includes(char)) return 0.88;
  if (char >= '0' && char <= '9') return 0.56;
  return char === char.toLowerCase() ? 0.56 : 0.72;
}

export function textWidth(text: string, font = FONT): number {
  let width = 0;
  for (const char of text.normalize('NFC')) width += charWidth(char) * font;
  return width;
}

/** Size of a text wrapped between words at `LABEL_WIDTH`. */
export function labelSize(text: string): Size {
  let lines = 1;
  let at = 0;
  let widest = 0;
  for (const word of text.split(/\s+/)) {
    const width = textWidth(word);
    const joined = at === 0 ? width : at + textWidth(' ') + width;
    if (joined > LABEL_WIDTH && at > 0) {
      lines += 1;
      at = width;
    } else at = joined;
    widest = Math.max(widest, at);
  }
  return { width: Math.min(LABEL_WIDTH, Math.ceil(widest) + 2), height: lines * LINE };
}

const ONE_LINE = 150;
const MARGIN = 24;
const TASK_FONT = 12;
const TASK_SIZES: readonly Size[] = [{ width: 100, height: 80 }, { width: 120, height: 80 }, { width: 140, height: 80 }, { width: 160, height: 90 }];

/** Size of an activity in which its name takes two lines, clear of the marker of its type; the largest when none does. */
export function activitySize(name: string): Size {
  return TASK_SIZES.find(({ width }) => linesWithin(name, width - 14, TASK_FONT) <= 2) ?? TASK_SIZES[TASK_SIZES.length - 1]!;
}

const linesWithin = (text: string, limit: number, font: number): number => wrapped(text, limit, font).length;

/** The lines of a text broken between words; a word that is wider than a line is broken between letters, marks and all. */
export function wrapped(text: string, limit: number, font: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.normalize('NFC').trim().split(/\s+/).flatMap((each) => pieces(each, limit, font))) {
    const joined = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth(joined, font) > limit) {
      lines.push(line);
      line = word;
    } else line = joined;
  }
  return [...lines, line];
}

function pieces(word: string, limit: number, font: number): string[] {
  if (textWidth(word, font) <= limit) return [word];
  const found = [''];
  for (const letter of word.match(/\P{M}\p{M}*/gu) ?? [word]) {
    const longer = found[found.length - 1]! + letter;
    if (found[found.length - 1] !== '' && textWidth(longer, font) > limit) found.push(letter);
    else found[found.length - 1] = longer;
  }
  return found;
}

/** Least height of a lane or pool whose name stands upright in its header: in one line, or in two where it is long. */
export function headerHeight(text: string | undefined): number {
  const width = text === undefined ? 0 : textWidth(text, 12);
  return Math.ceil(width <= ONE_LINE ? width : Math.max(ONE_LINE, width / 2 + MARGIN)) + (width > 0 ? MARGIN : 0);
}
