/** /livez: the process answers. /readyz: each part answers, a line per part. */
import { Router } from 'express';

/** Parts by name; a check throws while the part does not answer. */
export type Health = Readonly<Record<string, () => Promise<void> | void>>;

export function healthRoutes(parts: Health): Router {
  const router = Router();
  router.get('/livez', (_req, res) => { res.type('text/plain').setHeader('cache-control', 'no-store').send('ok\n'); });
  router.get('/readyz', async (_req, res) => {
    const lines = await Promise.all(Object.entries(parts).map(async ([name, check]) => {
      try {
        await check();
        return { name, ok: true, line: `${name}: ok` };
      } catch (error) {
        return { name, ok: false, line: `${name}: ${(error as Error).message}` };
      }
    }));
    res.status(lines.every((each) => each.ok) ? 200 : 503).type('text/plain').setHeader('cache-control', 'no-store').send(`${lines.map((each) => each.line).join('\n')}\n`);
  });
  return router;
}
