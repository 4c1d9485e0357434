/** `migrate --procedure`: running dossiers of an installation, looked at or moved. The server has to run: its worker moves them. */
import { randomUUID } from 'node:crypto';
import type { MigrationPlan } from '../engine/migration/index.js';
import type { Actor } from '../models/directory.js';
import type { MigrationActions, MoveRequest, Progress } from '../server/migration-actions.js';
import type { Installation } from './installation.js';
import { BadInput, EXIT, printJson, printTable, readJsonFile } from './io.js';

export interface RunningOptions {
  procedure: string; from?: string; to?: string; plan?: string; dossier?: string[]; preview?: boolean; stopOnError?: boolean;
  undo?: string; by?: string; reason?: string; command?: string; json?: boolean;
}

const PAGE = 200;
const POLL_MS = 500;
type Asked = Pick<MoveRequest, 'procedureId' | 'from' | 'to' | 'plan'>;

export async function migrateRunning(options: RunningOptions): Promise<void> {
  process.env.TZ = 'UTC';
  const asked = options.undo === undefined ? askedOf(options) : undefined;
  const { withInstallation } = await import('./installation.js');
  const { MigrationActions: Actions } = await import('../server/migration-actions.js');
  await withInstallation(process.env, async ({ parts, host }) => {
    const actions = new Actions({ context: parts.context, host });
    try {
      if (asked && options.preview) await preview(actions, asked, options.json ?? false);
      else await carryOut(actions, await personOf(parts, options.by), asked, options);
    } catch (error) {
      throw asBadInput(error);
    }
  });
}

/** What the API would answer with 4xx, and a server that does not run, are for whoever typed the command. */
function asBadInput(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  if (error.name === 'HostUnavailable') return new BadInput(`${error.message}: dossiers are moved by the running server (dossierflow serve); the same --command goes on where it stopped`);
  return error.name === 'Refusal' || error.name === 'ProblemError' ? new BadInput(error.message) : error;
}

function askedOf({ procedure, from, to, plan }: RunningOptions): Asked {
  const version = (name: string, value: string | undefined): number => {
    if (value === undefined || !/^[1-9]\d*$/.test(value)) throw new BadInput(`--${name}: the number of a version, not "${value ?? ''}"`);
    return Number(value);
  };
  return { procedureId: procedure, from: version('from', from), to: version('to', to), ...(plan === undefined ? {} : { plan: readJsonFile(plan) as MigrationPlan }) };
}

async function personOf({ context }: Installation['parts'], by: string | undefined): Promise<Actor> {
  const actor = by === undefined ? undefined : await context.directory.actor(by);
  if (!actor) throw new BadInput(`--by: ${by === undefined ? 'the id of the person who orders it is needed' : `no person "${by}"`}`);
  return actor;
}

async function preview(actions: MigrationActions, asked: Asked, json: boolean): Promise<void> {
  const rows = [];
  for (let page = 1; ; page += 1) {
    const { items, total } = await actions.queries.preview(asked, { page, pageSize: PAGE });
    rows.push(...items);
    if (rows.length >= total || items.length === 0) break;
  }
  if (json) printJson(rows);
  else {
    const day = (at?: Date): string => at?.toISOString().slice(0, 16) ?? '';
    printTable(['dossier', 'step', 'due', 'new due', 'moves', 'why not / what is lost'], rows.map((row) =>
      [row.dossierNo, row.steps.join(', '), day(row.dueAt), day(row.newDueAt), row.movable ? 'yes' : 'no', row.problems.map((each) => each.message).join(' ')]));
  }
  process.exitCode = rows.some((row) => !row.movable) ? EXIT.NO : EXIT.GOOD;
}

async function carryOut(actions: MigrationActions, actor: Actor, asked: Asked | undefined, options: RunningOptions): Promise<void> {
  const { reason, dossier, undo, stopOnError = false, command: commandId = randomUUID(), json } = options;
  if (!reason) throw new BadInput('--reason: why the dossiers are moved is needed');
  const begun = undo !== undefined ? await actions.undo(actor, undo, { commandId, reason })
    : await actions.move(actor, { ...asked!, commandId, reason, stopOnError, ...(dossier?.length ? { dossiers: dossier } : {}) });
  const done = await untilFinished(actions, begun);
  const { items } = await actions.results(commandId, { page: 1, pageSize: 10_000 });
  const answer = { migration: commandId, moved: done.moved, kept: done.kept, left: done.left, results: items.map(({ dossierId, dossierNo, moved, code, problems }) => ({ dossierId, dossierNo, moved, ...(code ? { code } : {}), problems })) };
  if (json) printJson(answer);
  else {
    printTable(['dossier', 'moved', 'why not'], items.filter((each) => !each.moved).map((each) => [each.dossierNo || each.dossierId, 'no', each.problems.map(({ message }) => message).join(' ') || (each.code ?? '')]));
    process.stdout.write(`\n${commandId}: ${done.moved} moved, ${done.kept} kept, ${done.left} left\n`);
  }
  process.exitCode = done.kept + done.left > 0 ? EXIT.NO : EXIT.GOOD;
}

async function untilFinished(actions: MigrationActions, begun: Progress): Promise<Progress> {
  let progress = begun;
  while (!progress.migration.finishedAt) {
    await new Promise((resolve) => { setTimeout(resolve, POLL_MS); });
    progress = await actions.progress(progress.migration._id);
  }
  return progress;
}
