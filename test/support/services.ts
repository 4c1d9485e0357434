/**
 * Real services for one test file: each call starts its own on free ports over a temporary folder.
 * The programs are those that `npm test` obtained; without them a call fails with the block that names the command.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { startMongo as startMongoService, startTemporal as startTemporalService, type ServiceLog, type ServiceSettings } from '../../services/index.js';
import { cacheFolder, obtainedPlaces } from '../../services/places.js';
import { freePort } from '../../services/ports.js';
import { madeOnce } from './made-once.js';

/** Warnings and errors of a child would otherwise be lost with the test that caused them. */
const log: ServiceLog = { info: () => undefined, warn: (line) => process.stderr.write(`${line}\n`), error: (line) => process.stderr.write(`${line}\n`) };

/** How often a server is started before a test fails for it. */
const STARTS = 10;

export function temporaryFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'dossierflow-test-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }) };
}

/** Settings of embedded services over `dataFolder`, on ports that are free now. */
export async function testSettings(dataFolder: string, more: Partial<ServiceSettings> = {}): Promise<ServiceSettings> {
  const [temporalPort, mongoPort] = await Promise.all([freePort(), freePort()]);
  return {
    temporalNamespace: 'default', temporalSynchronous: 'NORMAL', temporalPort, mongoPort, dataFolder,
    cacheFolder: cacheFolder(process.env), production: false, allowEmbedded: false, ...more,
  };
}

/** A MongoDB with an empty folder: `{ uri, stop() }`. */
export function startMongo(): Promise<RunningMongo> {
  return mongoOver(temporaryFolder());
}

/** A MongoDB that holds what `fill` has written into one, once for a run of the tests; `name` says what it is. */
export async function startFilledMongo(name: string, fill: (uri: string) => Promise<void>): Promise<RunningMongo> {
  const folder = temporaryFolder();
  await madeOnce(name, folder.path, async (path) => {
    const filled = await mongoOver({ path, remove: () => undefined });
    await fill(filled.uri).finally(() => filled.stop());
  });
  return mongoOver(folder);
}

interface RunningMongo { uri: string; stop(): Promise<void> }
async function mongoOver(folder: { path: string; remove(): void }): Promise<RunningMongo> {
  const running = await startMongoService(await testSettings(folder.path), log);
  return { uri: running.at, stop: async () => { await running.stop(); folder.remove(); } };
}

/** A Temporal server with an empty database: `{ address, stop() }`; namespace `default`. */
export async function startTemporal(searchAttributes: readonly string[] = []): Promise<{ address: string; stop(): Promise<void> }> {
  const folder = temporaryFolder();
  const running = await startTemporalService(await testSettings(folder.path, { searchAttributes }), log);
  return { address: running.at, stop: async () => { await running.stop(); folder.remove(); } };
}

/** A Temporal server whose clock jumps over waiting time; end it with `teardown()`. It has no lists and no counts. */
export async function timeSkippingEnvironment(): Promise<TestWorkflowEnvironment> {
  const path = process.env.DOSSIERFLOW_TEST_SERVER || obtainedPlaces(cacheFolder(process.env)).testServer;
  if (!existsSync(path)) throw new Error(`no time-skipping test server at ${path}; to get it: node scripts/setup.mjs test`);
  for (let tried = 1; ; tried += 1) {
    try {
      return await TestWorkflowEnvironment.createTimeSkipping({ server: { executable: { type: 'existing-path', path } } });
    } catch (error) {
      // The SDK gives it five seconds, which a machine that runs everything at once may need for the JVM alone.
      if (tried >= STARTS || !String(error).includes('did not start')) throw error;
    }
  }
}
