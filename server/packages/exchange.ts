/** Frameworks and sets of procedures from one installation to another: made as a signed package, looked at, taken in under ids of their own. */
import { readParts } from '../../engine/bpmn/parts/merge.js';
import { guidelineProblems } from '../../engine/framework/guideline.js';
import { ADOPTING_AGENCY, localise, departmentsIn } from '../../engine/framework/localise.js';
import { compose } from '../../engine/bpmn/parts/compose.js';
import { changesBetween } from '../../engine/merge/changes.js';
import { CalendarAssignments } from '../../models/calendars/assignments.js';
import type { Actor } from '../../models/directory.js';
import { ownProcedureId } from '../../models/frameworks/adoptions.js';
import { FrameworkBook, hashOf, type Content } from '../../models/frameworks/book.js';
import { bytesOf, formTexts } from '../../models/frameworks/forms.js';
import { FrameworkParts, partIdOf } from '../../models/frameworks/parts.js';
import { Refusal } from '../../models/problem.js';
import type { QueryContext } from '../../models/queries/context.js';
import { examine } from '../../models/revisions/examine.js';
import { hasRole } from '../../models/rights.js';
import type { FrameworkDoc, FrameworkVersionDoc } from '../../models/schemas/framework.js';
import { etagOf, type ProcedureWrites } from '../../models/writes/procedures.js';
import type { BlankForms } from '../../models/writes/blank-forms.js';
import type { PackagePreview, ScenarioResult } from '../contract.js';
import type { SigningKey } from '../signing/key.js';
import { open, pack, type Opened, type Part } from './archive.js';
import { checkCalendars, compareCalendars, packCalendars, takeCalendars } from './calendars.js';
import { checkForm, packForms } from './forms.js';
import { played } from './scenarios.js';
import { noteSigner, signerName } from './signers.js';
import { contentOf, type FrameworkContent, type PackageContent } from './content.js';

interface Read extends Opened { content: PackageContent }
type Drawing = PackageContent['samples'][number];
const bad = (message: string): Refusal => new Refusal('bad-package', message);

export class PackageExchange {
  private readonly parts: FrameworkParts;
  private readonly book: FrameworkBook;
  constructor(private readonly context: QueryContext, private readonly procedures: ProcedureWrites, private readonly forms: BlankForms, private readonly key: () => SigningKey) {
    this.parts = new FrameworkParts(context.store);
    this.book = new FrameworkBook(context.store, () => context.now());
  }

  /** The current version. Throws Refusal unknown-framework. */
  async framework(id: string): Promise<Buffer> {
    const { store } = this.context;
    const framework = await store.frameworks.findById(id).lean();
    const version = framework && await store.frameworkVersions.findOne({ frameworkId: id, version: framework.currentVersion }).lean();
    if (!version) throw new Refusal('unknown-framework', `no framework ${id}`);
    const parts: Part[] = [];
    const put = async (path: string, part: string): Promise<string> => { parts.push({ path, text: await this.parts.read(part) }); return path; };
    const samples = await Promise.all(version.samples.map(async ({ code, name, part, script, forms }) => ({
      code, name, part: await put(`parts/drawings/${code}.bpmn`, part), ...(script && { script: await put(`parts/scenarios/${code}.play.json`, script) }),
      ...(forms && { forms: await Promise.all(forms.map(async (form, n) => ({ ...form, part: await put(`parts/forms/${code}-${n + 1}.b64`, form.part) }))) }),
    })));
    const documents = await Promise.all(version.documents.map(async (each) => ({ id: each.id, name: each.name, part: await put(`parts/documents/${each.id}.txt`, each.part) })));
    const { title, publisher, scope, originId } = framework;
    const timed = await this.calendarsOf(parts.filter(({ path }) => path.endsWith('.bpmn')).map(({ text }) => text));
    return pack({ kind: 'framework', id: originId ?? id, title, publisher, scope, version: version.version, from: version.from, ...(version.to && { to: version.to }), ...(version.note && { note: version.note }), guideline: version.guideline as FrameworkContent['guideline'], samples, documents, ...timed.named } satisfies FrameworkContent, [...parts, ...timed.parts], this.key());
  }

