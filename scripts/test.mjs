/**
 * `npm test [-- file ...]`: the jest tests with the services that set-up obtained.
 * Ends with the line `N passed, N failed`; no test run at all counts as a failure.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from './setup/chromium.mjs';
import { cache, places, root } from './setup/places.mjs';
import { say } from './setup/run.mjs';
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

function main() {
  const chromium = findChromium();
  if (!chromium) say('browser tests are skipped: no Chromium');
  const folder = mkdtempSync(join(tmpdir(), 'dossierflow-report-'));
  const report = join(folder, 'report.json');
  const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  const args = [jest, '--maxWorkers=2', '--json', `--outputFile=${report}`, ...process.argv.slice(2)];
  // The report goes to the file; jest also repeats it on its standard output, which nobody wants to read.
  const run = spawnSync(process.execPath, args, { cwd: root, env: testEnvironment(chromium, folder), stdio: ['ignore', 'ignore', 'inherit'] });
  try {
    const { line, success } = summary(JSON.parse(readFileSync(report, 'utf8')));
    process.stdout.write(`${line}\n`);
    process.exitCode = success && run.status === 0 ? 0 : 1;
  } catch {
    process.stdout.write('0 passed, 1 failed\n');
    process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

main();
