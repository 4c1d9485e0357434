/** Procedures: list, versions, drawings, drafts, checks, publication. */
import { Router, type Request, type Response } from 'express';
import type { ProcedureQueries } from '../../models/queries/procedures.js';
import type { ProcedureWrites } from '../../models/writes/procedures.js';
import type { DocumentFile, Documents } from '../documents/index.js';
import type { DraftSaved, Examination, PublishResult } from '../contract.js';
import { listOf, media, one } from '../http/answers.js';
import { declare, route } from '../http/route.js';
import { drawingXml, lang, text, z } from '../http/validate.js';

const drawing = z.strictObject({ xml: drawingXml });
const create = z.strictObject({ id: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, 'must be letters, digits, ., - or _'), xml: drawingXml });
const publish = z.strictObject({ note: text(2_000).optional() });
const version = z.strictObject({ version: z.union([z.literal('draft'), z.coerce.number().int().min(1)]).optional(), lang });

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
  pdf: { ...looked, path: '/procedures/:id/versions/:version/document.pdf', summary: 'The ISO document of a version, signed once it is announced', answers: { 200: media('application/pdf') } },
  docx: { ...looked, path: '/procedures/:id/versions/:version/document.docx', summary: 'The ISO document of a version, as a Word file', answers: { 200: media('application/vnd.openxmlformats-officedocument.wordprocessingml.document') } },
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
  const sendDocument = async ({ id, version: wanted }: { id: string; version: string }, file: DocumentFile, res: Response, req: Request): Promise<void> => {
    // What is no number is no version.
    const { name, bytes } = await documents.ofProcedure(id, Number(wanted) || 0, file, `${req.protocol}://${req.get('host') ?? ''}`);
    res.type(file).setHeader('content-disposition', `${file === 'pdf' ? 'inline' : 'attachment'}; filename="${name}.${file}"`).send(bytes);
  };
  route(router, PROCEDURES.pdf, async ({ params }, res, req) => { await sendDocument(params, 'pdf', res, req); });
  route(router, PROCEDURES.docx, async ({ params }, res, req) => { await sendDocument(params, 'docx', res, req); });
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

function sendXml(res: Response, xml: string, etag: string): void {
  res.setHeader('etag', etag).setHeader('cache-control', 'private, no-cache').type('application/xml').send(xml);
}
