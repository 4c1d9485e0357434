/** The other documents of the quality system: written, put forward, commented on, approved, announced, read. */
import { pipeline } from 'node:stream/promises';
import { Router, type Response } from 'express';
import type { Actor } from '../../models/directory.js';
import type { QualityDocuments } from '../../models/documents/documents.js';
import { MOST_BYTES_OF_DOCUMENT, type DocumentFiles } from '../../models/documents/files.js';
import type { ObjectiveFigures } from '../../models/documents/objectives.js';
import type { Reading } from '../../models/documents/reading.js';
import type { DocumentQueries } from '../../models/queries/documents.js';
import type { ReviewComments } from '../../models/revisions/comments.js';
import type { DocumentRevisionDoc } from '../../models/schemas/quality-document.js';
import { listOf, media, one, PDF, XLSX } from '../http/answers.js';
import type { QualityDocumentFiles } from '../documents/quality-document.js';
import { originOf } from '../http/origin.js';
import { declare, route } from '../http/route.js';
import { filled, page, pageSize, z } from '../http/validate.js';
import { richText } from '../rich-text.js';
import { documentTable } from '../tables/documents.js';
import { MOST_ROWS, workbookOf } from '../tables/workbook.js';
import { dateOnly } from '../i18n.js';
import { announcement, answer, approval, comment, note, reason, resolved } from './revisions.js';
import { sendXlsx } from './tables.js';

const kind = z.enum(['policy', 'objectives', 'manual', 'systemProcedure', 'instruction', 'form', 'other']);
const seq = z.coerce.number().int().min(0);
const yesNo = z.enum(['true', 'false']).transform((value) => value === 'true').optional();
const objective = z.strictObject({ text: filled(1_000), measure: z.enum(['onTimeShare', 'earlyShare', 'meanHours', 'supplementShare', 'resolved', 'satisfaction']), target: z.number().min(0).max(10_000_000), year: z.number().int().min(2000).max(2200) })
  .refine(({ measure, target }) => target <= (measure.endsWith('Share') ? 1 : measure === 'satisfaction' ? 5 : target), { path: ['target'], message: 'a share is at most 1, satisfaction at most 5' });
const created = z.strictObject({ kind, code: filled(60), title: filled(300) });
const draft = z.strictObject({ seq: z.number().int().min(0), title: filled(300), concerned: z.array(z.string().min(1).max(200)).max(200), text: richText.optional(), objectives: z.array(objective).max(50).optional() });

