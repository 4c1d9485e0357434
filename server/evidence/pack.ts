/** The evidence of a declaration of conformity: for each procedure of its scope how it came about, how it is followed and what was done about what was found. */
import { Declarations } from '../../models/conformity/declarations.js';
import type { Actor } from '../../models/directory.js';
import { Refusal } from '../../models/problem.js';
import type { QueryContext } from '../../models/queries/context.js';
import { visibleDossiers, ofAgency } from '../../models/rights.js';
import type { DeclarationDoc, DeclaredProcedure } from '../../models/schemas/conformity.js';
import type { DossierDoc } from '../../models/schemas/dossier.js';
import { ConformityPapers } from '../documents/conformity-papers.js';
import type { Documents } from '../documents/index.js';
import type { QualityReports } from '../documents/quality-reports.js';
import type { Forms } from '../forms/index.js';
import type { SigningKey } from '../signing/key.js';
import type { ZipEntry } from '../zip.js';
import { historyDocument, historyOf } from './history.js';
import { sealed, sha256, type EvidenceFile } from './sealed.js';

/** `part`: packs of a wide scope come in parts, from 1. */
export interface EvidenceWish { samples: number; seed: string; part: number; /** At which citizens reach this server. */ origin: string }
export interface EvidenceContent { agency: string; declaration: number; standard: string; decision: DeclarationDoc['decision']; madeAt: string; madeBy: string; samples: number; seed: string; part: number; parts: number; procedures: DeclaredProcedure[] }
/** What is written in one go is bounded: a paper takes a second at most. */
export const PROCEDURES_OF_PART = 25;
const NEWEST = 50;
const MOST_VERSIONS = 50;
const MOST_RECORDS = 20;
interface Given { context: QueryContext; documents: Documents; forms: Forms; reports: QualityReports; key: () => SigningKey }

export class EvidencePacks {
  private readonly declarations: Declarations;
  private readonly papers: ConformityPapers;
  constructor(private readonly given: Given) {
    this.declarations = new Declarations(given.context);
    this.papers = new ConformityPapers(given.context);
  }

  /** Of the latest declaration. Throws Refusal not-found. */
  async open(actor: Actor, wish: EvidenceWish): Promise<{ name: string; entries: AsyncIterable<ZipEntry> }> {
    const declaration = await this.declarations.latest(actor);
    const parts = Math.ceil((declaration?.procedures.length ?? 0) / PROCEDURES_OF_PART);
    if (!declaration || wish.part > parts) throw new Refusal('not-found', declaration ? `the pack has ${parts} parts` : 'nothing has been declared');
    const { n, standard, decision } = declaration;
    const procedures = declaration.procedures.slice((wish.part - 1) * PROCEDURES_OF_PART, wish.part * PROCEDURES_OF_PART);
    const content: EvidenceContent = { agency: actor.agencyName, declaration: n, standard, decision, madeAt: this.given.context.now().toISOString(), madeBy: actor.name, samples: wish.samples, seed: wish.seed, part: wish.part, parts, procedures };
    return { name: `bang-chung-${n}-${wish.part}`, entries: sealed(content, this.files(actor, declaration, procedures, wish), this.given.key()) };
  }

  private async *files(actor: Actor, declaration: DeclarationDoc, procedures: readonly DeclaredProcedure[], wish: EvidenceWish): AsyncGenerator<EvidenceFile> {
    yield json('declaration/declaration.json', declaration);
    yield { path: 'declaration/declaration.pdf', bytes: (await this.papers.declaration(actor, declaration.n, 'pdf')).bytes };
    for (const procedure of procedures) {
      const folder = `procedures/${safe(procedure.procedureId)}`;
      yield* this.versions(actor, procedure, folder, wish);
      yield* this.samples(actor, procedure, `${folder}/dossiers`, wish);
      yield* this.records(actor, procedure, `${folder}/improvements`);
    }
  }

  private async *versions(actor: Actor, { procedureId, code, name, version }: DeclaredProcedure, folder: string, { origin }: EvidenceWish): AsyncGenerator<EvidenceFile> {
    const { context: { store, directory, now }, documents } = this.given;
    const docs = await store.revisions.find({ procedureId }).sort({ version: -1 }).limit(MOST_VERSIONS).lean();
    const history = docs.map((doc) => historyOf(doc, directory));
    yield json(`${folder}/history.json`, history);
    const { plainPdf } = await import('../documents/plain-pdf.js');
    yield { path: `${folder}/history.pdf`, bytes: await plainPdf(historyDocument(history, { code, name, agency: actor.agencyName, now: now() })) };
    const current = (await store.procedures.findById(procedureId, { currentVersion: 1 }).lean())?.currentVersion ?? version;
    for (const each of new Set([version, current])) {
      const document = await documents.ofProcedure(procedureId, each, 'pdf', origin);
      yield { path: `${folder}/${safe(document.name)}.pdf`, bytes: document.bytes };
    }
  }

  /** Of the newest that have ended, as the seed decides: who knows it finds the same ones. What is personal stands as the person may read it. */
  private async *samples(actor: Actor, { procedureId }: DeclaredProcedure, folder: string, { samples, seed, origin }: EvidenceWish): AsyncGenerator<EvidenceFile> {
    const { context: { store }, forms } = this.given;
    const closed = await store.dossiers.find({ ...visibleDossiers(actor), procedureId, open: false }, { dossierNo: 1, state: 1, version: 1, receivedAt: 1, dueAt: 1, settledAt: 1, endedAt: 1 }).sort({ receivedAt: -1, _id: 1 }).limit(NEWEST).lean<DossierDoc[]>();
    for (const doc of chosen(closed, samples, seed)) {
      const items = await store.workItems.find({ dossierId: doc._id }, { step: 1, departmentId: 1, since: 1, endedAt: 1, status: 1, _id: 0 }).sort({ since: 1 }).lean();
      const { _id, ...facts } = doc;
      yield json(`${folder}/${safe(doc.dossierNo)}.json`, { ...facts, steps: items });
      const slip = await forms.print(actor, _id, '06', 1, origin);
      if (slip) yield { path: `${folder}/${safe(slip.name)}.pdf`, bytes: slip.bytes };
    }
  }

  private async *records(actor: Actor, { procedureId }: DeclaredProcedure, folder: string): AsyncGenerator<EvidenceFile> {
    const { context: { store }, reports } = this.given;
    const found = await store.improvements.find({ agencyId: ofAgency(actor), procedureId }, { _id: 1 }).sort({ openedAt: -1, _id: 1 }).limit(MOST_RECORDS).lean();
    for (const { _id } of found) {
      const { name, bytes } = await reports.improvement(actor, _id);
      yield { path: `${folder}/${safe(name)}.pdf`, bytes };
    }
  }
}

export function chosen<T extends { dossierNo: string }>(docs: readonly T[], n: number, seed: string): T[] {
  const rank = ({ dossierNo }: T): string => sha256(Buffer.from(`${seed}\n${dossierNo}`));
  return [...docs].sort((a, b) => (rank(a) < rank(b) ? -1 : 1)).slice(0, n);
}
const json = (path: string, value: unknown): EvidenceFile => ({ path, bytes: Buffer.from(JSON.stringify(value, null, 1)) });
const safe = (name: string): string => name.replace(/[^\p{L}\p{N}._@-]/gu, '_').replace(/^\.+/, '_');
