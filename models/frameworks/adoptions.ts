/** An agency follows a framework: what it takes of it becomes drafts of its procedures; where it deviates it says why; a new version is merged. */
import { compose } from '../../engine/bpmn/parts/compose.js';
import { mergeDrawings, readParts, type MergedDrawing } from '../../engine/bpmn/parts/merge.js';
import { answerProblems, type Answers } from '../../engine/framework/guideline.js';
import { departmentsIn, localise, withFramework } from '../../engine/framework/localise.js';
import { changesBetween, type Change } from '../../engine/merge/changes.js';
import type { Parts } from '../../engine/merge/parts.js';
import type { Resolutions } from '../../engine/merge/three-way.js';
import type { Actor, Directory } from '../directory.js';
import { fold } from '../fold.js';
import { Refusal, wrongField } from '../problem.js';
import { hasRole } from '../rights.js';
import { adoptionId, type AdoptedProcedure, type AdoptionDoc, type FrameworkDoc, type FrameworkVersionDoc, type Sample } from '../schemas/framework.js';
import type { ProcedureDoc } from '../schemas/procedure.js';
import type { Store } from '../store.js';
import { examine } from '../revisions/examine.js';
import { etagOf, type ProcedureWrites } from '../writes/procedures.js';
import { followedOf } from './book.js';
import type { BlankForms } from '../writes/blank-forms.js';
import { putForms } from './forms.js';
import { FrameworkParts } from './parts.js';

/** A free one for the agency's own procedure that begins from one of elsewhere. `taken`: by others that are not stored yet. */
export async function ownProcedureId({ procedures }: Pick<Store, 'procedures'>, { code, agencyId, taken = [] }: { code: string; agencyId: string; taken?: readonly (string | undefined)[] }): Promise<string> {
  const wished = `${code.replaceAll('.', '-')}-${agencyId}`;
  for (let n = 1; ; n += 1) {
    const id = n === 1 ? wished : `${wished}-${n}`;
    if (!taken.includes(id) && !(await procedures.exists({ _id: id }))) return id;
  }
}

export interface Wish { answers: Answers; codes: readonly string[]; shares: boolean; departments?: Readonly<Record<string, string>> | undefined }
/** The drawing of the agency beside that of the framework, both as the agency's. `own` is the draft, where there is one. */
export interface Beside { adopted: AdoptedProcedure; framework: FrameworkDoc; procedure: ProcedureDoc; own: string; base: string }
export interface Deviation extends Change { id: string }

export class Adoptions {
  private readonly parts: FrameworkParts;
  constructor(private readonly given: { store: Store; directory: Directory; now(): Date }, private readonly procedures: ProcedureWrites, private readonly forms?: BlankForms) { this.parts = new FrameworkParts(given.store); }

  /** Takes the current version as a whole or in part; what was adopted before stays. Throws Refusal forbidden, unknown-framework, bad-request, framework-withdrawn. */
  async adopt(actor: Actor, frameworkId: string, { answers, codes, shares, departments }: Wish): Promise<void> {
    requireDesigner(actor);
    const { store, now } = this.given;
    const { framework, version } = await this.current(frameworkId);
    if (version.withdrawn) throw new Refusal('framework-withdrawn', `version ${version.version} of ${frameworkId} is withdrawn`);
    const [wrong] = answerProblems(version.guideline, answers);
    if (wrong) throw wrongField(wrong.path, wrong.message);
    const unknown = codes.find((code) => !version.samples.some((sample) => sample.code === code));
    if (unknown !== undefined) throw wrongField('codes', `names ${unknown}, which is no sample process of the framework`);
    const before = await this.of(actor.agencyId, frameworkId);
    const fresh = version.samples.filter(({ code }) => codes.includes(code) && !before?.procedures.some((each) => each.code === code));
    const adopted: AdoptedProcedure[] = [];
    for (const sample of fresh) adopted.push(await this.take(actor, { framework, version, sample, wished: departments ?? {} }));
    const set: Partial<AdoptionDoc> = { agencyId: actor.agencyId, frameworkId, version: version.version, hash: version.hash, answers, shares, at: now(), by: actor.id };
    await store.adoptions.updateOne({ _id: adoptionId(actor.agencyId, frameworkId) }, { $set: set, $push: { procedures: { $each: adopted } } }, { upsert: true });
  }

