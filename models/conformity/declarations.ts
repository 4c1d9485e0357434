/** Declares that the quality system of an agency conforms to the standard, for a scope of procedures; what was declared stays. */
import { randomUUID } from 'node:crypto';
import type { Actor } from '../directory.js';
import { Refusal, wrongField } from '../problem.js';
import type { QueryContext } from '../queries/context.js';
import { mayDeclareConformity, ofAgency } from '../rights.js';
import type { DeclarationDoc, DeclaredProcedure } from '../schemas/conformity.js';
import type { Decision } from '../schemas/revision.js';
import { isDuplicate } from '../store.js';

/** `except`: procedures in force that are left out; `seen`: how many were in force, and the number of the last declaration, when the person looked. */
export interface NewDeclaration { standard: string; decision: Decision; except: readonly string[]; seen: { inForce: number; last: number } }
/** What of an agency is in force beside what it has declared. */
export interface ScopeDifferences { added: DeclaredProcedure[]; ended: DeclaredProcedure[]; changed: (DeclaredProcedure & { inForce: number })[] }

export class Declarations {
  constructor(private readonly context: Pick<QueryContext, 'store' | 'now'>) {}

  /** Procedures of the agency with a version in force, by code. */
  async inForce(actor: Actor): Promise<DeclaredProcedure[]> {
    const docs = await this.context.store.procedures.find({ agencyId: ofAgency(actor), currentVersion: { $exists: true } }, { code: 1, name: 1, currentVersion: 1 }).lean();
    return docs.map(({ _id, code, name, currentVersion }) => ({ procedureId: _id, code, name, version: currentVersion! })).sort((a, b) => (a.code === b.code ? Number(a.procedureId > b.procedureId) - 0.5 : a.code < b.code ? -1 : 1));
  }

  async latest(actor: Actor): Promise<DeclarationDoc | undefined> {
    return (await this.context.store.declarations.find({ agencyId: actor.agencyId }).sort({ n: -1 }).limit(1).lean())[0];
  }

  /** Throws Refusal not-found. */
  async find(actor: Actor, n: number): Promise<DeclarationDoc> {
    const found = await this.context.store.declarations.findOne({ agencyId: actor.agencyId, n }).lean();
    if (!found) throw new Refusal('not-found', `no declaration ${n}`);
    return found;
  }

  /** Throws Refusal forbidden, stale, bad-request. */
  async declare(actor: Actor, { standard, decision, except, seen }: NewDeclaration): Promise<DeclarationDoc> {
    if (!mayDeclareConformity(actor)) throw new Refusal('forbidden', 'the head of the agency declares, or who keeps its quality system');
    const [inForce, latest] = await Promise.all([this.inForce(actor), this.latest(actor)]);
    if (seen.inForce !== inForce.length || seen.last !== (latest?.n ?? 0)) throw new Refusal('stale', 'other procedures are in force, or another declaration was made meanwhile');
    const without = new Set(except);
    const unknown = except.find((id) => !inForce.some(({ procedureId }) => procedureId === id));
    if (unknown !== undefined) throw wrongField('except', `${unknown} is not in force`);
    const procedures = inForce.filter(({ procedureId }) => !without.has(procedureId));
    if (procedures.length === 0) throw wrongField('except', 'must leave a procedure in the scope');
    const doc: DeclarationDoc = { _id: randomUUID(), agencyId: actor.agencyId, n: seen.last + 1, standard, decision, procedures, leftOut: [...without], at: this.context.now(), by: actor.id };
    await this.context.store.declarations.create(doc).catch((error: unknown) => {
      if (isDuplicate(error)) throw new Refusal('stale', 'another declaration was made meanwhile');
      throw error;
    });
    return doc;
  }
}

/** What was left out on purpose is no difference. */
export function differencesOf({ procedures, leftOut }: Pick<DeclarationDoc, 'procedures' | 'leftOut'>, inForce: readonly DeclaredProcedure[]): ScopeDifferences {
  const now = new Map(inForce.map((each) => [each.procedureId, each]));
  const declared = new Set([...procedures.map(({ procedureId }) => procedureId), ...leftOut]);
  return {
    added: inForce.filter(({ procedureId }) => !declared.has(procedureId)), ended: procedures.filter(({ procedureId }) => !now.has(procedureId)),
    changed: procedures.flatMap((each) => { const current = now.get(each.procedureId); return current && current.version !== each.version ? [{ ...each, inForce: current.version }] : []; }),
  };
}
