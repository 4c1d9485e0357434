/** Where things lie: the clone, the user's cache folder, and in it what set-up obtained. */
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

interface Pinned {
  readonly temporalCli: string;
  readonly mongoJavaServer: string;
  readonly temporalTestServer: string;
}

/** The folder that holds our package.json; the same from the sources, from dist/ and from a test. */
export function projectRoot(from: string = import.meta.dirname): string {
  let folder = resolve(from);
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error(`no package.json above ${from}`);
    folder = parent;
  }
  return folder;
}

/** DOSSIERFLOW_CACHE, or `dossierflow` in the user's cache folder. */
export function cacheFolder(env: Readonly<Record<string, string | undefined>>): string {
  return resolve(env.DOSSIERFLOW_CACHE || join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'dossierflow'));
}

export interface Obtained {
  readonly temporal: string;
  /** Folder with what mongodb-memory-server-core found or downloaded. */
  readonly mongod: string;
  /** Folder with lib/*.jar and classes/MongoLauncher.class. */
  readonly mongoJava: string;
  /** A program that starts the time-skipping test server. */
  readonly testServer: string;
}

/** The layout that scripts/setup fills; a new pinned version is a new folder, so clones can share the cache. */
export function obtainedPlaces(cache: string): Obtained {
  const pinned = JSON.parse(readFileSync(join(projectRoot(), 'services', 'pinned.json'), 'utf8')) as Pinned;
  return {
    temporal: join(cache, `temporal-cli-${pinned.temporalCli}`, 'temporal'),
    mongod: join(cache, 'mongod'),
    mongoJava: join(cache, `mongo-java-${pinned.mongoJavaServer}`),
    testServer: join(cache, `temporal-test-server-${pinned.temporalTestServer}`, 'temporal-test-server'),
  };
}
