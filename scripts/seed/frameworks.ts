/** The frameworks of the library (procedures/frameworks), and a public service unit that has adopted parts of both. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ADOPTING_AGENCY } from '../../engine/framework/localise.js';
import { Adoptions, type Wish } from '../../models/frameworks/adoptions.js';
import { FrameworkBook, type Issue } from '../../models/frameworks/book.js';
import { ProcedureWrites } from '../../models/writes/procedures.js';
import type { Actor } from '../../models/directory.js';
import type { Parts } from '../../server/parts.js';

interface FrameworkFile extends Omit<Issue, 'samples'> {
  id: string; publisher: string; samples: { file: string; agency: string }[];
  next?: { from: string; note: string; changes: { file: string; replace: [string, string][] }[] };
}
/** What the unit has adopted, how it answered, and where it differs from the framework. */
const ADOPTED: readonly (Omit<Wish, 'shares'> & { framework: string })[] = [
  { framework: 'khung-dia-phuong', answers: { cap: 'unit', motCua: true, linhVuc: ['datDai'], noiBo: [] }, codes: ['P13', 'P14', 'P15', 'P16'], departments: { banIso: 'banIsoHoaBinh' } },
  { framework: 'khung-dat-dai', answers: { dangKy: true, dichVu: ['capDoi', 'tachThua'] }, codes: ['P03', 'P04'], departments: { chiNhanhDangKyDatDai: 'phongDangKyHoaBinh' } },
];
const UNIT = 'uyen';
const DEVIATION = { framework: 'khung-dat-dai', code: 'P03', from: '<df:step kind="appraise" limit="3"', to: '<df:step kind="appraise" limit="2.5"', reason: 'Địa bàn nhỏ, hồ sơ đã số hóa nên thẩm định nhanh hơn' };

export async function seedFrameworks({ context }: Parts, folder: string): Promise<void> {
  const { store, directory } = context;
  if (await store.adoptions.exists({})) return;
  const now = () => context.now();
  const [book, writes] = [new FrameworkBook(store, now), new ProcedureWrites(store, context.plans, now, context.words)];
  const files = readdirSync(join(folder, 'frameworks')).sort().map((file) => JSON.parse(readFileSync(join(folder, 'frameworks', file), 'utf8')) as FrameworkFile);
  const publisherOf = (file: FrameworkFile): Actor => known(directory.known(directory.everybodyOf(file.publisher)[0]!._id));
  for (const file of files) await publish(book, publisherOf(file), file, folder, store);
  const adoptions = new Adoptions(context, writes);
  const unit = known(directory.known(UNIT));
  for (const { framework, ...wish } of ADOPTED) await adoptions.adopt(unit, framework, { ...wish, shares: true });
  await deviate(adoptions, writes, unit);
  for (const file of files) if (file.next) await book.amend(publisherOf(file), file.id, { from: file.next.from, note: file.next.note, drawings: file.next.changes.map((each) => changed(folder, each, file.samples)) });
}

async function publish(book: FrameworkBook, publisher: Actor, { id, next: _next, publisher: _publisher, samples, ...issue }: FrameworkFile, folder: string, store: Parts['context']['store']): Promise<void> {
  // A filling that was interrupted goes on.
  if (await store.frameworkVersions.exists({ frameworkId: id, version: 1 })) return;
  await store.frameworks.deleteOne({ _id: id });
  await book.publish(publisher, id, { ...issue, samples: samples.map(({ file, agency }) => ({ agency, xml: read(folder, `${file}.bpmn`), script: read(folder, `${file}.play.json`) })) });
}

async function deviate(adoptions: Adoptions, writes: ProcedureWrites, unit: Actor): Promise<void> {
  const { framework, code, from, to, reason } = DEVIATION;
  const { procedure, own } = await adoptions.beside(unit.agencyId, framework, code);
  await writes.saveDraft(unit, procedure._id, own.replace(from, to), procedure.draft?.etag);
  const { changes } = await adoptions.deviations(await adoptions.beside(unit.agencyId, framework, code));
  await adoptions.explain(unit, framework, code, { ids: changes.map(({ id }) => id), reason });
}

/** With the agency of the sample as the one that adopts it. */
function changed(folder: string, { file, replace }: { file: string; replace: [string, string][] }, samples: FrameworkFile['samples']): string {
  const agency = samples.find((each) => each.file === file)!.agency;
  return replace.reduce((xml, [from, to]) => xml.replace(from, to), read(folder, `${file}.bpmn`)).replaceAll(`agency="${agency}"`, `agency="${ADOPTING_AGENCY}"`);
}
const read = (folder: string, file: string): string => readFileSync(join(folder, file), 'utf8');
function known(actor: Actor | undefined): Actor {
  if (!actor) throw new Error('the sample organisation lacks a person of the frameworks');
  return actor;
}
