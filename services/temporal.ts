/** The embedded Temporal: the development server of the CLI with its database in the data folder. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import type { Embedded } from './embedded.js';
import { locateTemporal } from './locate.js';
import type { ServiceSettings } from './types.js';

const PROBE_MS = 3_000;

/** Throws unless a Temporal server answers at `address` and knows the namespace. */
export async function probeTemporal(address: string, namespace: string): Promise<void> {
  const connection = await Connection.connect({ address, connectTimeout: PROBE_MS });
  try {
    await connection.withDeadline(Date.now() + PROBE_MS, () => connection.workflowService.describeNamespace({ namespace }));
  } finally {
    await connection.close();
  }
}

export function embeddedTemporal(settings: ServiceSettings, env: NodeJS.ProcessEnv): Embedded {
  return {
    name: 'temporal',
    dataFolder: settings.dataFolder,
    customaryPort: 7233,
    wantedPort: settings.temporalPort,
    portVariable: 'DOSSIERFLOW_TEMPORAL_PORT',
    locate: () => locateTemporal(settings.cacheFolder, env),
    args: (_program, port) => startDevArguments(settings, port),
    addressOf: (port) => `127.0.0.1:${port}`,
    probe: (address) => probeTemporal(address, settings.temporalNamespace),
  };
}

function startDevArguments(settings: ServiceSettings, port: number): readonly string[] {
  const folder = join(settings.dataFolder, 'temporal');
  mkdirSync(folder, { recursive: true });
  const attributes = (settings.searchAttributes ?? []).flatMap((attribute) => ['--search-attribute', attribute]);
  return [
    'server', 'start-dev', '--headless', '--ip', '127.0.0.1', '--port', String(port), '--log-level', 'warn',
    '--namespace', settings.temporalNamespace, '--db-filename', join(folder, 'temporal.db'),
    '--sqlite-pragma', 'journal_mode=WAL', '--sqlite-pragma', `synchronous=${settings.temporalSynchronous}`,
    ...attributes,
  ];
}
