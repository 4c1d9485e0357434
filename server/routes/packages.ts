/** Signed packages: a framework or procedures as a file, and what such a file would change before it is taken in. */
import { Router, type Response } from 'express';
import type { PackageExchange } from '../packages/exchange.js';
import { LARGEST_PACKAGE } from '../packages/archive.js';
import { media, one } from '../http/answers.js';
import { declare, route } from '../http/route.js';
import { z } from '../http/validate.js';

const DRAWERS = ['designer', 'administrator'] as const;
const ZIP = 'application/zip';
const sent = { method: 'post', who: DRAWERS, scope: 'procedures:write', body: { media: [ZIP, 'application/octet-stream'], largest: LARGEST_PACKAGE }, problems: ['bad-package', 'too-large'] } as const;
export const PACKAGES = declare('packages', {
  framework: { method: 'get', path: '/frameworks/:id/package.zip', summary: 'A framework as a signed package', who: DRAWERS, scope: 'procedures:read', answers: { 200: media(ZIP) }, problems: ['unknown-framework'] },
  procedures: { method: 'get', path: '/packages/procedures.zip', summary: 'Published procedures as a signed package', who: DRAWERS, scope: 'procedures:read', query: z.strictObject({ ids: z.string().min(1).max(5_000) }), answers: { 200: media(ZIP) }, problems: ['unknown-procedure'] },
  preview: { ...sent, path: '/packages/preview', summary: 'What a package would change', answers: { 200: one('PackagePreview') } },
  take: { ...sent, path: '/packages', summary: 'Takes a package in', query: z.strictObject({ fingerprint: z.string().regex(/^[0-9a-f]{64}$/, 'must be a fingerprint') }), answers: { 201: one('PackagePreview') } },
});

export function packageRoutes(exchange: PackageExchange): Router {
  const router = Router();
  const send = (res: Response, name: string, bytes: Buffer): void => { res.type(ZIP).setHeader('content-disposition', `attachment; filename="${name}.zip"`).send(bytes); };
  route(router, PACKAGES.framework, async ({ params }, res) => { send(res, params.id.replace(/[^\w.-]/g, '_'), await exchange.framework(params.id)); });
  route(router, PACKAGES.procedures, async ({ actor, query }, res) => { send(res, 'procedures', await exchange.set(actor, query.ids.split(','))); });
  route(router, PACKAGES.preview, async ({ actor, body }, res) => { res.json(await exchange.preview(actor, body)); });
  route(router, PACKAGES.take, async ({ actor, query, body }, res) => { res.status(201).json(await exchange.take(actor, body, query.fingerprint)); });
  return router;
}
