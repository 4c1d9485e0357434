/** Running dossiers and a new version: propose, look at, try on one, move some or all, see what became of them, take back. */
import { Router } from 'express';
import type { MigrationCandidate, MigrationResult, MigrationView, Page } from '../contract.js';
import { actorOf } from '../http/session.js';
import { bodyOf, commandId, filled, page, pageSize, param, queryOf, z } from '../http/validate.js';
import { requireMayMove, type MigrationActions, type Progress } from '../migration-actions.js';

const version = z.number().int().min(1);
const versions = { from: version, to: version, plan: z.record(z.string(), z.unknown()).optional() };
const proposal = z.strictObject(versions);
const look = z.strictObject({ ...versions, page, pageSize });
const order = z.strictObject({ ...versions, commandId, reason: filled(2_000), dossiers: z.array(z.string().max(200)).min(1).max(10_000).optional(), stopOnError: z.boolean().default(false) });
const undo = z.strictObject({ commandId, reason: filled(2_000) });
const results = z.strictObject({ page, pageSize, moved: z.enum(['true', 'false']).transform((value) => value === 'true').optional(), lang: z.string().optional() });

export function migrationRoutes(actions: MigrationActions): Router {
  const router = Router({ mergeParams: true });
  router.post('/:id/migrations/propose', async (req, res) => {
    requireMayMove(actorOf(req));
    res.json(await actions.queries.propose({ procedureId: param(req, 'id'), ...bodyOf(req, proposal) }));
  });
  router.post('/:id/migrations/preview', async (req, res) => {
    requireMayMove(actorOf(req));
    const asked = bodyOf(req, look);
    const { items, total } = await actions.queries.preview({ procedureId: param(req, 'id'), ...asked }, asked);
    const rows = items.map(({ dueAt, newDueAt, ...rest }): MigrationCandidate => ({ ...rest, ...(dueAt ? { dueAt: dueAt.toISOString() } : {}), ...(newDueAt ? { newDueAt: newDueAt.toISOString() } : {}) }));
    res.json({ items: rows, total, page: asked.page, pageSize: asked.pageSize } satisfies Page<MigrationCandidate>);
  });
  router.post('/:id/migrations', async (req, res) => {
    const { dossiers, ...asked } = bodyOf(req, order);
    const progress = await actions.move(actorOf(req), { procedureId: param(req, 'id'), ...asked, ...(dossiers ? { dossiers } : {}) });
    res.status(progress.migration.finishedAt ? 200 : 202).json(viewOf(progress));
  });
  router.get('/:id/migrations/:migration', async (req, res) => {
    requireMayMove(actorOf(req));
    res.json(viewOf(await actions.progress(param(req, 'migration'))));
  });
  router.get('/:id/migrations/:migration/results', async (req, res) => {
    requireMayMove(actorOf(req));
    const asked = queryOf(req, results);
    const { items, total } = await actions.results(param(req, 'migration'), asked);
    const rows = items.map(({ dossierId, dossierNo, moved, code, problems, at }): MigrationResult => ({ dossierId, dossierNo, moved, ...(code ? { code } : {}), problems, at: at.toISOString() }));
    res.json({ items: rows, total, page: asked.page, pageSize: asked.pageSize } satisfies Page<MigrationResult>);
  });
  router.post('/:id/migrations/:migration/undo', async (req, res) => {
    const progress = await actions.undo(actorOf(req), param(req, 'migration'), bodyOf(req, undo));
    res.status(progress.migration.finishedAt ? 200 : 202).json(viewOf(progress));
  });
  return router;
}

function viewOf({ migration, moved, kept, left }: Progress): MigrationView {
  const { _id, procedureId, from, to, at, by, reason, undoes, finishedAt } = migration;
  return { id: _id, procedureId, from, to, at: at.toISOString(), by, reason, moved, kept, left, ...(undoes ? { undoes } : {}), ...(finishedAt ? { finishedAt: finishedAt.toISOString() } : {}) };
}
