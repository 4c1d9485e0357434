/** What the HTTP API answers about improvement records: a part of the contract. */
import type { Effect, Measure, Prediction, Verdict } from '../engine/improvement/types.js';
import type { VersionState } from './contract-versions.js';

export type ImprovementSource = 'drawing' | 'log' | 'audit' | 'complaint' | 'lateDossier';
export type ImprovementKind = 'nonconformity' | 'improvement';
export type ImprovementState = 'open' | 'planned' | 'changing' | 'kept' | 'rolledBack' | 'closed';
export type ImprovementAct = 'opened' | 'planned' | 'linked' | 'draftOpened' | 'predicted' | 'versionNamed' | 'measured' | 'kept' | 'rolledBack' | 'closed';
export type DossierRelation = 'evidence' | 'audit' | 'correctiveAction' | 'review';
/** GET /api/improvements?state=&source=&procedure=&dossier=&page= → Page, the latest first. `dueDay`: YYYY-MM-DD. */
export interface ImprovementRow {
  id: string; no: string; title: string; procedureId: string; procedureName: string; kind: ImprovementKind; source: ImprovementSource; state: ImprovementState; openedAt: string;
  owner: string; ownerName: string; dueDay: string; version?: number; verdict?: Verdict;
}
/**
 * GET /api/improvements/:id; …/:id/document.pdf. POST /api/improvements opens one; POST …/:id/{plan, dossiers, draft, predict, version, measure, decide}
 * answer the record as it is then. Figures are hours, counts, or shares 0 to 1.
 */
export interface ImprovementView extends ImprovementRow {
  openedByName: string; cause?: string; goal: Measure; dossiers: { dossierId: string; dossierNo: string; relation: DossierRelation }[];
  finding?: { check: string; severity: string; message: string; suggestion?: string; version: number; elements: string[]; hoursPerYear?: number; dossiers?: number };
  base?: number; remedy?: { kind: string; changes: number; savedHours: number };
  predicted?: Prediction & { at: string }; measured?: Effect & { at: string; verdict: Verdict; worse: Measure[]; tooYoung: number };
  /** The number under which the former version is in force again. */
  restoredAs?: number;
  /** Versions after the one that the draft was opened from. */
  versions: { version: number; state: VersionState; inForceFrom?: string }[];
  history: { act: ImprovementAct; at: string; byName: string; position: string; note?: string }[];
  may: { plan: boolean; openDraft: boolean; predict: boolean; nameVersion: boolean; measure: boolean; decide: boolean; close: boolean };
  whyNotDecide?: 'four-eyes';
}
export type QualityLinkKind = 'procedure' | 'document' | 'reviewPack';
/** GET /api/quality-links?kind=&ref= → QualityLinkRow[], the latest first. `ref`: an id, or the days of a review pack as `YYYY-MM-DD..YYYY-MM-DD`; `version`: in force when it was linked. */
export interface QualityLinkRow { dossierId: string; dossierNo: string; relation: DossierRelation; kind: QualityLinkKind; ref: string; title: string; version?: number; at: string; byName: string }
/** GET, POST /api/dossiers/:id/quality. `relation`: of a dossier of internal audit, corrective action or management review; `kinds`: what it may be linked with. */
export interface DossierQualityView { relation?: DossierRelation; kinds: QualityLinkKind[]; links: QualityLinkRow[] }
/** GET /api/improvements/:id/remedies: in their order; `savedHours` of the longest path. */
export interface RemedyRow { kind: string; changes: number; savedHours: number }
