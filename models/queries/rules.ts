/** Rules as the pages show them: what an agency follows on a day, what is to come, and what was changed by whom. */
import { kindOf, type RuleKey } from '../../engine/casework/rules.js';
import type { Page, RuleChangeRow, RuleRow, RulesView } from '../../server/contract.js';
import type { Actor } from '../directory.js';
import { Refusal } from '../problem.js';
import { mayAdminister } from '../rights.js';
import type { EntryInForce } from '../rules.js';
import type { RuleChangeDoc } from '../schemas/rules.js';
import { skipOf, type Paging, type QueryContext } from './context.js';

type Given = Pick<QueryContext, 'store' | 'rules' | 'directory' | 'now'>;

export class RuleQueries {
  constructor(private readonly given: Given) {}

  /** Without an agency: what holds for every agency that has changed nothing. Throws Refusal bad-data for an unknown one. */
  async inForce(actor: Actor, agencyId: string | undefined): Promise<RulesView> {
    const { rules, directory, now } = this.given;
    if (agencyId !== undefined && !directory.agency(agencyId)) throw new Refusal('bad-data', 'agency: no such agency', { fields: [{ field: 'agency', message: 'no such agency' }] });
    await rules.upToDate();
    const { ref, entries } = rules.inForce(agencyId, now());
    const { setId, version, name, from } = rules.setOf(ref);
    const planned = rules.planned(agencyId, now());
    return {
      id: setId, version, name, from: from.toISOString(), base: rules.lastChange(), mayChange: mayAdminister(actor), ...(agencyId === undefined ? {} : { agency: agencyId }),
      agencies: directory.allAgencies().map(({ _id, name: agencyName }) => ({ id: _id, name: agencyName })),
      rules: entries.map((entry) => this.row(entry, planned.filter(({ key }) => key === entry.key))),
    };
  }

  /** The newest first. */
  async changes(_actor: Actor, paging: Paging): Promise<Page<RuleChangeRow>> {
    const { ruleChanges } = this.given.store;
    const [docs, total] = await Promise.all([ruleChanges.find().sort({ _id: -1 }).skip(skipOf(paging)).limit(paging.pageSize).lean(), ruleChanges.countDocuments()]);
    return { items: docs.map((doc) => this.changeRow(doc)), total, page: paging.page, pageSize: paging.pageSize };
  }

  changeRow({ _id, scope, key, value, basis, from, by, at, reason }: RuleChangeDoc): RuleChangeRow {
    const agency = scope === 'all' ? undefined : scope.slice(scope.indexOf(':') + 1);
    return {
      n: _id, key, value: value ?? null, ...(basis ? { basis } : {}), from: from.toISOString(), at: at.toISOString(), byName: this.given.directory.staffName(by), reason,
      ...(agency === undefined ? {} : { agencyName: this.given.directory.agencyName(agency) }),
    };
  }

  private row({ key, value, basis, confirmed, vi, en, change }: EntryInForce, planned: readonly RuleChangeDoc[]): RuleRow {
    return {
      key, kind: kindOf(key as RuleKey), value, basis, confirmed, title: { vi, en }, planned: planned.map((each) => this.changeRow(each)),
      ...(change ? { change: this.changeRow(change) } : {}),
    };
  }
}
