/** The HTTP application over a real database and the in-process host, on a clock of its own. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Express } from 'express';
import pino, { type Logger } from 'pino';
import type { WordList } from '../../engine/check.js';
import { openFiles } from '../../models/files/open.js';
import type { S3Place } from '../../models/files/store.js';
import { PortalChanges } from '../../models/portal.js';
import { Store } from '../../models/store.js';
import { seed } from '../../scripts/seed/index.js';
import { createApp } from '../../server/app.js';
import { LiveStreams } from '../../server/live/streams.js';
import { signingKey } from '../../server/signing/key.js';
import { certificateWhenNeeded } from '../../server/signing/when-needed.js';
import { createOutside, createParts, type Parts } from '../../server/parts.js';
import { projectRoot } from '../../services/places.js';
import type { DossierHost } from '../../workflows/host.js';
import { InProcessHost } from '../../workflows/in-process-host.js';
import { startFilledMongo } from '../support/services.js';
import { VirtualClock } from '../workflows/support.js';

export interface AppBench { url: string; parts: Parts; store: Store; clock: VirtualClock; host: InProcessHost; /** What the routes talk to; replaceable. */ hosted: { current: DossierHost }; /** The application as it stands, for who looks at its routes. */ app(): Express; /** Address of a second server over the same database. */ second(): Promise<string>; close(): Promise<void> }

/** Monday morning at the desk in Viet Nam. */
export const MONDAY = Date.UTC(2026, 10, 16, 1, 30);

/** With the library and the organisation, and so many dossiers. */
function sampleMongo({ dossiers = 0, frameworks = false, words }: { dossiers?: number; frameworks?: boolean; words?: WordList }): ReturnType<typeof startFilledMongo> {
  return startFilledMongo(['mongo', dossiers, ...(frameworks ? ['frameworks'] : []), ...(words ? ['words'] : [])].join('-'), async (uri) => {
    const store = await Store.connect(uri);
    await store.ensureIndexes();
    await seed(await createParts(store, () => new Date(MONDAY), words), join(projectRoot(), 'procedures'), { dossiers, frameworks });
    await store.close();
  });
}

export async function appBench(options: { dossiers?: number; production?: boolean; heartbeatMs?: number; portal?: boolean; s3?: S3Place; log?: Logger; words?: WordList; frameworks?: boolean } = {}): Promise<AppBench> {
  const mongo = await sampleMongo(options);
  const store = await Store.connect(mongo.uri);
  const clock = new VirtualClock(MONDAY);
  const parts = await createParts(store, () => new Date(clock.now()), options.words);
  const log = options.log ?? pino({ level: 'silent' });
  const files = await openFiles(store, options.s3);
  const dataFolder = mkdtempSync(join(tmpdir(), 'dossierflow-bench-'));
  const certificate = certificateWhenNeeded({ dataFolder }, parts.context);
  const host: InProcessHost = new InProcessHost({
    clock, plan: (hash) => parts.context.plans.plan(hash), project: (batch) => outside().project(batch),
    automatic: async (request) => (await outside().automatic?.(request)) ?? { due: [] },
    deliver: async (delivery) => { await outside().deliver(delivery); },
    service: async (request) => (request.implementation ? ((await outside().services[request.implementation]?.(request)) ?? {}) : {}),
  });
  const outside = () => createOutside(parts, host, log, options.portal ? new PortalChanges(parts.context) : undefined);
  const hosted: { current: DossierHost } = { current: host };
  const forwarding: DossierHost = {
    start: (...args) => hosted.current.start(...args), submit: (...args) => hosted.current.submit(...args), migrate: (...args) => hosted.current.migrate(...args), inspect: (id) => hosted.current.inspect(id), close: () => Promise.resolve(),
  };
  const live = new LiveStreams({ ...parts, log, ...(options.heartbeatMs === undefined ? {} : { heartbeatMs: options.heartbeatMs }) });
  const app = () => createApp({
    ...parts, files, live, host: forwarding, log, sessionSecret: 'for tests only', signingKey: () => signingKey(dataFolder), certificate, production: options.production ?? false, demo: true, webFolder: join(projectRoot(), 'dist', 'web'),
    health: { database: () => store.probe() },
  });
  const servers: Server[] = [];
  const serve = async (): Promise<string> => {
    const server: Server = await new Promise((resolve) => { const listening = app().listen(0, '127.0.0.1', () => { resolve(listening); }); });
    servers.push(server);
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };
  return {
    url: await serve(), second: serve, app, parts, store, clock, host, hosted,
    close: async () => {
      await live.close();
      await Promise.all(servers.map((server) => new Promise((resolve) => { server.close(resolve); server.closeAllConnections(); })));
      await host.close();
      files.close();
      await store.close();
      rmSync(dataFolder, { recursive: true, force: true });
      await mongo.stop();
    },
  };
}
