/** The system's browser, for measurements and tests. */
import { execFileSync } from 'node:child_process';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Path of the browser, or undefined when the machine has none. */
export function findChromium(): string | undefined {
  if (process.env.DOSSIERFLOW_CHROMIUM) return process.env.DOSSIERFLOW_CHROMIUM;
  for (const name of NAMES) {
    try {
      return execFileSync('which', [name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
    } catch { /* the next name */ }
  }
  return undefined;
}
