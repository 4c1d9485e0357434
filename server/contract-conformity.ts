/** What the HTTP API answers about the declaration of conformity and its evidence: a part of the contract. */
import type { Decision } from './contract-versions.js';

export interface ScopeProcedure { procedureId: string; code: string; name: string; version: number }
/** GET /api/conformity/history?page= → Page, the latest first; …/declarations/:n/document.{pdf,docx}. `procedures`: how many. */
export interface DeclarationRow { n: number; standard: string; decision: Decision; procedures: number; at: string; byName: string }
/** GET /api/conformity/scope?q=&page= → Page, by code. `declared`: the version in the scope, absent when it is not in it. */
export interface ConformityScopeRow extends ScopeProcedure { declared?: number }
/**
 * GET /api/conformity; POST {standard, decision, except, seen: {inForce, last}} declares all procedures in force but `except` and answers the same.
 * `leftOut`: ids left out by the last one. Of differences the first are listed, and `counts` tells all.
 */
export interface ConformityView {
  standard: string; inForce: number; mayDeclare: boolean; leftOut: string[]; latest?: DeclarationRow;
  differences: { counts: { added: number; ended: number; changed: number }; added: ScopeProcedure[]; ended: ScopeProcedure[]; changed: (ScopeProcedure & { inForce: number })[] };
}
/** What does not hold of an evidence pack; `path`: of the file in it. */
export interface EvidenceProblem { kind: 'unreadable' | 'unsigned' | 'wrongSignature' | 'wrongKey' | 'changed' | 'missing' | 'added'; path?: string }
/** POST /api/conformity/evidence/check with the ZIP as the body. `isOwn`: signed by this installation. */
export interface EvidenceVerdict { problems: EvidenceProblem[]; files: number; fingerprint?: string; isOwn: boolean; agency?: string; declaration?: number; madeAt?: string; part?: number; parts?: number }
