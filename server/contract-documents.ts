/** What the HTTP API answers about the other documents of the quality system: a part of the contract. */
import type { Page } from './contract.js';
import type { Decision, LifeView, SignedCopy, VersionState } from './contract-versions.js';

export type DocumentKind = 'policy' | 'objectives' | 'manual' | 'systemProcedure' | 'instruction' | 'form' | 'other';
/** ProseMirror's JSON: doc, heading 1 to 3, paragraph, bulletList, orderedList, listItem, table, tableRow, tableHeader, tableCell, hardBreak, text with bold and italic. */
export interface RichNode { type: string; attrs?: Record<string, string | number | null>; content?: RichNode[]; text?: string; marks?: { type: string }[] }
export type ObjectiveMeasure = 'onTimeShare' | 'earlyShare' | 'meanHours' | 'supplementShare' | 'resolved' | 'satisfaction';
/** `target` as the measure counts: shares 0 to 1, office hours, dossiers, points 1 to 5. */
export interface Objective { text: string; measure: ObjectiveMeasure; target: number; year: number }
/** GET …/revisions/:version/objectives, in their order. Without `value` there was nothing to count; `n`: of how many. `atMost`: less is better. */
export interface ObjectiveProgress extends Objective { atMost: boolean; value?: number; n: number; reached?: boolean; months: { month: string; value?: number; n: number }[] }
/** A text, or a file, which GET …/file answers. */
export interface DocumentContent { text?: RichNode; file?: { name: string; mediaType: string; size: number; sha256: string }; objectives?: Objective[] }
/** `state` and `version` of what is in force, else of the last one that was put forward. */
export interface DocumentRow {
  id: string; code: string; title: string; kind: DocumentKind; version?: number; state?: VersionState; /** A day. */ inForceFrom?: string; inPreparation?: { version: number; state: VersionState };
  /** It concerns the reader, and he has not said yet that he has read it. */
  toRead: boolean;
}
/** GET /api/documents?kind=&toRead=&page=, by code. `toRead`: how many of all of them are left to the reader. */
export interface DocumentList extends Page<DocumentRow> { toRead: number; mayWrite: boolean }
/** None: the whole agency. */
export interface DocumentUnit { id: string; name: string }
/** GET /api/documents/:id. POST /api/documents {kind, code, title}. PUT …/draft {seq, title, concerned, text?, objectives?}; PUT …/draft/file?seq=&name= with the file as the body; POST …/revisions {note} puts it forward. */
export interface DocumentView extends DocumentRow {
  /** To be sent back with the draft. */
  seq: number; mayWrite: boolean;
  /** The latest first. */
  versions: { version: number; state: VersionState; title: string; at: string; note?: string; inForceFrom?: string; decision?: Decision }[];
  /** For who may write. */
  draft?: { title: string; content: DocumentContent; concerned: DocumentUnit[]; savedAt: string; savedByName: string };
  /** Departments of the agency, for who may write. */
  departments: DocumentUnit[];
}
/** GET …/revisions/:version; POST …/{approve, return, announce, withdraw, comments…} as for versions of procedures; POST …/read {}. */
export interface DocumentRevisionView extends LifeView {
  /** The signed copy, once somebody has asked for it. */
  signed?: SignedCopy;
  documentId: string; code: string; title: string; kind: DocumentKind; content: DocumentContent; concerned: DocumentUnit[];
  /** Whom it concerns among those who ask: when he has read it, or whether he has to. */
  reading: { concerned: boolean; readAt?: string; mayConfirm: boolean; maySeeReaders: boolean };
}
export interface DocumentReader { id: string; name: string; position: string; departmentNames: string[]; readAt?: string }
/** GET …/readers?read=&page=: those whom the asker may see; `read` and `unread` of all of them. */
export interface DocumentReaders extends Page<DocumentReader> { read: number; unread: number }
