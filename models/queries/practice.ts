/** A procedure as it is carried out, for who may see its dossiers: figures, findings, dossiers on their way. */
import type { Language } from '../../engine/analysis/messages.js';
import type { MovesView, PracticeReport, PracticeView } from '../../server/contract.js';
import type { Actor } from '../directory.js';
import { type ComputedFigures, type ComputedFindings, PracticeComputing } from '../practice/compute.js';
import { type Kept, KeptPractice } from '../practice/kept.js';
import { movesOf } from '../practice/moves.js';
import type { ComputedRisks } from '../practice/risks.js';
import type { PracticeTask, Selection } from '../practice/selection.js';
import { Refusal } from '../problem.js';
import { agenciesOf, mayReadFiguresOf } from '../rights.js';
import type { QueryContext } from './context.js';
import { DrawnFindings } from './drawn-findings.js';

export type PracticeFilter = Omit<Selection, 'agencies'>;

export class PracticeQueries {
  private readonly computing: PracticeComputing;
  private readonly kept: KeptPractice;
  private readonly drawn: DrawnFindings;

  /** `run`: where the long work is done; here when absent. */
  constructor(private readonly context: QueryContext, run?: (task: PracticeTask) => Promise<unknown>) {
    this.computing = new PracticeComputing(context);
    this.drawn = new DrawnFindings(context.store);
    this.kept = new KeptPractice({
      store: context.store, now: () => context.now(), run: run ?? ((task) => this.computing.run(task)), isChangedSince: async ({ kind, selection }, at) => kind === 'risks' || this.computing.isChangedSince(selection, at),
    });
  }

  /** Most hours lost in a year first. */
  async findings(actor: Actor, filter: PracticeFilter, language: Language): Promise<PracticeReport> {
    const { procedureId } = filter;
    const version = await this.versionOf(filter);
    const [drawn, { at, value }] = await Promise.all([
      this.drawn.of(procedureId, version, language),
      this.kept.get<ComputedFindings>({ kind: 'findings', language, selection: { ...filter, agencies: agenciesOf(actor), version } }),
    ]);
    const findings = [...drawn.map((finding) => ({ source: 'drawing' as const, finding })), ...value.findings.map((finding) => ({ source: 'log' as const, finding }))];
    return {
      procedureId, version, from: value.from, to: value.to, asOf: at.toISOString(), cases: value.dossiers, isCut: value.isCut, cannotTell: value.cannotTell, causes: value.causes,
      findings: findings.sort((a, b) => (b.finding.hoursPerYear ?? 0) - (a.finding.hoursPerYear ?? 0)),
    };
  }

  async figures(actor: Actor, filter: PracticeFilter): Promise<PracticeView> {
    const { directory, store } = this.context;
    const [drawn, procedure] = await Promise.all([this.versionOf(filter), store.procedures.findById(filter.procedureId, { name: 1 }).lean()]);
    const { at, value } = await this.kept.get<ComputedFigures>({ kind: 'figures', selection: { ...filter, agencies: agenciesOf(actor) } });
    const { versions, channels, units, people, agencies, ...figures } = value;
    const named = units.map((each) => ({ ...each, name: directory.departmentName(each.id) }));
    const places = agencies.map((each) => ({ ...each, name: directory.agencyName(each.id) }));
    return {
      ...figures, procedureId: filter.procedureId, procedureName: procedure?.name ?? filter.procedureId, drawn, asOf: at.toISOString(), units: named, agencies: places,
      people: people.flatMap((each) => {
        const person = directory.known(each.id);
        return person && mayReadFiguresOf(actor, person) ? [{ ...each, name: person.name, departmentName: person.departmentIds.map((id) => directory.departmentName(id)).join(', ') }] : [];
      }),
      choices: { versions, channels, agencies: places.map(({ id, name }) => ({ id, name })), departments: named.map(({ id, name }) => ({ id, name })) },
    };
  }

  async moves(actor: Actor, filter: PracticeFilter): Promise<MovesView> {
    const drawn = await this.versionOf(filter);
    const model = await this.computing.drawing(filter.procedureId, drawn);
    return { procedureId: filter.procedureId, drawn, ...await movesOf(this.context, model, { ...filter, agencies: agenciesOf(actor) }) };
  }

  /** Dossiers of the procedure that are likely to be late, most first. They come to be so by the mere passing of time. */
  risks(actor: Actor, procedureId: string): Promise<Kept<ComputedRisks>> {
    return this.kept.get<ComputedRisks>({ kind: 'risks', selection: { agencies: agenciesOf(actor), procedureId } });
  }

  /** Everything that people ask first, computed before they ask. */
  async prepare(agencies: readonly string[], procedureId: string): Promise<void> {
    const version = await this.versionOf({ procedureId });
    const selection = { agencies, procedureId };
    await this.kept.refresh({ kind: 'figures', selection });
    await this.kept.refresh({ kind: 'risks', selection });
    await this.kept.refresh({ kind: 'findings', language: 'vi', selection: { ...selection, version } });
  }

  /** The one asked for, else that in force. */
  private async versionOf({ procedureId, version }: Pick<PracticeFilter, 'procedureId' | 'version'>): Promise<number> {
    const { store } = this.context;
    const wanted = version ?? (await store.procedures.findById(procedureId, { currentVersion: 1 }).lean())?.currentVersion;
    const found = wanted === undefined ? null : await store.versions.findOne({ procedureId, version: wanted }, { _id: 1 }).lean();
    if (!found || wanted === undefined) throw new Refusal('unknown-version', `procedure ${procedureId} has no version ${String(version ?? '')}`.trimEnd());
    return wanted;
  }
}
