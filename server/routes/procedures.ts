/** Procedures: list, versions, drawings, drafts, checks, publication. */
import { Router, type Response } from 'express';
import type { ProcedureQueries } from '../../models/queries/procedures.js';
import { examine, type ProcedureWrites } from '../../models/writes/procedures.js';
import type { PublishResult } from '../contract.js';
import { actorOf } from '../http/session.js';
import { bodyOf, param, queryOf, text, z } from '../http/validate.js';

/** Characters; a drawing of 2,000 elements has about 2 MB. */
const MOST_XML = 2_000_000;
const drawing = z.strictObject({ xml: z.string().min(1).max(MOST_XML) });
const create = z.strictObject({ id: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, 'must be letters, digits, ., - or _'), xml: z.string().min(1).max(MOST_XML) });
const publish = z.strictObject({ note: text(2_000).optional() });
const version = z.strictObject({ version: z.union([z.literal('draft'), z.coerce.number().int().min(1)]).optional(), lang: z.string().optional() });

export function procedureRoutes(queries: ProcedureQueries, writes: ProcedureWrites): Router {
  const router = Router();
  router.get('/', async (req, res) => { res.json(await queries.list(actorOf(req))); });
  router.post('/', async (req, res) => {
    const { id, xml } = bodyOf(req, create);
    await writes.create(actorOf(req), id, xml);
    res.status(201).json(await queries.view(actorOf(req), id));
  });
  router.post('/check', async (req, res) => {
    actorOf(req);
    const { errors, warnings, findings } = await examine(bodyOf(req, drawing).xml);
    res.json({ errors, warnings, findings });
  });
  router.get('/:id', async (req, res) => { res.json(await queries.view(actorOf(req), param(req, 'id'))); });
  router.get('/:id/xml', async (req, res) => {
    actorOf(req);
    const { xml, etag } = await queries.xml(param(req, 'id'), queryOf(req, version).version);
    sendXml(res, xml, etag);
  });
  router.get('/:id/findings', async (req, res) => {
    const id = param(req, 'id');
    const wanted = queryOf(req, version).version;
    const { currentVersion } = await queries.view(actorOf(req), id);
    res.json(await queries.findings(id, typeof wanted === 'number' ? wanted : (currentVersion ?? 0)));
  });
  router.put('/:id/draft', async (req, res) => {
    const { etag, savedAt } = await writes.saveDraft(actorOf(req), param(req, 'id'), bodyOf(req, drawing).xml, req.get('if-match'));
    res.setHeader('etag', etag).json({ savedAt: savedAt.toISOString() });
  });
  router.post('/:id/publish', async (req, res) => {
    const { version: published, warnings } = await writes.publish(actorOf(req), param(req, 'id'), bodyOf(req, publish).note);
    res.status(201).json({ version: published, warnings } satisfies PublishResult);
  });
  return router;
}

function sendXml(res: Response, xml: string, etag: string): void {
  res.setHeader('etag', etag).setHeader('cache-control', 'private, no-cache').type('application/xml').send(xml);
}
