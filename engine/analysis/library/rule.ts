import type { Raw, RawUnknown } from '../finding.js';
import type { Library, Member } from './library.js';

/** A finding across files: about the first member, beside the others. */
export interface LibraryRaw extends Raw { members: readonly Member[] }
export interface LibraryUnknown extends RawUnknown { member: Member }
export type LibraryAnswer = LibraryRaw | LibraryUnknown;

/** A rule over several procedures. */
export interface LibraryRule {
  check: string;
  /** Whether a finding is about each of its procedures as much as about the first. */
  isMutual?: true;
  runLibrary(library: Library): readonly LibraryAnswer[];
}
