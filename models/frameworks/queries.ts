/** What pages show of frameworks: the list, one of them for the reader's agency, what deviates, what rules on a day. */
import { readBpmn } from '../../engine/bpmn/read.js';
import { listProcedures, type Answers } from '../../engine/framework/guideline.js';
import { placeOf, valueText } from '../../engine/framework/told.js';
import { rulingsOn, type Speaking } from '../../engine/framework/ruling.js';
import type { Change } from '../../engine/merge/changes.js';
import { readParts } from '../../engine/bpmn/parts/merge.js';
import type { Parts } from '../../engine/merge/parts.js';
import type { Resolutions } from '../../engine/merge/three-way.js';
import type { FrameworkChange, FrameworkDeviation, FrameworkDeviations, FrameworkListed, FrameworkMerge, FrameworkRow, FrameworkRulings, FrameworkSample, FrameworkView, Page } from '../../server/contract.js';
import type { Actor } from '../directory.js';
import { skipOf, type Paging, type QueryContext } from '../queries/context.js';
import { hasRole } from '../rights.js';
import type { AdoptionDoc, FrameworkDoc, FrameworkVersionDoc } from '../schemas/framework.js';
import { etagOf } from '../writes/procedures.js';
import { type Adoptions, type Beside, valueOf } from './adoptions.js';
import { FrameworkParts } from './parts.js';

export class FrameworkQueries {
  private readonly parts: FrameworkParts;
  constructor(private readonly context: Pick<QueryContext, 'store' | 'directory' | 'now'>, private readonly adoptions: Adoptions) { this.parts = new FrameworkParts(context.store); }

  async list(actor: Actor, paging: Paging): Promise<Page<FrameworkRow>> {
    const { store } = this.context;
    const [docs, total] = await Promise.all([store.frameworks.find().sort({ _id: 1 }).skip(skipOf(paging)).limit(paging.pageSize).lean(), store.frameworks.countDocuments()]);
    return { items: await Promise.all(docs.map(async (doc) => this.row(actor, doc, (await this.adoptions.current(doc._id)).version, await this.adoptions.of(actor.agencyId, doc._id)))), total, ...paging };
  }

  private async row(actor: Actor, framework: FrameworkDoc, version: FrameworkVersionDoc, adoption: AdoptionDoc | undefined): Promise<FrameworkRow> {
    const agency = this.context.directory.agency(actor.agencyId);
    const { kinds, levels, sector } = framework.scope;
    const fits = (kinds.length === 0 || kinds.includes(agency?.kind ?? 'administrative')) && (levels.length === 0 || levels.includes(agency?.level ?? ''));
    return {
      id: framework._id, title: framework.title, publisher: framework.publisher, ...(sector && { sector }), version: version.version, from: version.from, ...(version.to && { to: version.to }), withdrawn: version.withdrawn !== undefined,
      samples: version.samples.length, adopters: await this.context.store.adoptions.countDocuments({ frameworkId: framework._id }), ...(adoption && { adopted: adoption.version }),
      isNew: adoption?.procedures.some((each) => each.version < version.version && version.samples.some(({ code }) => code === each.code)) ?? false, isOwn: framework.agencyId === actor.agencyId, fits,
    };
  }

  async view(actor: Actor, id: string): Promise<FrameworkView> {
    const { framework, version } = await this.adoptions.current(id);
    const [adoption, versions] = await Promise.all([this.adoptions.of(actor.agencyId, id), this.context.store.frameworkVersions.find({ frameworkId: id }).sort({ version: -1 }).lean()]);
    return {
      ...await this.row(actor, framework, version, adoption), kinds: framework.scope.kinds, levels: framework.scope.levels,
      versions: versions.map(({ version: n, from, to, note, at, hash, withdrawn }) => ({ version: n, from, ...(to && { to }), ...(note && { note }), at: at.toISOString(), hash, ...(withdrawn && { withdrawn: { at: withdrawn.at.toISOString(), reason: withdrawn.reason } }) })),
      questions: version.guideline.questions.map(({ options, ...each }) => ({ ...each, ...(options && { options: [...options] }) })),
      ...(framework.agencyId === actor.agencyId && { entries: version.guideline.entries.map((each) => ({ ...each })) }),
      procedures: await Promise.all(version.samples.map(({ code, name }) => this.sample(actor, id, { code, name }, adoption))),
      documents: await Promise.all(version.documents.map(async ({ id: document, name, part }) => ({ id: document, name, text: await this.parts.read(part) }))),
      answers: (adoption?.answers ?? {}) as FrameworkView['answers'], shares: adoption?.shares ?? false, mayAdopt: hasRole(actor, 'designer', 'administrator'),
    };
  }
  private async sample(actor: Actor, frameworkId: string, { code, name }: { code: string; name: string }, adoption: AdoptionDoc | undefined): Promise<FrameworkSample> {
    const own = adoption?.procedures.find((each) => each.code === code);
    if (!own) return { code, name };
    const deviations = await this.deviationsOf(await this.adoptions.beside(actor.agencyId, frameworkId, code));
    return { code, name, adopted: { procedureId: own.procedureId, version: own.version, deviations: deviations.length, unexplained: deviations.filter(({ reason, isOld }) => reason === undefined || isOld).length } };
  }

