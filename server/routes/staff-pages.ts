/** The staff pages are one page: every address under /app answers it, except files. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import express, { Router } from 'express';
import { HTML } from '../http/answers.js';
import { contentPolicy, newNonce } from '../http/content-policy.js';
import { declare, route } from '../http/route.js';

/** Where the build leaves room for it: web/vite.config.ts. */
const NONCE = '__NONCE__';
export const STAFF_PAGES = declare('staffPages', {
  page: { method: 'get', path: '/app{/*rest}', summary: 'The staff pages', who: 'anybody', answers: { 200: HTML } },
}, '');

export function staffPages(folder: string): Router {
  const router = Router();
  router.use('/app', express.static(folder, { index: false, maxAge: '1h', setHeaders: (res, path) => { if (path.includes('/assets/')) res.setHeader('cache-control', 'public, max-age=31536000, immutable'); } }));
  route(router, STAFF_PAGES.page, async (_asked, res, req, next) => {
    const index = join(folder, 'index.html');
    if (/\.[a-z0-9]{1,5}$/i.test(req.path) || !existsSync(index)) { next(); return; }
    const nonce = newNonce();
    const page = (await readFile(index, 'utf8')).replaceAll(NONCE, nonce);
    contentPolicy(nonce)(req, res, () => { res.setHeader('cache-control', 'no-store').type('html').send(page); });
  });
  return router;
}
