/** Running dossiers and a new version: propose, look at, try on one, move some or all, see what became of them, take back. */
import { Router } from 'express';
import type { MigrationCandidate, MigrationProposal, MigrationResult, MigrationView, Page } from '../contract.js';
import { agenciesOf } from '../../models/rights.js';
import { one, pageOf } from '../http/answers.js';
import { declare, route } from '../http/route.js';
import { commandId, filled, lang, page, pageSize, z } from '../http/validate.js';
import type { MigrationActions, Progress } from '../migration-actions.js';

const version = z.number().int().min(1);
const versions = { from: version, to: version, plan: z.record(z.string(), z.unknown()).optional() };
const proposal = z.strictObject(versions);
const look = z.strictObject({ ...versions, page, pageSize });
const order = z.strictObject({ ...versions, commandId, reason: filled(2_000), dossiers: z.array(z.string().max(200)).min(1).max(10_000).optional(), stopOnError: z.boolean().default(false) });
const undo = z.strictObject({ commandId, reason: filled(2_000) });
const results = z.strictObject({ page, pageSize, moved: z.enum(['true', 'false']).transform((value) => value === 'true').optional(), lang });

const moved = { who: ['administrator', 'designer'], problems: ['unknown-version', 'unknown-migration', 'bad-data', 'cannot-migrate', 'command-id-reused', 'undo-too-late'] } as const;
const written = { ...moved, method: 'post', scope: 'procedures:write' } as const;
const looked = { ...moved, method: 'get', scope: 'procedures:read' } as const;
export const MIGRATIONS = declare('migrations', {
  propose: { ...written, path: '/procedures/:id/migrations/propose', summary: 'How dossiers of one version could go on under another', body: proposal, answers: { 200: one('MigrationProposal') } },
  preview: { ...written, path: '/procedures/:id/migrations/preview', summary: 'What would become of each', body: look, answers: { 200: pageOf('MigrationCandidate') } },
  move: { ...written, path: '/procedures/:id/migrations', summary: 'Moves them', body: order, answers: { 200: one('MigrationView'), 202: one('MigrationView') } },
  progress: { ...looked, path: '/procedures/:id/migrations/:migration', summary: 'How far that is', answers: { 200: one('MigrationView') } },
  results: { ...looked, path: '/procedures/:id/migrations/:migration/results', summary: 'What became of each', query: results, answers: { 200: pageOf('MigrationResult') } },
  undo: { ...written, path: '/procedures/:id/migrations/:migration/undo', summary: 'Takes it back', body: undo, answers: { 200: one('MigrationView'), 202: one('MigrationView') } },
});

export function migrationRoutes(actions: MigrationActions): Router {
  const router = Router();
  route(router, MIGRATIONS.propose, async ({ actor, params, body }, res) => {
    res.json(await actions.queries.propose({ procedureId: params.id, agencies: agenciesOf(actor), ...body }) satisfies MigrationProposal);
  });
  route(router, MIGRATIONS.preview, async ({ actor, params, body: asked }, res) => {
    const { items, total } = await actions.queries.preview({ procedureId: params.id, agencies: agenciesOf(actor), ...asked }, asked);
    const rows = items.map(({ dueAt, newDueAt, ...rest }): MigrationCandidate => ({ ...rest, ...(dueAt ? { dueAt: dueAt.toISOString() } : {}), ...(newDueAt ? { newDueAt: newDueAt.toISOString() } : {}) }));
    res.json({ items: rows, total, page: asked.page, pageSize: asked.pageSize } satisfies Page<MigrationCandidate>);
  });
  route(router, MIGRATIONS.move, async ({ actor, params, body: { dossiers, ...asked } }, res) => {
    const progress = await actions.move(actor, { procedureId: params.id, agencies: agenciesOf(actor), ...asked, ...(dossiers ? { dossiers } : {}) });
    res.status(progress.migration.finishedAt ? 200 : 202).json(viewOf(progress));
  });
  route(router, MIGRATIONS.progress, async ({ actor, params }, res) => { res.json(viewOf(await actions.progress(params.migration, agenciesOf(actor)))); });
  route(router, MIGRATIONS.results, async ({ actor, params, query: asked }, res) => {
    const { items, total } = await actions.results(params.migration, { ...asked, agencies: agenciesOf(actor) });
    const rows = items.map(({ dossierId, dossierNo, moved, code, problems, at }): MigrationResult => ({ dossierId, dossierNo, moved, ...(code ? { code } : {}), problems, at: at.toISOString() }));
    res.json({ items: rows, total, page: asked.page, pageSize: asked.pageSize } satisfies Page<MigrationResult>);
  });
  route(router, MIGRATIONS.undo, async ({ actor, params, body }, res) => {
    const progress = await actions.undo(actor, params.migration, { ...body, agencies: agenciesOf(actor) });
    res.status(progress.migration.finishedAt ? 200 : 202).json(viewOf(progress));
  });
  return router;
}

function viewOf({ migration, moved, kept, left }: Progress): MigrationView {
  const { _id, procedureId, from, to, at, by, reason, undoes, finishedAt } = migration;
  return { id: _id, procedureId, from, to, at: at.toISOString(), by, reason, moved, kept, left, ...(undoes ? { undoes } : {}), ...(finishedAt ? { finishedAt: finishedAt.toISOString() } : {}) };
}
