/**
 * `npm test [-- file ...]`: the jest tests with the services that set-up obtained. A few files that failed beside the others run once more, alone:
 * a fault fails there too, and what passes only then is named before the end.
 * Ends with the line `N passed, N failed`; no test run at all counts as a failure.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { findChromium } from './setup/chromium.mjs';
import { cache, places, root } from './setup/places.mjs';
import { say } from './setup/run.mjs';
import { filesToRepeat, repeated } from './test/again.mjs';
import { summary } from './test/summary.mjs';

/** Tests bring their own services; a developer's settings would make them touch real data. */
const OWN_SETTINGS = ['TEMPORAL_ADDRESS', 'MONGODB_URI', 'NODE_ENV'];

function testEnvironment(chromium, folder) {
  const env = { ...process.env, DOSSIERFLOW_TEST_RUN: folder, DOSSIERFLOW_CACHE: cache, DOSSIERFLOW_TEST_SERVER: places.testServer, TZ: 'UTC' };
  for (const name of OWN_SETTINGS) delete env[name];
  if (chromium) env.DOSSIERFLOW_CHROMIUM = chromium;
  else delete env.DOSSIERFLOW_CHROMIUM;
  return env;
}

/** The report goes to a file; jest also repeats it on its standard output, which nobody wants to read. */
function jest(folder, env, args) {
  const report = join(folder, 'report.json');
  rmSync(report, { force: true });
  spawnSync(process.execPath, [join(root, 'node_modules', 'jest', 'bin', 'jest.js'), '--json', `--outputFile=${report}`, ...args], { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] });
  return JSON.parse(readFileSync(report, 'utf8'));
}

function tested(folder, env) {
  const first = jest(folder, env, ['--maxWorkers=2', ...process.argv.slice(2)]);
  const files = filesToRepeat(first);
  if (files.length === 0) return first;
  say(`once more, alone: ${files.map((file) => relative(root, file)).join(', ')}`);
  const { report, unsteady } = repeated(first, jest(folder, env, ['--maxWorkers=1', '--runTestsByPath', ...files]));
  for (const name of unsteady) say(`passed only alone: ${name}`);
  return report;
}

function main() {
  const chromium = findChromium();
  if (!chromium) say('browser tests are skipped: no Chromium');
  const folder = mkdtempSync(join(tmpdir(), 'dossierflow-report-'));
  try {
    const { line, success } = summary(tested(folder, testEnvironment(chromium, folder)));
    process.stdout.write(`${line}\n`);
    process.exitCode = success ? 0 : 1;
  } catch {
    process.stdout.write('0 passed, 1 failed\n');
    process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

main();
