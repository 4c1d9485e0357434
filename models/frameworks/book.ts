/** Publishing frameworks: a first version, amended ones, their withdrawal. */
import { createHash } from 'node:crypto';
import { canonicalJson } from '../../engine/graph/canonical.js';
import { compose } from '../../engine/bpmn/parts/compose.js';
import { readParts } from '../../engine/bpmn/parts/merge.js';
import { guidelineProblems, type Guideline, type Words } from '../../engine/framework/guideline.js';
import { generalise, type Followed } from '../../engine/framework/localise.js';
import type { Actor } from '../directory.js';
import { Refusal, wrongField } from '../problem.js';
import { hasRole } from '../rights.js';
import type { FrameworkDoc, FrameworkScope, FrameworkVersionDoc, Sample, SampleForm, TemplateDocument } from '../schemas/framework.js';
import { isDuplicate, type Store } from '../store.js';
import type { BlankForms } from '../writes/blank-forms.js';
import { formTexts } from './forms.js';
import { FrameworkParts } from './parts.js';

/** What somebody may publish: drawings of procedures as sample processes, generalised from the agency that has them. Blank forms of `procedureId` go along. */
export interface Issue {
  title: Words; scope: FrameworkScope; from: string; to?: string | undefined; note?: string | undefined; guideline: Guideline;
  samples: readonly { xml: string; agency: string; script?: string; procedureId?: string }[]; documents: readonly { id: string; name: string; text: string }[];
}
/** `drawings`: texts of sample processes, each for the one with its code; a further code is a further sample. `procedures`: the same from what the publisher has in force. Guideline and documents as before where they are absent. */
export type Amendment = Pick<Issue, 'from' | 'to' | 'note'> & { drawings?: readonly string[] | undefined; procedures?: readonly string[] | undefined; guideline?: Guideline | undefined; documents?: Issue['documents'] | undefined };
/** A framework that somebody makes on a page. */
export type Begun = Omit<Issue, 'samples'> & Pick<Amendment, 'drawings' | 'procedures'>;
/** What is stored of a version, whatever brought it: all parts are kept already. */
export type Content = Pick<FrameworkVersionDoc, 'from' | 'to' | 'note' | 'guideline' | 'samples' | 'documents'>;

export const hashOf = ({ from, to, guideline, samples, documents }: Content): string => createHash('sha256').update(canonicalJson({ from, to, guideline, samples, documents })).digest('hex');

export class FrameworkBook {
  private readonly parts: FrameworkParts;
  /** `forms`: absent where nothing is published that has blank forms. */
  constructor(private readonly store: Store, private readonly now: () => Date, private readonly forms?: BlankForms) { this.parts = new FrameworkParts(store); }

  /** Throws Refusal forbidden, bad-request, framework-exists. */
  async publish(actor: Actor, id: string, issue: Issue): Promise<void> {
    requirePublisher(actor);
    const framework: FrameworkDoc = { _id: id, title: issue.title, publisher: actor.agencyName, agencyId: actor.agencyId, scope: issue.scope, currentVersion: 0 };
    requireSound(issue);
    // All that may be wrong with a drawing is known before the framework is there.
    const content = await this.contentOf(framework, 1, issue);
    try {
      await this.store.frameworks.create(framework);
    } catch (error) {
      if (isDuplicate(error)) throw new Refusal('framework-exists', `there is a framework ${id} already`);
      throw error;
    }
    await this.add(framework, content, actor.id);
  }

  /** As `publish`; its sample processes are drawings sent along and procedures that the publisher has in force. */
  async begin(actor: Actor, id: string, { drawings, procedures, ...issue }: Begun): Promise<void> {
    requirePublisher(actor);
    const texts = await this.textsOf(actor, drawings, procedures);
    return this.publish(actor, id, { ...issue, samples: texts.map((text) => ({ ...text, agency: actor.agencyId })) });
  }

  /** The next version. Throws Refusal unknown-framework, forbidden, bad-request. */
  async amend(actor: Actor, id: string, { from, to, note, drawings, procedures, guideline, documents }: Amendment): Promise<number> {
    const framework = await this.own(actor, id);
    const last = (await this.store.frameworkVersions.findOne({ frameworkId: id }).sort({ version: -1 }).lean())!;
    if (from <= last.from) throw wrongField('from', 'must be later than that of the version before');
    requireSound({ from, to, guideline });
    const followed = followedOf(framework, { version: last.version + 1, from, ...(to !== undefined && { to }) });
    const fresh = await Promise.all((await this.textsOf(actor, drawings, procedures)).map((text) => this.sampleOf({ ...text, agency: actor.agencyId }, followed)));
    const old = last.samples.filter(({ code }) => !fresh.some((each) => each.code === code));
    const kept = await Promise.all(old.map(async (sample) => ({ ...sample, ...await this.sampleOf({ xml: await this.parts.read(sample.part), agency: actor.agencyId }, followed) })));
    const scripted = fresh.map((sample) => ({ ...last.samples.find(({ code }) => code === sample.code), ...sample }));
    return this.add(framework, { guideline: guideline ?? last.guideline, documents: documents ? await this.documentsOf(documents) : last.documents, from, to, note, samples: [...kept, ...scripted].sort((a, b) => (a.code < b.code ? -1 : 1)) }, actor.id);
  }