  /** Published versions of procedures. Throws Refusal unknown-procedure. */
  async set(actor: Actor, ids: readonly string[]): Promise<Buffer> {
    const { store } = this.context;
    const read = await Promise.all([...new Set(ids)].map(async (id, n) => {
      const procedure = await store.procedures.findById(id).lean();
      const version = procedure && await store.versions.findOne({ procedureId: id, version: procedure.currentVersion ?? 0 }).lean();
      if (!version) throw new Refusal('unknown-procedure', `no procedure ${id} with a published version`);
      // Two agencies may have a procedure of the same code.
      const named = `${procedure.code}.${n + 1}`;
      const { forms, parts } = packForms(await formTexts(this.forms, id), named);
      return { code: procedure.code, name: procedure.name, ...(forms.length > 0 && { forms }), parts, part: `parts/drawings/${named}.bpmn`, text: version.xml.replaceAll(`agency="${procedure.agencyId}"`, `agency="${ADOPTING_AGENCY}"`) };
    }));
    const title = { vi: `Quy trình của ${actor.agencyName}`, en: `Procedures of ${actor.agencyName}` };
    const timed = await this.calendarsOf(read.map(({ text }) => text));
    const samples = read.map(({ text: _text, parts: _parts, ...each }) => each);
    return pack({ kind: 'procedures', title, publisher: actor.agencyName, samples, ...timed.named } satisfies PackageContent, [...read.flatMap(({ part, text, parts }) => [{ path: part, text }, ...parts]), ...timed.parts], this.key());
  }
  private async calendarsOf(drawings: readonly string[]): Promise<{ named: Pick<PackageContent, 'calendars'>; parts: Part[] }> {
    const { calendars, parts } = await packCalendars(this.context.calendars, drawings);
    return { named: calendars.length > 0 ? { calendars } : {}, parts };
  }

  async preview(actor: Actor, bytes: Buffer): Promise<PackagePreview> {
    const read = await this.read(bytes);
    const signer = read.fingerprint === this.key().fingerprint ? undefined : await signerName(this.context, read.fingerprint);
    const isKnown = read.fingerprint === this.key().fingerprint || signer !== undefined;
    const { kind, title, publisher, samples } = read.content;
    const calendars = await compareCalendars(this.context.calendars, read.content.calendars ?? [], read.parts);
    const common = { fingerprint: read.fingerprint, isKnown, ...(signer !== undefined && { signer }), title, publisher, calendars, scenarios: samples.filter(({ script }) => script !== undefined).length };
    if (kind === 'procedures') return { ...common, kind, state: 'new', documents: formsIn(samples).map(({ name }) => ({ name, state: 'added' as const })), drawings: await this.drafts(actor, read) };
    return { ...common, kind, ...await this.compared(read as Read & { content: FrameworkContent }) };
  }

  private async drafts(actor: Actor, read: Read): Promise<PackagePreview['drawings']> {
    const drawings: PackagePreview['drawings'] = [];
    for (const drawing of read.content.samples) {
      const procedureId = await ownProcedureId(this.context.store, { code: drawing.code, agencyId: actor.agencyId, taken: drawings.map((each) => each.procedureId) });
      drawings.push({ code: drawing.code, name: drawing.name, state: 'added', changes: 0, procedureId, ...await scenario(drawing, read) });
    }
    return drawings;
  }

  /** `fingerprint`: of the key that was looked at. Throws Refusal forbidden, bad-package. */
  async take(actor: Actor, bytes: Buffer, fingerprint: string): Promise<PackagePreview> {
    if (!hasRole(actor, 'designer', 'administrator')) throw new Refusal('forbidden', 'only process designers import packages');
    const preview = await this.preview(actor, bytes);
    if (preview.fingerprint !== fingerprint) throw bad('it is signed with another key than the one that was looked at');
    if (preview.state === 'older') throw bad(`version ${String(preview.version)} is older than the one that is here`);
    if (preview.state === 'conflicting') throw bad(`version ${String(preview.version)} is here already with other content`);
    const read = await this.read(bytes);
    const { calendars: packed = [], publisher } = read.content;
    await takeCalendars(this.context.calendars, new CalendarAssignments(this.context), { actor, packed, parts: read.parts, seen: preview.calendars, publisher });
    if (read.content.kind === 'procedures') for (const [n, drawing] of read.content.samples.entries()) await this.draft(actor, preview.drawings[n]!.procedureId!, drawing, read.parts);
    else if (preview.state !== 'same') await this.store(actor, preview.id!, read as Read & { content: FrameworkContent });
    if (!preview.isKnown || preview.signer !== undefined) await noteSigner(this.context, fingerprint, { name: preview.signer ?? publisher, actor });
    return preview;
  }

