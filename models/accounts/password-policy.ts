/** What a password has to be. Length counts, not a mixture of signs; what everybody guesses first is refused. */
import { dictionary } from '@zxcvbn-ts/language-common';
import { fold } from '../fold.js';

export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 200;
const FEWEST_DISTINCT = 5;
/** Shorter names are in too many words to forbid them. */
const SHORTEST_NAME = 4;
/** Words of this product and of its users, which lists made elsewhere do not have. */
const OWN_WORDS = ['dossierflow', 'matkhau', 'motcua', 'thutuchanhchinh', 'hosomotcua', 'vietnam', 'uybannhandan', 'quantri', 'administrator', 'admin', 'password', 'qwertyuiop', 'chuyenvien', 'canbomotcua', 'changeme', 'welcome'];

export type PasswordFault = 'too-short' | 'too-long' | 'too-simple' | 'common' | 'name';

/** Typed the same on every keyboard: composed marks, as they are otherwise. */
export const passwordTyped = (typed: string): string => typed.normalize('NFC');

/** Undefined: may be used. `names`: account, full name and agency of whoever will use it. */
export function passwordFault(password: string, names: readonly string[]): PasswordFault | undefined {
  if ([...password].length < SHORTEST_PASSWORD) return 'too-short';
  if ([...password].length > LONGEST_PASSWORD) return 'too-long';
  if (new Set(password.toLowerCase()).size < FEWEST_DISTINCT) return 'too-simple';
  const letters = bare(password);
  if (names.map(bare).some((name) => name.length >= SHORTEST_NAME && letters.includes(name) && letters.length < 2 * name.length + FEWEST_DISTINCT)) return 'name';
  return isCommon(password) ? 'common' : undefined;
}

/** `Nguyễn Thị Lan` and `nguyenthilan` are one. */
const bare = (text: string): string => fold(text).replace(/[^a-z0-9]/g, '');

let known: ReadonlySet<string> | undefined;
/** As it stands in a list of guesses, with some figures or signs behind or before it, or written twice. */
function isCommon(password: string): boolean {
  known ??= new Set([...dictionary['passwords-common'], ...OWN_WORDS]);
  const folded = bare(password);
  const core = folded.replace(/^[0-9]+|[0-9]+$/g, '');
  const half = core.slice(0, core.length / 2);
  return [password.toLowerCase(), folded, core, ...(core === half + half ? [half] : [])].some((each) => each !== '' && known!.has(each)) || core === '';
}
