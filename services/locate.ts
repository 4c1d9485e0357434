/** Which program serves as the embedded Temporal or MongoDB: the first that is there, in the documented order. */
import { accessSync, constants, existsSync, readdirSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { obtainedPlaces } from './places.js';
import { ServiceUnavailable } from './problem.js';

export interface Program {
  readonly command: string;
  /** Arguments that come before ours (a JVM's class path, say). */
  readonly prefix: readonly string[];
  readonly kind: 'temporal' | 'mongod' | 'mongo-java';
  /** Where it was found, for the start message. */
  readonly origin: string;
}

export function onPath(name: string, env: NodeJS.ProcessEnv): string | undefined {
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, name)).find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

export function locateTemporal(cache: string, env: NodeJS.ProcessEnv): Program {
  const found = onPath('temporal', env);
  if (found) return { command: found, prefix: [], kind: 'temporal', origin: 'temporal on PATH' };
  const cached = obtainedPlaces(cache).temporal;
  if (isProgram(cached)) return { command: cached, prefix: [], kind: 'temporal', origin: 'temporal in the cache folder' };
  throw new ServiceUnavailable({
    what: 'No Temporal server: TEMPORAL_ADDRESS is not set and there is no `temporal` program to start.',
    looked: ['temporal on PATH', cached],
    command: 'node scripts/setup.mjs start',
  });
}

export function locateMongo(cache: string, env: NodeJS.ProcessEnv): Program {
  const found = onPath('mongod', env);
  if (found) return { command: found, prefix: [], kind: 'mongod', origin: 'mongod on PATH' };
  const places = obtainedPlaces(cache);
  const cached = downloadedMongod(places.mongod);
  if (cached) return { command: cached, prefix: [], kind: 'mongod', origin: 'mongod in the cache folder' };
  const java = onPath('java', env);
  const launcher = join(places.mongoJava, 'classes', 'MongoLauncher.class');
  if (java && existsSync(launcher)) return javaProgram(java, places.mongoJava);
  throw new ServiceUnavailable({
    what: 'No MongoDB: MONGODB_URI is not set and there is no server program to start.',
    looked: ['mongod on PATH', places.mongod, `${launcher}${java ? '' : ' (and no java on PATH)'}`],
    command: 'node scripts/setup.mjs start',
  });
}

function downloadedMongod(folder: string): string | undefined {
  if (!existsSync(folder)) return undefined;
  const names = readdirSync(folder).filter((name) => name.startsWith('mongod')).sort();
  return names.map((name) => join(folder, name)).find(isProgram);
}

function javaProgram(java: string, folder: string): Program {
  const classPath = [join(folder, 'classes'), join(folder, 'lib', '*')].join(delimiter);
  // With the JVM's default heap a sorted list over 100,000 documents ran out of memory. Documents are written byte by
  // byte into buffers that nobody gives back meanwhile: looking after that with each byte is left out.
  const prefix = ['-Xmx2g', '-Dio.netty.buffer.checkAccessible=false', '-Dslf4j.internal.verbosity=ERROR', '-cp', classPath, 'MongoLauncher'];
  return { command: java, prefix, kind: 'mongo-java', origin: 'embedded Java server over an H2 store' };
}