  /** Its drawings stay with who has adopted them; nobody can adopt it any more. */
  async withdraw(actor: Actor, id: string, version: number, reason: string): Promise<void> {
    await this.own(actor, id);
    const done = await this.store.frameworkVersions.updateOne({ frameworkId: id, version, withdrawn: { $exists: false } }, { $set: { withdrawn: { at: this.now(), by: actor.id, reason } } });
    if (done.matchedCount === 0) throw new Refusal('unknown-version', `${id} has no version ${version} in force`);
  }

  /** `number`: that of its publisher, of one from elsewhere. The version becomes the current one last, so that what the framework names is always there. */
  async add({ _id: frameworkId }: Pick<FrameworkDoc, '_id'>, content: Content, by: string, number?: number): Promise<number> {
    const { from, to, note, guideline, samples, documents } = content;
    const last = await this.store.frameworkVersions.findOne({ frameworkId }).sort({ version: -1 }).lean();
    const version = number ?? (last?.version ?? 0) + 1;
    await this.store.frameworkVersions.create({ _id: `${frameworkId}@${version}`, frameworkId, version, from, ...(to && { to }), ...(note && { note }), at: this.now(), by, hash: hashOf(content), guideline, samples, documents });
    await this.store.frameworks.updateOne({ _id: frameworkId }, { $max: { currentVersion: version } });
    return version;
  }

  private async contentOf(framework: FrameworkDoc, version: number, { from, to, note, guideline, samples, documents }: Issue): Promise<Content> {
    const followed = followedOf(framework, { version, from, ...(to !== undefined && { to }) });
    const kept = await Promise.all(samples.map(async ({ script, ...sample }): Promise<Sample> => ({ ...await this.sampleOf(sample, followed), ...(script !== undefined && { script: await this.parts.keep(script) }) })));
    return { from, ...(to && { to }), ...(note && { note }), guideline, samples: kept, documents: await this.documentsOf(documents) };
  }
  private documentsOf(documents: Issue['documents']): Promise<TemplateDocument[]> {
    return Promise.all(documents.map(async ({ id, name, text }): Promise<TemplateDocument> => ({ id, name, part: await this.parts.keep(text) })));
  }
  private async textsOf(actor: Actor, drawings: readonly string[] = [], procedures: readonly string[] = []): Promise<{ xml: string; procedureId?: string }[]> {
    const own = await this.store.procedures.find({ _id: { $in: [...procedures] }, agencyId: actor.agencyId, currentVersion: { $exists: true } }, { currentVersion: 1 }).lean();
    const versions = await this.store.versions.find({ _id: { $in: own.map(({ _id, currentVersion }) => `${_id}@${currentVersion}`) } }, { procedureId: 1, xml: 1 }).lean();
    const missing = procedures.find((each) => !versions.some(({ procedureId }) => procedureId === each));
    if (missing !== undefined) throw wrongField('procedures', `"${missing}" is not a procedure that the agency has in force`);
    return [...drawings.map((xml) => ({ xml })), ...versions.map(({ xml, procedureId }) => ({ xml, procedureId }))];
  }
  private async sampleOf({ xml, agency, procedureId }: Issue['samples'][number], followed: Followed): Promise<Sample> {
    const { parts, drawn } = await readParts(xml).catch(() => { throw wrongField('drawings', 'has a text that is no BPMN'); });
    const facts = [...parts.values()].find(({ type }) => type === 'df:Procedure');
    if (facts?.values['code'] === undefined) throw wrongField('samples', 'has a drawing without the code of its procedure');
    const forms = procedureId === undefined ? undefined : await this.formsOf(procedureId);
    return { ...(forms && { forms }), code: String(facts.values['code']), name: String(facts.values['name'] ?? facts.values['code']), part: await this.parts.keep(await compose(generalise(parts, agency, followed), drawn)) };
  }

  private async formsOf(procedureId: string): Promise<SampleForm[] | undefined> {
    const texts = this.forms ? await formTexts(this.forms, procedureId) : [];
    return texts.length === 0 ? undefined : Promise.all(texts.map(async ({ name, fileName, text }) => ({ name, fileName, part: await this.parts.keep(text) })));
  }

  private async own(actor: Actor, id: string): Promise<FrameworkDoc> {
    requirePublisher(actor);
    const framework = await this.store.frameworks.findById(id).lean();
    if (!framework) throw new Refusal('unknown-framework', `no framework ${id}`);
    if (framework.agencyId !== actor.agencyId) throw new Refusal('forbidden', 'only its publisher changes a framework');
    return framework;
  }
}

/** Throws Refusal bad-request with every field that is wrong. */
function requireSound({ from, to, guideline }: { from: string; to?: string | undefined; guideline?: Guideline | undefined }): void {
  if (to !== undefined && to < from) throw wrongField('to', 'must not be before the first day');
  const problems = guideline ? guidelineProblems(guideline) : [];
  if (problems.length > 0) throw new Refusal('bad-request', problems.map(({ path, message }) => `${path}: ${message}`).join('; '), { fields: problems.map(({ path, message }) => ({ field: `guideline.${path}`, message })) });
}
function requirePublisher(actor: Actor): void {
  if (!hasRole(actor, 'designer', 'administrator')) throw new Refusal('forbidden', 'only process designers publish frameworks');
}
export function followedOf({ _id, publisher }: FrameworkDoc, { version, from, to }: { version: number; from: string; to?: string }): Followed {
  return { id: _id, version: String(version), publisher, effectiveFrom: from, ...(to && { effectiveTo: to }) };
}
