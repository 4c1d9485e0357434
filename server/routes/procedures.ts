/** Procedures: list, versions, drawings, drafts, checks, publication. */
import { Router, type Response } from 'express';
import type { ProcedureQueries } from '../../models/queries/procedures.js';
import type { ProcedureWrites } from '../../models/writes/procedures.js';
import type { DocumentFile, Documents } from '../documents/index.js';
import type { Printed } from '../forms/index.js';
import type { DraftSaved, Examination, PublishResult } from '../contract.js';
import { listOf, media, one, PDF } from '../http/answers.js';
import { languageOf } from '../http/language.js';
import { originOf } from '../http/origin.js';
import { declare, route } from '../http/route.js';
import { drawingXml, lang, text, z } from '../http/validate.js';

const drawing = z.strictObject({ xml: drawingXml });
const create = z.strictObject({ id: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, 'must be letters, digits, ., - or _'), xml: drawingXml });
const publish = z.strictObject({ note: text(2_000).optional() });
const version = z.strictObject({ version: z.union([z.literal('draft'), z.coerce.number().int().min(1)]).optional(), lang });

const DOCX = media('application/vnd.openxmlformats-officedocument.wordprocessingml.document');
const printed = z.strictObject({ lang });
const listed = { method: 'get', who: 'signedIn', scope: 'procedures:read', query: printed, exports: true } as const;
const looked = { method: 'get', who: 'signedIn', scope: 'procedures:read', problems: ['unknown-procedure', 'unknown-version', 'no-draft'] } as const;
const DRAWERS = ['designer', 'administrator'] as const;
export const PROCEDURES = declare('procedures', {
  list: { ...looked, path: '/procedures', summary: 'Procedures', answers: { 200: listOf('ProcedureRow') } },
  create: {
    method: 'post', path: '/procedures', summary: 'A new procedure, as a draft', who: DRAWERS, scope: 'procedures:write', body: create, answers: { 201: one('ProcedureView') },
    problems: ['procedure-exists', 'cannot-run', 'bad-data'],
  },
  check: { method: 'post', path: '/procedures/check', summary: 'Examines a drawing without keeping it', who: 'signedIn', scope: 'procedures:write', body: drawing, answers: { 200: one('Examination') } },
  view: { ...looked, path: '/procedures/:id', summary: 'A procedure with its versions', answers: { 200: one('ProcedureView') } },
  xml: { ...looked, path: '/procedures/:id/xml', summary: 'The drawing of a version or of the draft', query: version, answers: { 200: media('application/xml') } },
  findings: { ...looked, path: '/procedures/:id/findings', summary: 'What was found in a version', query: version, answers: { 200: listOf('TellingFinding') } },
  pdf: { ...looked, path: '/procedures/:id/versions/:version/document.pdf', summary: 'The ISO document of a version, signed once it is announced', answers: { 200: PDF } },
  docx: { ...looked, path: '/procedures/:id/versions/:version/document.docx', summary: 'The ISO document of a version, as a Word file', answers: { 200: DOCX } },
  tablePdf: { ...looked, path: '/procedures/:id/versions/:version/process-table.pdf', summary: 'The internal process table of a version', query: printed, answers: { 200: PDF } },
  tableDocx: { ...looked, path: '/procedures/:id/versions/:version/process-table.docx', summary: 'The same for a word processor', query: printed, answers: { 200: DOCX } },
  listPdf: { ...listed, path: '/papers/procedures.pdf', summary: 'The list of procedures of the agency, to print', answers: { 200: PDF } },
  listDocx: { ...listed, path: '/papers/procedures.docx', summary: 'The same for a word processor', answers: { 200: DOCX } },
  saveDraft: {
    method: 'put', path: '/procedures/:id/draft', summary: 'Saves the draft', who: DRAWERS, scope: 'procedures:write', body: drawing, ifMatch: true, answers: { 200: one('DraftSaved') },
    problems: ['unknown-procedure', 'stale-draft', 'in-review'],
  },
  publish: {
    method: 'post', path: '/procedures/:id/publish', summary: 'Makes the draft the version in force', who: DRAWERS, scope: 'procedures:write', body: publish, answers: { 201: one('PublishResult') },
    problems: ['unknown-procedure', 'no-draft', 'cannot-run', 'published-meanwhile', 'in-review', 'direct-issue-off'],
  },
});

export function procedureRoutes(queries: ProcedureQueries, writes: ProcedureWrites, documents: Documents): Router {
  const router = Router();
  route(router, PROCEDURES.list, async ({ actor }, res) => { res.json(await queries.list(actor)); });
  route(router, PROCEDURES.create, async ({ actor, body: { id, xml } }, res) => {
    await writes.create(actor, id, xml);
    res.status(201).json(await queries.view(actor, id));
  });
  route(router, PROCEDURES.check, async ({ body }, res) => {
    const { errors, warnings, findings } = await writes.examine(body.xml);
    res.json({ errors, warnings, findings } satisfies Examination);
  });
  route(router, PROCEDURES.view, async ({ actor, params }, res) => { res.json(await queries.view(actor, params.id)); });
  route(router, PROCEDURES.xml, async ({ params, query }, res) => {
    const { xml, etag } = await queries.xml(params.id, query.version);
    sendXml(res, xml, etag);
  });
  route(router, PROCEDURES.findings, async ({ actor, params: { id }, query: { version: wanted } }, res) => {
    const { currentVersion } = await queries.view(actor, id);
    res.json(await queries.findings(id, typeof wanted === 'number' ? wanted : (currentVersion ?? 0)));
  });
  printing(router, documents);
  route(router, PROCEDURES.saveDraft, async ({ actor, params, body }, res, req) => {
    const { etag, savedAt } = await writes.saveDraft(actor, params.id, body.xml, req.get('if-match'));
    res.setHeader('etag', etag).json({ savedAt: savedAt.toISOString() } satisfies DraftSaved);
  });
  route(router, PROCEDURES.publish, async ({ actor, params, body }, res) => {
    const { version: published, warnings } = await writes.publish(actor, params.id, body.note);
    res.status(201).json({ version: published, warnings } satisfies PublishResult);
  });
  return router;
}

function printing(router: Router, documents: Documents): void {
  const send = ({ name, bytes }: Printed, file: DocumentFile, res: Response): void => { res.type(file).setHeader('content-disposition', `${file === 'pdf' ? 'inline' : 'attachment'}; filename="${name}.${file}"`).send(bytes); };
  // What is no number is no version.
  const no = (version: string): number => Number(version) || 0;
  for (const [file, document, table, list] of [['pdf', PROCEDURES.pdf, PROCEDURES.tablePdf, PROCEDURES.listPdf], ['docx', PROCEDURES.docx, PROCEDURES.tableDocx, PROCEDURES.listDocx]] as const) {
    route(router, document, async ({ params: { id, version: wanted } }, res, req) => { send(await documents.ofProcedure(id, no(wanted), file, originOf(req)), file, res); });
    route(router, table, async ({ params: { id, version: wanted } }, res, req) => { send(await documents.processTable(id, no(wanted), file, languageOf(req)), file, res); });
    route(router, list, async ({ actor }, res, req) => { send(await documents.list(actor, file, languageOf(req)), file, res); });
  }
}

function sendXml(res: Response, xml: string, etag: string): void {
  res.setHeader('etag', etag).setHeader('cache-control', 'private, no-cache').type('application/xml').send(xml);
}