  async listed(id: string, answers: Answers): Promise<FrameworkListed[]> {
    const { version } = await this.adoptions.current(id);
    return listProcedures(version.guideline, answers).map(({ asked: _asked, open, ...each }) => ({ ...each, open: [...open], name: version.samples.find(({ code }) => code === each.code)?.name ?? each.code }));
  }

  async deviations(agencyId: string, id: string, code: string): Promise<FrameworkDeviations> {
    const beside = await this.adoptions.beside(agencyId, id, code);
    return { code, procedureId: beside.procedure._id, name: beside.procedure.name, version: beside.adopted.version, currentVersion: beside.framework.currentVersion, xml: beside.own, deviations: await this.deviationsOf(beside) };
  }
  async deviationsOf(beside: Beside): Promise<FrameworkDeviation[]> {
    const { changes, own, base } = await this.adoptions.deviations(beside);
    return changes.map((change) => {
      const known = beside.adopted.reasons.find(({ id }) => id === change.id);
      return { ...changeView([own, base], change), ...(known && { reason: known.reason, byName: this.context.directory.staffName(known.by), at: known.at.toISOString(), isOld: known.value !== valueOf(change) }) };
    });
  }

  async merge(agencyId: string, id: string, code: string, resolutions: Resolutions): Promise<FrameworkMerge> {
    const { beside, theirs, version, merged } = await this.adoptions.merge(agencyId, id, code, resolutions);
    const all = (await Promise.all([beside.own, theirs, beside.base].map(readParts))).map(({ parts }) => parts);
    return {
      code, name: beside.procedure.name, procedureId: beside.procedure._id, from: beside.adopted.version, to: version.version, etag: etagOf(beside.own), xml: merged.xml,
      taken: merged.taken.map((each) => changeView(all, each)), kept: merged.kept.map((each) => changeView(all, each)),
      conflicts: merged.conflicts.map(({ part, base, ours, theirs: other, with: others, ...rest }) => ({
        ...rest, place: placeOf(all, part), with: others.map((key) => placeOf(all, key)),
        ...Object.fromEntries(Object.entries({ base, ours, theirs: other }).flatMap(([side, value]) => (value === undefined ? [] : [[side, valueText(all, part, rest.attribute, value)]]))),
      })),
    };
  }

  /** Of the frameworks that the agency follows. Without a code, which there are to ask about. */
  async rulings(actor: Actor, { code, on }: { code?: string | undefined; on: string }): Promise<FrameworkRulings> {
    const { store } = this.context;
    const adoptions = await store.adoptions.find({ agencyId: actor.agencyId }).lean();
    const ids = adoptions.map(({ frameworkId }) => frameworkId);
    const [frameworks, versions] = await Promise.all([store.frameworks.find({ _id: { $in: ids } }).lean(), store.frameworkVersions.find({ frameworkId: { $in: ids } }).sort({ version: -1 }).lean()]);
    const codes = new Map(versions.flatMap(({ samples }) => samples.map(({ code: each, name }) => [each, name] as const)));
    const said = code === undefined ? [] : await Promise.all(frameworks.map((framework) => this.saidBy(framework, versions, code, on)));
    const titleOf = (id: string) => frameworks.find(({ _id }) => _id === id)?.title ?? { vi: id, en: id };
    return {
      on, code: code ?? '', codes: [...codes].map(([each, name]) => ({ code: each, name })).sort((a, b) => (a.code < b.code ? -1 : 1)),
      rulings: rulingsOn(said.flat(), on).map(({ framework, others, ...rest }) => ({ ...rest, framework: framework.id, title: titleOf(framework.id), version: framework.version ?? '', others: others.map(({ framework: other, ...each }) => ({ ...each, framework: other.id, title: titleOf(other.id) })) })),
    };
  }
  /** The version of the framework that is the latest in force on the day. */
  private async saidBy({ _id, publisher }: FrameworkDoc, versions: readonly FrameworkVersionDoc[], code: string, on: string): Promise<Speaking[]> {
    const version = versions.find((each) => each.frameworkId === _id && each.from <= on && (each.to === undefined || on <= each.to) && !each.withdrawn);
    const sample = version?.samples.find((each) => each.code === code);
    if (!version || !sample) return [];
    const { processes } = await readBpmn(await this.parts.read(sample.part));
    const facts = processes.find(({ procedure }) => procedure)?.procedure;
    return facts ? [{ facts, framework: { id: _id, version: String(version.version), publisher, effectiveFrom: version.from, ...(version.to && { effectiveTo: version.to }), defines: true } }] : [];
  }
}

function changeView(all: readonly Parts[], { part, kind, attribute, before, after }: Change): FrameworkChange {
  return { id: `${part} ${attribute}`, place: placeOf(all, part), change: kind, attribute, ...(before !== undefined && { before: valueText(all, part, attribute, before) }), ...(after !== undefined && { after: valueText(all, part, attribute, after) }) };
}