  /** A procedure of that code which the agency has already is followed from now on as it is: it deviates where it differs. */
  private async take(actor: Actor, { framework, version, sample, wished }: { framework: FrameworkDoc; version: FrameworkVersionDoc; sample: Sample; wished: Readonly<Record<string, string>> }): Promise<AdoptedProcedure> {
    const { parts, drawn } = await readParts(await this.parts.read(sample.part));
    const departments = departmentsIn(parts).map((each) => ({ sample: each.id, own: this.departmentFor(actor, each, wished) }));
    const known = await this.given.store.procedures.findOne({ agencyId: actor.agencyId, code: sample.code }).lean();
    const procedureId = known?._id ?? await ownProcedureId(this.given.store, { code: sample.code, agencyId: actor.agencyId });
    if (!known) {
      const xml = await compose(localise(parts, actor.agencyId, mapOf(departments), followedOf(framework, version)), drawn);
      const { root } = await examine(xml);
      await this.procedures.insert(procedureId, actor.agencyId, root, { xml, etag: etagOf(xml), savedAt: this.given.now(), savedBy: actor.id });
      if (this.forms) await putForms(this.forms, this.parts, { actor, procedureId, given: sample.forms ?? [] });
    }
    return { code: sample.code, procedureId, version: version.version, part: sample.part, departments, reasons: [] };
  }
  /** As wished, else of the same id, of nearly the same name, the desk for the desk; otherwise as in the sample, for the designer to say. */
  private departmentFor(actor: Actor, { id, name, oneStop }: { id: string; name: string; oneStop: boolean }, wished: Readonly<Record<string, string>>): string {
    const own = this.given.directory.departmentsOf(actor.agencyId).filter(({ _id }) => !this.given.directory.hasEnded(_id));
    if (wished[id] !== undefined) {
      if (!own.some(({ _id }) => _id === wished[id])) throw wrongField(`departments.${id}`, 'is no department of the agency');
      return wished[id];
    }
    const folded = fold(name);
    const found = own.find(({ _id }) => _id === id) ?? own.find((each) => fold(each.name).includes(folded) || folded.includes(fold(each.name))) ?? (oneStop ? own.find((each) => each.oneStop) : undefined);
    return found?._id ?? id;
  }

  /** Throws Refusal unknown-framework, unknown-procedure. */
  async beside(agencyId: string, frameworkId: string, code: string): Promise<Beside> {
    const { store } = this.given;
    const [{ framework }, adoption] = await Promise.all([this.current(frameworkId), this.of(agencyId, frameworkId)]);
    const adopted = adoption?.procedures.find((each) => each.code === code);
    const procedure = adopted && await store.procedures.findById(adopted.procedureId).lean();
    if (!procedure) throw new Refusal('unknown-procedure', `${code} of ${frameworkId} is not adopted`);
    const current = procedure.draft ? undefined : await store.versions.findOne({ procedureId: procedure._id, version: procedure.currentVersion ?? 0 }).lean();
    const base = await this.asOwn(framework, adopted, await this.versionOf(frameworkId, adopted.version), agencyId);
    return { adopted, framework, procedure, base, own: procedure.draft?.xml ?? current?.xml ?? base };
  }

  async deviations(beside: Beside): Promise<{ changes: Deviation[]; own: Parts; base: Parts }> {
    const [own, base] = (await Promise.all([beside.own, beside.base].map(readParts))).map(({ parts }) => unstamped(parts, beside.framework._id)) as [Parts, Parts];
    return { own, base, changes: changesBetween(base, own).map((change) => ({ ...change, id: `${change.part} ${change.attribute}` })) };
  }

  /** The reason of each deviation named. Throws Refusal bad-request where one of them is none. */
  async explain(actor: Actor, frameworkId: string, code: string, { ids, reason }: { ids: readonly string[]; reason: string }): Promise<void> {
    requireDesigner(actor);
    const beside = await this.beside(actor.agencyId, frameworkId, code);
    const { changes } = await this.deviations(beside);
    const missing = ids.find((id) => !changes.some((change) => change.id === id));
    if (missing !== undefined) throw wrongField('ids', `names ${missing}, where nothing deviates`);
    const reasons = [
      ...beside.adopted.reasons.filter(({ id }) => !ids.includes(id)),
      ...ids.map((id) => ({ id, value: valueOf(changes.find((change) => change.id === id)!), reason, by: actor.id, at: this.given.now() })),
    ];
    await this.change(actor.agencyId, frameworkId, code, { 'procedures.$.reasons': reasons });
  }