  /** Verified, of a known shape, and with drawings that can be read. */
  private async read(bytes: Buffer): Promise<Read> {
    const opened = open(bytes);
    const content = contentOf(opened.content);
    const named = [...content.samples.flatMap(({ part, script, forms = [] }) => [part, ...(script === undefined ? [] : [script]), ...forms.map((form) => form.part)]), ...(content.kind === 'framework' ? content.documents.map(({ part }) => part) : []), ...(content.calendars ?? []).map(({ part }) => part)];
    const missing = named.find((path) => !opened.parts.has(path));
    if (missing !== undefined) throw bad(`part ${missing} is missing`);
    for (const drawing of content.samples) await readable(drawing, opened.parts.get(drawing.part)!);
    for (const form of content.samples.flatMap(({ forms = [] }) => forms)) await checkForm(form, opened.parts.get(form.part)!);
    checkCalendars(content.calendars ?? [], opened.parts);
    const [problem] = content.kind === 'framework' ? guidelineProblems(content.guideline) : [];
    if (problem) throw bad(`manifest.json: content.guideline.${problem.path}: ${problem.message}`);
    return { ...opened, content };
  }

  private async compared(read: Read & { content: FrameworkContent }): Promise<Pick<PackagePreview, 'id' | 'version' | 'from' | 'currentVersion' | 'state' | 'drawings' | 'documents'>> {
    const { content, parts, fingerprint } = read;
    const known = await this.known(content.id, fingerprint);
    const current = known && await this.context.store.frameworkVersions.findOne({ frameworkId: known._id, version: known.currentVersion }).lean();
    const stateOf = (before: { part: string } | undefined, text: string) => (!before ? 'added' as const : before.part === partIdOf(text) ? 'same' as const : 'changed' as const);
    const drawings = await Promise.all(content.samples.map(async (drawing) => {
      const { code, name, part } = drawing;
      const [before, text] = [current?.samples.find((each) => each.code === code), parts.get(part)!];
      return { code, name, state: stateOf(before, text), changes: before && before.part !== partIdOf(text) ? changesBetween((await readParts(await this.parts.read(before.part))).parts, (await readParts(text)).parts).length : 0, ...await scenario(drawing, read) };
    }));
    const gone = (current?.samples ?? []).filter(({ code }) => !content.samples.some((each) => each.code === code)).map(({ code, name }) => ({ code, name, state: 'removed' as const, changes: 0 }));
    const documents = content.documents.map(({ id, name, part }) => ({ name, state: stateOf(current?.documents.find((each) => each.id === id), parts.get(part)!) }));
    const goneDocuments = (current?.documents ?? []).filter(({ id }) => !content.documents.some((each) => each.id === id)).map(({ name }) => ({ name, state: 'removed' as const }));
    const [forms, formsBefore] = [formsIn(content.samples), formsIn(current?.samples ?? [])];
    const formsNow = forms.map(({ name, part }) => ({ name, state: stateOf(formsBefore.find((each) => each.name === name), parts.get(part)!) }));
    const goneForms = formsBefore.filter(({ name }) => !forms.some((each) => each.name === name)).map(({ name }) => ({ name, state: 'removed' as const }));
    return {
      id: known?._id ?? await this.freeFrameworkId(content.id, fingerprint), version: content.version, from: content.from, ...(current && { currentVersion: current.version }), state: stateBeside(current, content, parts),
      drawings: [...drawings, ...gone], documents: [...documents, ...goneDocuments, ...formsNow, ...goneForms],
    };
  }
  /** The same framework is the one that was made under the same id by the holder of the same key. */
  private async known(id: string, fingerprint: string): Promise<FrameworkDoc | undefined> {
    const own = fingerprint === this.key().fingerprint ? await this.context.store.frameworks.findOne({ _id: id, origin: { $exists: false } }).lean() : null;
    return own ?? (await this.context.store.frameworks.findOne({ origin: fingerprint, originId: id }).lean()) ?? undefined;
  }
  private async freeFrameworkId(id: string, fingerprint: string): Promise<string> {
    return (await this.context.store.frameworks.exists({ _id: id })) ? `${id}.${fingerprint.slice(0, 12)}` : id;
  }

