/** Notes in the trail what a person's request changed, and whose dossier he read: who, as what, when, under which request. */
import { randomUUID } from 'node:crypto';
import type { RequestHandler, Request } from 'express';
import type { TrailSealer } from '../../models/trail/sealer.js';

/** A page that refreshes itself has been read once. */
const AGAIN_MS = 10 * 60_000;
const MOST_KEPT = 20_000;
/** The reason stands in the log of the dossier, which the same trail seals, and goes with it when personal data are erased. */
const IN_OWN_LOG = /^\/api\/(?:work\/|dossiers\/[^/]+\/actions\/)/;

export function trailed(trail: TrailSealer, now: () => Date): RequestHandler {
  const read = new Map<string, number>();
  /** True once in a while for the same person and address. */
  const isNews = (what: string): boolean => {
    const at = now().getTime();
    if (at - (read.get(what) ?? -Infinity) < AGAIN_MS) return false;
    if (read.size >= MOST_KEPT) read.clear();
    read.set(what, at);
    return true;
  };
  return (req, res, next) => {
    const requestId = randomUUID();
    res.setHeader('x-request-id', requestId);
    res.on('finish', () => {
      const { actor } = req;
      if (!actor || res.statusCode >= 400) return;
      const path = pathOf(req);
      const kind = req.method === 'GET' || req.method === 'HEAD' ? 'read' : 'change';
      if (kind === 'read' && !(req.declared?.personal && isNews(`${actor.id} ${path}`))) return;
      const { commandId, reason } = (req.body ?? {}) as { commandId?: unknown; reason?: unknown };
      trail.record({
        agencyId: actor.agencyId, kind, by: actor.id, position: actor.position, action: `${req.method} ${path}`, requestId, ...(req.program === undefined ? {} : { program: req.program }),
        ...(typeof commandId === 'string' ? { commandId } : {}), ...(kind === 'change' && !IN_OWN_LOG.test(path) && typeof reason === 'string' && reason !== '' ? { reason } : {}),
      });
    });
    next();
  };
}

const pathOf = (req: Request): string => req.originalUrl.split('?')[0]!;
