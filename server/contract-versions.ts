/** What the HTTP API answers about versions of procedures and their lives: a part of the contract. */
import type { Role } from './contract.js';

export type VersionState = 'inReview' | 'returned' | 'approved' | 'announced' | 'inForce' | 'replaced' | 'withdrawn';
/** Days as YYYY-MM-DD. */
export interface Decision { number: string; date: string; signatory: string; position?: string }
export interface VersionRow { version: number; state: VersionState; publishedAt: string; publishedBy: string; hash: string; note?: string; /** A day. */ inForceFrom: string; decision?: Decision; openDossiers: number }
export type VersionAct = 'submitted' | 'returned' | 'reviewed' | 'approved' | 'announced' | 'issued' | 'inForce' | 'replaced' | 'withdrawn';
export interface VersionComment { id: string; element?: string; text: string; at: string; byName: string; answers: { at: string; byName: string; text: string }[]; resolved?: { at: string; byName: string } }
/** `text`: the whole in a sentence; before and after as people read them. */
export interface DifferenceRow { change: 'added' | 'removed' | 'changed'; kind: string; kindName: string; name: string; element?: string; text: string; attribute?: string; before?: string; after?: string }
/** GET /api/procedures/:id/revisions/:version/differences?against=&lang=. Without `against` it is the first. */
export interface VersionDifferences { version: number; against?: number; items: DifferenceRow[] }
/** Where a version of anything controlled stands, what was done and said, and what the reader may do. */
export interface LifeView {
  version: number; state: VersionState; note?: string; authors: string[]; decision?: Decision; inForceFrom?: string;
  /** Without `byName` it happened by itself, as its day had come. */
  history: { act: VersionAct; at: string; byName?: string; position?: string; note?: string }[];
  comments: VersionComment[];
  /** In their order, those given in this round with who gave them. */
  approvals: { act: 'reviewed' | 'approved'; role: Role; given?: { at: string; byName: string } }[];
  /** What the reader may do now; `whyNotApprove` where it is nearly his turn. */
  may: { comment: boolean; approve: boolean; sendBack: boolean; announce: boolean; withdraw: boolean }; whyNotApprove?: 'four-eyes' | 'open-comments';
}
export interface SignedCopy { code: string; at: string; signer: string; isTest: boolean }
/** The life of a version: GET /api/procedures/:id/revisions/:version. POST /api/procedures/:id/revisions {note} puts the draft forward; …/:version/{approve {note?}, return {reason}, announce {number, date, signatory, position?, inForceFrom}, withdraw {reason}}. POST …/comments {commandId, element?, text}; …/comments/:comment/answers {text}; …/comments/:comment/resolve {resolved}. */
export interface RevisionView extends LifeView {
  procedureId: string; code: string; name: string;
  /** The signed copy, once somebody has asked for it; `code` leads to the page that verifies it. */
  signed?: SignedCopy;
}