  private async store(actor: Actor, id: string, { content, parts, fingerprint }: Read & { content: FrameworkContent }): Promise<void> {
    const kept = [...parts].filter(([path]) => !content.calendars?.some(({ part }) => part === path));
    for (const [, text] of kept) await this.parts.keep(text);
    const framework: FrameworkDoc = { _id: id, title: content.title, publisher: content.publisher, origin: fingerprint, originId: content.id, scope: content.scope, currentVersion: 0 };
    await this.context.store.frameworks.updateOne({ _id: id }, { $setOnInsert: framework }, { upsert: true });
    await this.book.add(framework, contentIn(content, parts), actor.id, content.version);
  }
  private async draft(actor: Actor, procedureId: string, { part, forms = [] }: Drawing, packed: Read['parts']): Promise<void> {
    const { parts, drawn } = await readParts(packed.get(part)!);
    const own = this.context.directory.departmentsOf(actor.agencyId).map(({ _id }) => _id);
    const departments = Object.fromEntries(departmentsIn(parts).filter(({ id }) => own.includes(id)).map(({ id }) => [id, id]));
    const xml = await compose(localise(parts, actor.agencyId, departments), drawn);
    const { root } = await examine(xml);
    await this.procedures.insert(procedureId, actor.agencyId, root, { xml, etag: etagOf(xml), savedAt: this.context.now(), savedBy: actor.id });
    for (const form of forms) await this.forms.put(actor, procedureId, { name: form.name, fileName: form.fileName, bytes: bytesOf(packed.get(form.part)!) });
  }
}

function contentIn({ from, to, note, guideline, samples, documents }: FrameworkContent, parts: ReadonlyMap<string, string>): Content {
  const idOf = (path: string): string => partIdOf(parts.get(path)!);
  return {
    from, ...(to && { to }), ...(note && { note }), guideline: guideline as Content['guideline'],
    samples: samples.map(({ code, name, part, script, forms }) => ({ code, name, part: idOf(part), ...(script !== undefined && { script: idOf(script) }), ...(forms && forms.length > 0 && { forms: forms.map((form) => ({ ...form, part: idOf(form.part) })) }) })), documents: documents.map(({ id, name, part }) => ({ id, name, part: idOf(part) })),
  };
}
/** A form is known by the procedure and the name that it has there. */
function formsIn(samples: readonly { code: string; forms?: readonly { name: string; part: string }[] | undefined }[]): { name: string; part: string }[] {
  return samples.flatMap(({ code, forms = [] }) => forms.map(({ name, part }) => ({ name: `${code}: ${name}`, part })));
}
function stateBeside(current: FrameworkVersionDoc | null | undefined, content: FrameworkContent, parts: ReadonlyMap<string, string>): PackagePreview['state'] {
  if (!current) return 'new';
  if (content.version !== current.version) return content.version > current.version ? 'newer' : 'older';
  return hashOf(contentIn(content, parts)) === current.hash ? 'same' : 'conflicting';
}
async function scenario({ part, script }: Drawing, { parts }: Read): Promise<{ scenario?: ScenarioResult }> {
  return script === undefined ? {} : { scenario: await played(parts.get(part)!, parts.get(script)!) };
}
async function readable({ code, part }: Drawing, text: string): Promise<void> {
  const { root, errors } = await examine(text, part);
  if (errors[0]) throw bad(`${part}: ${errors[0].message}`);
  if (root?.procedure?.code !== code) throw bad(`${part}: is not a drawing of ${code}`);
}
