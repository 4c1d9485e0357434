/** One JSON line per request: what, how long, who; no bodies, no query texts, which may hold names. */
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';

export function requestLog(log: Logger): RequestHandler {
  return (req, res, next) => {
    const began = process.hrtime.bigint();
    const [path] = req.originalUrl.split('?');
    res.on('finish', () => {
      const ms = Number((process.hrtime.bigint() - began) / 1_000_000n);
      const level = res.statusCode >= 500 ? 'warn' : path?.startsWith('/api') ? 'info' : 'debug';
      log[level]({ method: req.method, path, status: res.statusCode, ms, ...(req.actor ? { by: req.actor.id } : {}), ...(req.program ? { program: req.program } : {}) }, 'request');
    });
    next();
  };
}