const WRITERS = ['designer', 'qmsOfficer', 'administrator'] as const;
const doc = '/documents/:id';
const at = `${doc}/revisions/:version`;
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const FILE = media('application/pdf', DOCX, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
const reads = { method: 'get', who: 'signedIn', scope: 'procedures:read' } as const;
const writes = { who: WRITERS, scope: 'procedures:write', answers: { 200: one('DocumentView') } } as const;
const act = { method: 'post', who: 'signedIn', scope: 'procedures:write', answers: { 200: one('DocumentRevisionView') } } as const;
const known = ['unknown-document', 'unknown-version'] as const;
const problems = [...known, 'wrong-state', 'stale', 'forbidden'] as const;
const drafting = ['unknown-document', 'stale-draft', 'in-review', 'bad-request'] as const;
export const DOCUMENTS = declare('documents', {
  list: { ...reads, path: '/documents', summary: 'Documents of the quality system', query: z.strictObject({ kind: kind.optional(), toRead: yesNo, page, pageSize }), answers: { 200: one('DocumentList') } },
  table: { ...reads, path: '/tables/documents.xlsx', summary: 'The list of internal documents, for Excel', query: z.strictObject({ kind: kind.optional() }), exports: true, answers: { 200: XLSX } },
  create: { ...writes, method: 'post', path: '/documents', summary: 'Begins a document', body: created, answers: { 201: one('DocumentView') }, problems: ['document-exists'] },
  view: { ...reads, path: doc, summary: 'A document, its versions and its draft', answers: { 200: one('DocumentView') }, problems: ['unknown-document'] },
  draft: { ...writes, method: 'put', path: `${doc}/draft`, summary: 'Saves the draft', body: draft, problems: drafting },
  putFile: {
    ...writes, method: 'put', path: `${doc}/draft/file`, summary: 'Puts a file in the place of the draft\'s text', query: z.strictObject({ seq, name: filled(200) }),
    body: { media: ['application/octet-stream'], largest: MOST_BYTES_OF_DOCUMENT }, problems: [...drafting, 'file-refused', 'file-too-large'],
  },
  draftFile: { ...reads, who: WRITERS, path: `${doc}/draft/file`, summary: 'The file of the draft', answers: { 200: FILE }, problems: ['unknown-document', 'unknown-file'] },
  submit: { ...act, who: WRITERS, path: `${doc}/revisions`, summary: 'Puts the draft forward for review and approval', body: note, answers: { 201: one('DocumentRevisionView') }, problems: ['unknown-document', 'no-draft', 'bad-data', 'in-review', 'published-meanwhile', 'stale'] },
  revision: { ...reads, path: at, summary: 'A version of a document', answers: { 200: one('DocumentRevisionView') }, problems: known },
  file: { ...reads, path: `${at}/file`, summary: 'The file of a version', answers: { 200: FILE }, problems: [...known, 'unknown-file'] },
  pdf: { ...reads, path: `${at}/document.pdf`, summary: 'A version with its cover, to print, signed once it is announced', answers: { 200: PDF }, problems: known },
  docx: { ...reads, path: `${at}/document.docx`, summary: 'The same for a word processor', answers: { 200: media(DOCX) }, problems: known },
  objectives: { ...reads, path: `${at}/objectives`, summary: 'What has become of the objectives', answers: { 200: listOf('ObjectiveProgress') }, problems: known },
  readers: { ...reads, who: ['head', 'leader', 'manager', 'qmsOfficer', 'administrator'], path: `${at}/readers`, summary: 'Who has read it and who has not', query: z.strictObject({ read: yesNo, page, pageSize }), answers: { 200: one('DocumentReaders') }, problems: known },
  read: { ...act, path: `${at}/read`, summary: 'Says that one has read and understood it', body: z.strictObject({}), problems: [...known, 'wrong-state', 'forbidden'] },
  approve: { ...act, path: `${at}/approve`, summary: 'Gives the next approval that the rules ask for', body: approval, problems: [...problems, 'four-eyes', 'open-comments'] },
  sendBack: { ...act, path: `${at}/return`, summary: 'Sends a version back to its author', body: reason, problems },
  announce: { ...act, path: `${at}/announce`, summary: 'Announces a version by a decision, in force from a day', body: announcement, problems: [...problems, 'bad-request'] },
  withdraw: { ...act, path: `${at}/withdraw`, summary: 'Withdraws a version', body: reason, problems },
  comment: { ...act, path: `${at}/comments`, summary: 'Comments on a version in review', body: comment, problems: [...problems, 'too-many-comments'] },
  answer: { ...act, path: `${at}/comments/:comment/answers`, summary: 'Answers a comment', body: answer, problems: [...problems, 'unknown-comment', 'too-many-comments'] },
  resolve: { ...act, path: `${at}/comments/:comment/resolve`, summary: 'Says that a comment is resolved, or that it is not', body: resolved, problems: [...problems, 'unknown-comment'] },
});

export interface DocumentParts { queries: DocumentQueries; documents: QualityDocuments; files: DocumentFiles; reading: Reading; objectives: ObjectiveFigures; prints: QualityDocumentFiles; comments: ReviewComments<DocumentRevisionDoc>; now(): Date }
// What is no number is no version.
const no = (version: string): number => Number(version) || 0;

export function documentRoutes(parts: DocumentParts): Router {
  const router = Router();
  writing(router, parts);
  showing(router, parts);
  living(router, parts);
  return router;
}

function writing(router: Router, { queries, documents, files }: DocumentParts): void {
  const tell = async (actor: Actor, id: string, res: Response, status = 200): Promise<void> => { res.status(status).json(await queries.view(actor, id)); };
  route(router, DOCUMENTS.create, async ({ actor, body }, res) => { await tell(actor, (await documents.create(actor, body))._id, res, 201); });
  route(router, DOCUMENTS.view, async ({ actor, params: { id } }, res) => { await tell(actor, id, res); });
  route(router, DOCUMENTS.draft, async ({ actor, params: { id }, body }, res) => {
    await documents.saveDraft(actor, id, body);
    await tell(actor, id, res);
  });
  route(router, DOCUMENTS.putFile, async ({ actor, params: { id }, query, body: bytes }, res) => {
    await files.put(actor, id, { ...query, bytes });
    await tell(actor, id, res);
  });
  route(router, DOCUMENTS.draftFile, async ({ actor, params: { id } }, res) => { await sendFile(await files.openDraft(actor, id), res); });
  route(router, DOCUMENTS.submit, async ({ actor, params: { id }, body }, res) => {
    const { version } = await documents.submit(actor, id, body.note);
    res.status(201).json(await queries.revision(actor, id, version));
  });
}

function showing(router: Router, { queries, documents, files, reading, objectives, prints, now }: DocumentParts): void {
  route(router, DOCUMENTS.list, async ({ actor, query }, res) => { res.json(await queries.list(actor, query)); });
  route(router, DOCUMENTS.table, async ({ actor, query }, res) => {
    const { items, total } = await queries.list(actor, { ...query, page: 1, pageSize: MOST_ROWS });
    sendXlsx(res, `danh-muc-tai-lieu-${dateOnly(now()).split('/').reverse().join('')}`, await workbookOf([documentTable(items, total)], [['Cơ quan', actor.agencyName], ['Người lập', actor.name]], now()));
  });
  route(router, DOCUMENTS.revision, async ({ actor, params: { id, version } }, res) => { res.json(await queries.revision(actor, id, no(version))); });
  route(router, DOCUMENTS.file, async ({ actor, params: { id, version } }, res) => { await sendFile(await files.open(actor, id, no(version)), res); });
  for (const file of ['pdf', 'docx'] as const) {
    route(router, DOCUMENTS[file], async ({ actor, params: { id, version } }, res, req) => {
      const { name, bytes } = await prints.print(actor, id, no(version), file, originOf(req));
      res.type(file).setHeader('content-disposition', `${file === 'pdf' ? 'inline' : 'attachment'}; filename="${name}.${file}"`).send(bytes);
    });
  }
  route(router, DOCUMENTS.objectives, async ({ actor, params: { id, version } }, res) => {
    const { agencyId, content } = await documents.kept.find(actor, id, no(version));
    res.json(await objectives.of(agencyId, content.objectives ?? []));
  });
  route(router, DOCUMENTS.readers, async ({ actor, params: { id, version }, query }, res) => { res.json(await reading.readers(actor, id, no(version), query)); });
}

function living(router: Router, { queries, documents, reading, comments, prints }: DocumentParts): void {
  const tell = async (actor: Actor, { id, version }: { id: string; version: string }, res: Response): Promise<void> => { res.json(await queries.revision(actor, id, no(version))); };
  route(router, DOCUMENTS.read, async ({ actor, params }, res) => {
    await reading.confirm(actor, params.id, no(params.version));
    await tell(actor, params, res);
  });
  route(router, DOCUMENTS.approve, async ({ actor, params, body }, res) => {
    await documents.approve(actor, params.id, no(params.version), body.note);
    await tell(actor, params, res);
  });
  route(router, DOCUMENTS.sendBack, async ({ actor, params, body }, res) => {
    await documents.sendBack(actor, params.id, no(params.version), body.reason);
    await tell(actor, params, res);
  });
  route(router, DOCUMENTS.announce, async ({ actor, params, body: { position, ...announced } }, res, req) => {
    await documents.announce(actor, params.id, no(params.version), { ...announced, ...(position ? { position } : {}) });
    await prints.sign(actor, params.id, no(params.version), originOf(req));
    await tell(actor, params, res);
  });
  route(router, DOCUMENTS.withdraw, async ({ actor, params, body }, res) => {
    await documents.withdraw(actor, params.id, no(params.version), body.reason);
    await tell(actor, params, res);
  });
  route(router, DOCUMENTS.comment, async ({ actor, params, body: { commandId, ...said } }, res) => {
    await comments.add(actor, params.id, no(params.version), { id: commandId, ...said });
    await tell(actor, params, res);
  });
  route(router, DOCUMENTS.answer, async ({ actor, params, body }, res) => {
    await comments.answer(actor, params.id, no(params.version), params.comment, body.text);
    await tell(actor, params, res);
  });
  route(router, DOCUMENTS.resolve, async ({ actor, params, body }, res) => {
    await comments.resolve(actor, params.id, no(params.version), params.comment, body.resolved);
    await tell(actor, params, res);
  });
}

async function sendFile({ file, bytes }: Awaited<ReturnType<DocumentFiles['open']>>, res: Response): Promise<void> {
  res.type(file.mediaType).setHeader('content-length', file.size).setHeader('x-content-type-options', 'nosniff').setHeader('content-security-policy', "default-src 'none'; sandbox")
    .setHeader('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`);
  await pipeline(bytes, res);
}
