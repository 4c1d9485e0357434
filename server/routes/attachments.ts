/** Files of dossiers. They come in by the tus protocol (resumable, under /uploads) and go out one by one. */
import { pipeline } from 'node:stream/promises';
import { Server } from '@tus/server';
import { Router, type Response } from 'express';
import { Refusal } from '../../models/problem.js';
import type { AttachmentQueries } from '../../models/queries/attachments.js';
import type { AttachmentDoc } from '../../models/schemas/attachment.js';
import { MOST_BYTES_OF_FILE, type Attachments } from '../../models/writes/attachments.js';
import { ProblemError } from '../http/problem.js';
import { PROBLEMS } from '../http/codes.js';
import { listOf, media, NOTHING } from '../http/answers.js';
import { declare, route, type Declared } from '../http/route.js';
import { filled, z } from '../http/validate.js';
import { acting, TusStore } from '../uploads/tus-store.js';

const removal = z.strictObject({ reason: filled(1_000) });
/** Shown by the browser itself; everything else is saved. */
const SHOWN = new Set(['application/pdf', 'image/png', 'image/jpeg']);

/** The protocol has answers of its own, in plain text. */
const tus = { who: 'signedIn', scope: 'dossiers:write' } as const;
const REFUSED = media('text/plain');
export const UPLOADS = declare('uploads', {
  options: { ...tus, method: 'options', path: '/uploads', summary: 'What the server knows of the tus protocol', answers: { 204: NOTHING } },
  create: { ...tus, method: 'post', path: '/uploads', summary: 'Begins an upload (tus 1.0.0); Upload-Metadata names dossierId, name and, for a part of the dossier, part', answers: { 201: NOTHING, 400: REFUSED, 404: REFUSED, 409: REFUSED, 412: REFUSED, 413: REFUSED, 422: REFUSED } },
  progress: { ...tus, method: 'head', path: '/uploads/:upload', summary: 'How much of it has come', answers: { 200: NOTHING, 404: NOTHING, 412: NOTHING } },
  append: { ...tus, method: 'patch', path: '/uploads/:upload', summary: 'The next piece', answers: { 204: NOTHING, 400: REFUSED, 403: REFUSED, 404: REFUSED, 409: REFUSED, 412: REFUSED, 413: REFUSED, 415: REFUSED, 422: REFUSED } },
  forget: { ...tus, method: 'delete', path: '/uploads/:upload', summary: 'Gives an upload up', answers: { 204: NOTHING, 400: REFUSED, 404: REFUSED, 412: REFUSED } },
});
export const ATTACHMENTS = declare('attachments', {
  list: { method: 'get', path: '/dossiers/:id/attachments', summary: 'Files of a dossier', who: 'signedIn', scope: 'dossiers:read', answers: { 200: listOf('AttachmentRow') }, problems: ['unknown-dossier'] },
  open: { method: 'get', path: '/dossiers/:id/attachments/:file', summary: 'One of them, as handed in', who: 'signedIn', scope: 'dossiers:read', personal: true, answers: { 200: media('*/*') }, problems: ['unknown-file', 'unknown-dossier', 'personal-data'] },
  remove: { method: 'delete', path: '/dossiers/:id/attachments/:file', summary: 'Takes a file out, with a reason', who: 'signedIn', scope: 'dossiers:write', body: removal, answers: { 204: NOTHING }, problems: ['unknown-file', 'unknown-dossier', 'forbidden'] },
});

export function uploadRoutes(attachments: Attachments): Router {
  const datastore = new TusStore(attachments);
  const server = new Server({
    path: '/api/uploads', datastore, maxSize: MOST_BYTES_OF_FILE, relativeLocation: true, respectForwardedHeaders: false,
    onUploadFinish: async (_req, { id }) => {
      await datastore.finish(id);
      return {};
    },
    onResponseError: (_req, error) => (error instanceof Refusal ? { status_code: PROBLEMS[error.code].status, body: JSON.stringify({ code: error.code, detail: error.message }) } : undefined),
  });
  const router = Router();
  for (const declared of Object.values<Declared>(UPLOADS)) {
    route(router, declared, ({ actor }, res, req) => {
      // The protocol's server reads the address from its beginning.
      req.url = req.originalUrl;
      return acting.run(actor!, () => server.handle(req, res));
    });
  }
  return router;
}

export function attachmentRoutes(queries: AttachmentQueries, attachments: Attachments): Router {
  const router = Router();
  route(router, ATTACHMENTS.list, async ({ actor, params }, res) => {
    const rows = await queries.list(actor, params.id);
    if (!rows) throw new ProblemError('unknown-dossier');
    res.json(rows);
  });
  route(router, ATTACHMENTS.open, async ({ actor, params }, res) => {
    const found = await queries.open(actor, params.id, params.file);
    if (!found) throw new ProblemError('unknown-file');
    head(res, found.doc);
    await pipeline(found.bytes, res);
  });
  route(router, ATTACHMENTS.remove, async ({ actor, params, body }, res) => {
    await attachments.remove(actor, params.id, params.file, body.reason);
    res.status(204).end();
  });
  return router;
}

/** What somebody handed in never runs as a page of ours. */
function head(res: Response, { name, mediaType, size }: AttachmentDoc): void {
  res.type(mediaType).setHeader('content-length', size).setHeader('x-content-type-options', 'nosniff').setHeader('content-security-policy', "default-src 'none'; sandbox")
    .setHeader('content-disposition', `${SHOWN.has(mediaType) ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(name)}`);
}
