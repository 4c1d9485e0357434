/** A correction of a calendar over open dossiers, on the real services: seen beforehand, in force, in the lists, told to every workflow. */
import { join } from 'node:path';
import pino from 'pino';
import { DEFAULT_CALENDAR } from '../models/calendars/book.js';
import { deskDay } from '../models/desk.js';
import type { Actor } from '../models/directory.js';
import { seedCalendars } from '../scripts/seed/calendars.js';
import { CalendarActions } from '../server/calendar-actions.js';
import { createParts } from '../server/parts.js';
import { projectRoot } from '../services/places.js';
import { temporalConfig } from '../temporal.config.js';
import { TemporalHost } from '../workflows/temporal-host.js';
import type { Options } from './options.js';
import { Product } from './product.js';
import { openStage } from './stage.js';

export interface CorrectionTiming { dossiers: number; moved: number; previewMs: number; inForceMs: number; listsMs: number; toldMs: number; toldMsPerDossier: number }

const DAY = 86_400_000;
/** Enough days off that every open date moves. */
const DAYS_OFF = 5;
const BY: Actor = { id: 'bench', name: 'bench', position: '', agencyId: 'bench-agency', agencyName: '', departmentIds: [], departmentNames: [], roles: ['administrator'], posts: [] };

export async function timeCorrection(options: Options): Promise<CorrectionTiming> {
  const stage = await openStage(options);
  try {
    await seedCalendars(stage.store, join(projectRoot(), 'procedures'), new Date());
    const product = await Product.open(stage.url, options.clerks, stage.store);
    await product.receiveOnly(options.correction, 'correction');
    product.close();
    const config = temporalConfig(process.env, stage.services.temporalAddress);
    const host = TemporalHost.open({ address: config.address, namespace: config.namespace, taskQueue: config.taskQueue, deadline: config.timeouts.click });
    try {
      return await correct(new CalendarActions({ ...await createParts(stage.store), host, log: pino({ level: 'warn' }) }), options.correction, stage.store);
    } finally {
      await host.close();
    }
  } finally {
    await stage.close();
  }
}

async function correct(actions: CalendarActions, dossiers: number, store: Awaited<ReturnType<typeof openStage>>['store']): Promise<CorrectionTiming> {
  const { file } = (await store.calendarVersions.findById(`${DEFAULT_CALENDAR}:1`).lean())!;
  const days = Array.from({ length: DAYS_OFF }, (_, i) => deskDay(new Date(Date.now() + (i + 1) * DAY)));
  const corrected = { ...file, closed: { ...file.closed, ...Object.fromEntries(days.map((day) => [day, 'bench'])) } };
  const [previewMs] = await timed(() => actions.corrections.preview([BY.agencyId], DEFAULT_CALENDAR, corrected, { page: 1, pageSize: 20 }));
  const began = Date.now();
  const [inForceMs, { version }] = await timed(() => actions.correct(BY, DEFAULT_CALENDAR, { file: corrected, reason: 'bench', base: 1 }));
  // What a busy server did not answer in time is taken up again, as the product does it.
  const [toldMs] = await timed(async () => { do await actions.finish(DEFAULT_CALENDAR, version); while ((await actions.corrections.unfinished()).length > 0); });
  const doc = (await store.calendarVersions.findById(`${DEFAULT_CALENDAR}:${version}`).lean())!;
  const { all } = await actions.corrections.progress(DEFAULT_CALENDAR, version);
  return { dossiers, moved: doc.moved ?? 0, previewMs, inForceMs, listsMs: doc.appliedAt!.getTime() - began, toldMs, toldMsPerDossier: toldMs / Math.max(all, 1) };
}

async function timed<T>(work: () => Promise<T>): Promise<[ms: number, answer: T]> {
  const began = performance.now();
  const answer = await work();
  return [Math.round(performance.now() - began), answer];
}
