/** The embedded MongoDB: mongod when there is one, else the Java server, with its files in the data folder. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import mongoose from 'mongoose';
import type { Embedded } from './embedded.js';
import { locateMongo, type Program } from './locate.js';
import type { ServiceSettings } from './types.js';

const PROBE_MS = 3_000;

/** Throws unless a MongoDB answers at `uri`. */
export async function probeMongo(uri: string): Promise<void> {
  const client = new mongoose.mongo.MongoClient(uri, { serverSelectionTimeoutMS: PROBE_MS });
  try {
    await client.connect();
    await client.db('admin').command({ ping: 1 });
  } finally {
    await client.close();
  }
}

export function embeddedMongo(settings: ServiceSettings, env: NodeJS.ProcessEnv): Embedded {
  return {
    name: 'mongo',
    dataFolder: settings.dataFolder,
    customaryPort: 27017,
    wantedPort: settings.mongoPort,
    portVariable: 'DOSSIERFLOW_MONGO_PORT',
    locate: () => locateMongo(settings.cacheFolder, env),
    args: (program, port) => serverArguments(program, port, settings.dataFolder),
    addressOf: (port) => `mongodb://127.0.0.1:${port}/dossierflow`,
    probe: probeMongo,
  };
}

/** The two kinds keep separate folders: neither can read the other's files. */
function serverArguments(program: Program, port: number, dataFolder: string): readonly string[] {
  if (program.kind === 'mongo-java') return [String(port), join(dataFolder, 'mongo-h2', 'store.mv')];
  const folder = join(dataFolder, 'mongod');
  mkdirSync(folder, { recursive: true });
  return ['--dbpath', folder, '--port', String(port), '--bind_ip', '127.0.0.1', '--quiet'];
}
