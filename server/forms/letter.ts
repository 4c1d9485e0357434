/** A letter, or another paper of the agency, before it is laid out: what PDF and DOCX are both made from. */
import type { Column } from './blocks.js';
import type { Letterhead, Owner, Signer } from './facts.js';

export type LetterBlock =
  | { kind: 'lines'; rows: readonly (readonly [label: string, value: string | undefined])[] }
  | { kind: 'paragraph'; text: string }
  | { kind: 'table'; columns: readonly Column[]; rows: readonly (readonly string[])[] };

export interface Letter { /** Of the file. */ title: string; name: string; head: Letterhead; /** Absent: it is about no dossier. */ about?: { dossierNo: string; link: string; owner: Owner; ownerLabel?: string }; blocks: LetterBlock[]; signer: Signer; /** On pages of its own. */ annex?: { title: string; note: string; blocks: LetterBlock[] } }
