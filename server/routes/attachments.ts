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
import { actorOf } from '../http/session.js';
import { bodyOf, filled, param, z } from '../http/validate.js';
import { acting, TusStore } from '../uploads/tus-store.js';

const removal = z.strictObject({ reason: filled(1_000) });
/** Shown by the browser itself; everything else is saved. */
const SHOWN = new Set(['application/pdf', 'image/png', 'image/jpeg']);

export function uploadRoutes(attachments: Attachments): Router {
  const datastore = new TusStore(attachments);
  const tus = new Server({
    path: '/api/uploads', datastore, maxSize: MOST_BYTES_OF_FILE, relativeLocation: true, respectForwardedHeaders: false,
    onUploadFinish: async (_req, { id }) => {
      await datastore.finish(id);
      return {};
    },
    onResponseError: (_req, error) => (error instanceof Refusal ? { status_code: PROBLEMS[error.code].status, body: JSON.stringify({ code: error.code, detail: error.message }) } : undefined),
  });
  const router = Router();
  router.use((req, res) => {
    // The protocol's server reads the address from its beginning.
    req.url = req.originalUrl;
    return acting.run(actorOf(req), () => tus.handle(req, res));
  });
  return router;
}

/** Under /dossiers. */
export function attachmentRoutes(queries: AttachmentQueries, attachments: Attachments): Router {
  const router = Router();
  router.get('/:id/attachments', async (req, res) => {
    const rows = await queries.list(actorOf(req), param(req, 'id'));
    if (!rows) throw new ProblemError('unknown-dossier');
    res.json(rows);
  });
  router.get('/:id/attachments/:file', async (req, res) => {
    const found = await queries.open(actorOf(req), param(req, 'id'), param(req, 'file'));
    if (!found) throw new ProblemError('unknown-file');
    head(res, found.doc);
    await pipeline(found.bytes, res);
  });
  router.delete('/:id/attachments/:file', async (req, res) => {
    await attachments.remove(actorOf(req), param(req, 'id'), param(req, 'file'), bodyOf(req, removal).reason);
    res.status(204).end();
  });
  return router;
}

/** What somebody handed in never runs as a page of ours. */
function head(res: Response, { name, mediaType, size }: AttachmentDoc): void {
  res.type(mediaType).setHeader('content-length', size).setHeader('x-content-type-options', 'nosniff').setHeader('content-security-policy', "default-src 'none'; sandbox")
    .setHeader('content-disposition', `${SHOWN.has(mediaType) ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(name)}`);
}
