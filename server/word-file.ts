/** Words of labels that an agency adds to those that come with the program. */
import { readFileSync } from 'node:fs';
import { readWords, type WordList } from '../engine/check.js';

/** A text says what is wrong with the file. */
export function readWordFile(path: string): WordList | string {
  try {
    return readWords(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    return (error as Error).message;
  }
}
