/** A Chromium for the browser tests; without one they are skipped, so nothing here is an error. */
import { isProgram, onPath, run, say, step } from './run.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/** The path of the browser program, or undefined. */
export function findChromium() {
  const named = process.env.DOSSIERFLOW_CHROMIUM;
  if (named) return isProgram(named) ? named : undefined;
  return NAMES.map(onPath).find((path) => path !== undefined);
}

export async function obtainChromium() {
  if (findChromium()) return;
  const why = await installFromDistribution();
  if (why) say(`browser tests will be skipped: no Chromium (${NAMES.join(', ')} on PATH, DOSSIERFLOW_CHROMIUM); ${why}`);
}

/** Resolves with the reason when it did not work. */
async function installFromDistribution() {
  if (process.env.DOSSIERFLOW_CHROMIUM) return 'DOSSIERFLOW_CHROMIUM names no program';
  const apt = onPath('apt-get');
  if (!apt || process.getuid?.() !== 0) return 'to get it, as root: apt-get install -y chromium fonts-noto-core';
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  try {
    await step('Chromium and fonts, from the distribution (apt-get)', async () => {
      await run(apt, ['update'], { env, minutes: 5 });
      await run(apt, ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-core'], { env, minutes: 15 });
    });
    return findChromium() ? undefined : 'apt-get installed no program of these names';
  } catch (error) {
    return error.message;
  }
}
