/** /livez: the process answers. /readyz: each part answers, a line per part, and what else an operator should know. */
import { Router } from 'express';
import { media } from './answers.js';
import { declare, route } from './route.js';

/** Parts by name; a check throws while the part does not answer. */
export type Health = Readonly<Record<string, () => Promise<void> | void>>;

/** Lines that tell and decide nothing: mail that fails does not make a server unready. */
export type Told = Readonly<Record<string, () => Promise<string>>>;

const LINES = media('text/plain');
export const HEALTH = declare('health', {
  live: { method: 'get', path: '/livez', summary: 'The process answers', who: 'anybody', answers: { 200: LINES } },
  ready: { method: 'get', path: '/readyz', summary: 'Each part answers, a line per part', who: 'anybody', answers: { 200: LINES, 503: LINES } },
}, '');

export function healthRoutes(parts: Health, told: Told = {}): Router {
  const router = Router();
  route(router, HEALTH.live, (_asked, res) => { res.type('text/plain').setHeader('cache-control', 'no-store').send('ok\n'); });
  route(router, HEALTH.ready, async (_asked, res) => {
    const lines = await Promise.all(Object.entries(parts).map(async ([name, check]) => {
      try {
        await check();
        return { name, ok: true, line: `${name}: ok` };
      } catch (error) {
        return { name, ok: false, line: `${name}: ${(error as Error).message}` };
      }
    }));
    const more = await Promise.all(Object.entries(told).map(async ([name, line]) => `${name}: ${await line().catch(() => 'unknown')}`));
    res.status(lines.every((each) => each.ok) ? 200 : 503).type('text/plain').setHeader('cache-control', 'no-store').send(`${[...lines.map((each) => each.line), ...more].join('\n')}\n`);
  });
  return router;
}
