/** Where the clone and the cache are; the layout of the cache is that of services/places.ts. */
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');
export const cache = resolve(process.env.DOSSIERFLOW_CACHE || join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'dossierflow'));
export const pinned = JSON.parse(readFileSync(join(root, 'services', 'pinned.json'), 'utf8'));

export const places = {
  temporal: join(cache, `temporal-cli-${pinned.temporalCli}`, 'temporal'),
  mongod: join(cache, 'mongod'),
  mongoJava: join(cache, `mongo-java-${pinned.mongoJavaServer}`),
  testServer: join(cache, `temporal-test-server-${pinned.temporalTestServer}`, 'temporal-test-server'),
};
