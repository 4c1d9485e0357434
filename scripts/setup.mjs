/**
 * What a fresh clone needs before `npm start` or `npm test`: packages, services, the built program.
 * Only Node's own modules. Repeating it is harmless, and quick when nothing changed.
 */
import { obtainChromium } from './setup/chromium.mjs';
import { obtainMongo } from './setup/mongo.mjs';
import { checkNode, installPackages } from './setup/packages.mjs';
import { Failed, Missing, say } from './setup/run.mjs';
import { obtainTemporal } from './setup/temporal.mjs';
import { obtainTestServer } from './setup/test-server.mjs';

const purpose = process.argv[2];

async function main() {
  checkNode();
  await installPackages();
  const forTests = purpose === 'test';
  // Maven's local repository does not bear two writers, so the two that use it take turns.
  const javaParts = async () => { await obtainMongo(); if (forTests) await obtainTestServer(); };
  const { build } = await import('./build.mjs');
  // What is missing is told at once; the other parts go on, so that the next try finds them done.
  const parts = [obtainTemporal(), javaParts(), build(), forTests ? obtainChromium() : undefined];
  await Promise.all(parts.map((part) => Promise.resolve(part).catch(report)));
  if (!process.exitCode) say('ready');
}

function report(failure) {
  process.stderr.write(`\n${failure instanceof Missing || failure instanceof Failed ? failure.message : failure.stack}\n\n`);
  process.exitCode = 1;
}

if (purpose !== 'start' && purpose !== 'test') {
  process.stderr.write('usage: node scripts/setup.mjs start|test\n');
  process.exitCode = 2;
} else {
  await main().catch(report);
}
