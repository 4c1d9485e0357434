/** Node's version, and node_modules as the lock file says. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './places.mjs';
import { Missing, onPath, run, step } from './run.mjs';

const OLDEST = [20, 19];

export function checkNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return;
  throw new Missing(`Node ${OLDEST.join('.')} or newer is needed; this is ${version}.`, [process.execPath], 'npx --yes node@22 scripts/setup.mjs start');
}

/** npm's own note of what it installed tells whether it is what the lock file asks for. */
export function packagesMatch(folder = root) {
  const installed = join(folder, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return false;
  const wanted = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')).packages;
  const have = JSON.parse(readFileSync(installed, 'utf8')).packages;
  const same = ([path, entry]) => (have[path] ? have[path].version === entry.version : entry.optional === true || entry.peer === true);
  return Object.entries(wanted).filter(([path]) => path !== '').every(same)
    && Object.keys(have).every((path) => wanted[path] !== undefined);
}

export async function installPackages() {
  if (packagesMatch()) return;
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : [onPath('npm') ?? 'npm'];
  const args = [...npm.slice(1), 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  try {
    await step('packages by the lock file (npm ci)', () => run(npm[0], args, { cwd: root }));
  } catch (error) {
    throw new Missing(`The packages could not be installed: ${error.message}`, ['node_modules', 'package-lock.json'], 'npm ci');
  }
}