  /** What the current version of the framework would make of the agency's drawing. */
  async merge(agencyId: string, frameworkId: string, code: string, resolutions: Resolutions): Promise<{ beside: Beside; theirs: string; version: FrameworkVersionDoc; merged: MergedDrawing }> {
    const beside = await this.beside(agencyId, frameworkId, code);
    const { version } = await this.current(frameworkId);
    const sample = version.samples.find((each) => each.code === code);
    if (!sample) throw new Refusal('unknown-procedure', `version ${version.version} of ${frameworkId} has no ${code}`);
    const theirs = await this.asOwn(beside.framework, { ...beside.adopted, part: sample.part }, version, agencyId);
    // Which version is followed is not for the sides to agree on: it is the new one.
    const [base, own] = await Promise.all([beside.base, beside.own].map(async (xml) => {
      const { parts, drawn } = await readParts(xml);
      return compose(withFramework(parts, followedOf(beside.framework, version), false), drawn);
    })) as [string, string];
    return { beside, theirs, version, merged: await mergeDrawings(base, own, theirs, resolutions) };
  }

  /** The merged drawing becomes the draft. Throws Refusal undecided while a conflict is, stale-draft, in-review. */
  async takeOver(actor: Actor, frameworkId: string, code: string, { resolutions, etag }: { resolutions: Resolutions; etag: string }): Promise<string> {
    requireDesigner(actor);
    const { beside, version, merged } = await this.merge(actor.agencyId, frameworkId, code, resolutions);
    const open = merged.conflicts.filter(({ decided }) => !decided);
    if (open.length > 0) throw new Refusal('undecided', `${open.length} conflicts are not decided`, { problems: open.map(({ id }) => ({ id })) });
    if (etagOf(beside.own) !== etag) throw new Refusal('stale-draft', 'the drawing was saved by somebody else meanwhile');
    await this.procedures.saveDraft(actor, beside.procedure._id, merged.xml, beside.procedure.draft?.etag);
    const sample = version.samples.find((each) => each.code === code)!;
    await this.change(actor.agencyId, frameworkId, code, { 'procedures.$.version': version.version, 'procedures.$.part': sample.part, version: version.version, hash: version.hash });
    return beside.procedure._id;
  }

  async current(frameworkId: string): Promise<{ framework: FrameworkDoc; version: FrameworkVersionDoc }> {
    const framework = await this.given.store.frameworks.findById(frameworkId).lean();
    if (!framework) throw new Refusal('unknown-framework', `no framework ${frameworkId}`);
    return { framework, version: await this.versionOf(frameworkId, framework.currentVersion) };
  }
  async of(agencyId: string, frameworkId: string): Promise<AdoptionDoc | undefined> {
    return (await this.given.store.adoptions.findById(adoptionId(agencyId, frameworkId)).lean()) ?? undefined;
  }
  private async versionOf(frameworkId: string, version: number): Promise<FrameworkVersionDoc> {
    const found = await this.given.store.frameworkVersions.findOne({ frameworkId, version }).lean();
    if (!found) throw new Refusal('unknown-version', `${frameworkId} has no version ${version}`);
    return found;
  }
  private async asOwn(framework: FrameworkDoc, { part, departments }: Pick<AdoptedProcedure, 'part' | 'departments'>, version: FrameworkVersionDoc, agencyId: string): Promise<string> {
    const { parts, drawn } = await readParts(await this.parts.read(part));
    return compose(localise(parts, agencyId, mapOf(departments), followedOf(framework, version)), drawn);
  }
  private async change(agencyId: string, frameworkId: string, code: string, set: Record<string, unknown>): Promise<void> {
    await this.given.store.adoptions.updateOne({ _id: adoptionId(agencyId, frameworkId), 'procedures.code': code }, { $set: set });
  }
}

const mapOf = (departments: AdoptedProcedure['departments']): Record<string, string> => Object.fromEntries(departments.map(({ sample, own }) => [sample, own]));
/** Which framework is followed is no deviation from it. */
const unstamped = (parts: Parts, frameworkId: string): Parts => new Map([...parts].filter(([, part]) => part.type !== 'df:Framework' || part.values['id'] !== frameworkId));
/** By which a reason is known to be for what stands there now, on both sides. */
export const valueOf = ({ kind, before, after }: Change): string => (kind === 'changed' ? `${String(before ?? '')} → ${String(after ?? '')}` : kind);

function requireDesigner(actor: Actor): void {
  if (!hasRole(actor, 'designer', 'administrator')) throw new Refusal('forbidden', 'only process designers adopt frameworks');
}
