/** Which files a part of the build reads, and a stamp that tells whether they changed since it was built. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from '../setup/places.mjs';

/** All files below the given files and folders of the clone, as sorted absolute paths. */
export function filesBelow(...places) {
  return places.flatMap((place) => below(join(root, place))).sort();
}

function below(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return [];
  if (stat.isFile()) return [path];
  return readdirSync(path).filter((name) => name !== 'node_modules').flatMap((name) => below(join(path, name)));
}

const stampFile = (part) => join(root, 'dist', '.stamps', part);

/** Content, not time: a fresh checkout of the same files needs no new build. */
export function stampOf(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

/** Does the work unless `part` was built from the same inputs and its `output` is still there. */
export async function whenChanged(part, files, output, work) {
  const stamp = stampOf(files);
  const file = stampFile(part);
  const current = existsSync(join(root, output)) && existsSync(file) && readFileSync(file, 'utf8') === stamp;
  if (current) return false;
  await work();
  mkdirSync(join(root, 'dist', '.stamps'), { recursive: true });
  writeFileSync(file, stamp);
  return true;
}
