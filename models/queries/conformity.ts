/** The declaration of an agency as its page shows it: what is declared, what differs from it, and all that was declared before. */
import type { ConformityScopeRow, ConformityView, DeclarationRow, Page } from '../../server/contract.js';
import { Declarations, differencesOf } from '../conformity/declarations.js';
import type { Actor } from '../directory.js';
import { foldedPattern, fold } from '../fold.js';
import { mayDeclareConformity } from '../rights.js';
import type { DeclarationDoc } from '../schemas/conformity.js';
import { skipOf, type Paging, type QueryContext } from './context.js';

export const STANDARD = 'TCVN ISO 9001:2015';
/** Of each kind of difference; the counts say how many there are. */
const MOST_SHOWN = 50;

export class ConformityQueries {
  private readonly declarations: Declarations;
  constructor(private readonly context: Pick<QueryContext, 'store' | 'directory' | 'now'>) {
    this.declarations = new Declarations(context);
  }

  async view(actor: Actor): Promise<ConformityView> {
    const [inForce, latest] = await Promise.all([this.declarations.inForce(actor), this.declarations.latest(actor)]);
    const { added, ended, changed } = latest ? differencesOf(latest, inForce) : { added: [], ended: [], changed: [] };
    return {
      standard: latest?.standard ?? STANDARD, inForce: inForce.length, mayDeclare: mayDeclareConformity(actor), leftOut: latest?.leftOut.filter((id) => inForce.some(({ procedureId }) => procedureId === id)) ?? [], ...(latest && { latest: this.rowOf(latest) }),
      differences: { counts: { added: added.length, ended: ended.length, changed: changed.length }, added: added.slice(0, MOST_SHOWN), ended: ended.slice(0, MOST_SHOWN), changed: changed.slice(0, MOST_SHOWN) },
    };
  }

  /** What is in force, with the version in the scope. */
  async scope(actor: Actor, { q, ...paging }: Paging & { q: string }): Promise<Page<ConformityScopeRow>> {
    const [inForce, latest] = await Promise.all([this.declarations.inForce(actor), this.declarations.latest(actor)]);
    const declared = new Map(latest?.procedures.map(({ procedureId, version }) => [procedureId, version]));
    const pattern = q ? foldedPattern(q) : undefined;
    const found = pattern ? inForce.filter(({ code, name }) => pattern.test(fold(`${code} ${name}`))) : inForce;
    const rows = found.slice(skipOf(paging), skipOf(paging) + paging.pageSize).map((each) => { const version = declared.get(each.procedureId); return { ...each, ...(version !== undefined && { declared: version }) }; });
    return { items: rows, total: found.length, page: paging.page, pageSize: paging.pageSize };
  }

  /** The latest first. */
  async history(actor: Actor, paging: Paging): Promise<Page<DeclarationRow>> {
    const { store } = this.context;
    const filter = { agencyId: actor.agencyId };
    const [docs, total] = await Promise.all([store.declarations.find(filter).sort({ n: -1 }).skip(skipOf(paging)).limit(paging.pageSize).lean(), store.declarations.countDocuments(filter)]);
    return { items: docs.map((doc) => this.rowOf(doc)), total, page: paging.page, pageSize: paging.pageSize };
  }

  private rowOf({ n, standard, decision, procedures, at, by }: DeclarationDoc): DeclarationRow {
    return { n, standard, decision, procedures: procedures.length, at: at.toISOString(), byName: this.context.directory.staffName(by) };
  }
}
