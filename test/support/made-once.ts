/** Sample data take longer to make than most tests to run: made once for a whole run of the tests, and copied by each that starts over them. */
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';

/**
 * Fills the empty folder `into` with what `make` leaves in one: its own, or a copy of what another test of this run has made under that name.
 * @param name of letters, digits and dashes
 */
export async function madeOnce(name: string, into: string, make: (folder: string) => Promise<void>): Promise<void> {
  const run = process.env.DOSSIERFLOW_TEST_RUN;
  if (!run) return make(into);
  const [made, failed] = [join(run, name), join(run, `${name}-failed`)];
  if (isFirst(`${made}-making`)) await makeAll(`${made}-making`, made, make).catch((error: unknown) => { writeFileSync(failed, String(error)); });
  // Another worker may be the one that makes it.
  while (!existsSync(made)) {
    if (existsSync(failed)) throw new Error(readFileSync(failed, 'utf8'));
    await after(100);
  }
  cpSync(made, into, { recursive: true });
}

function isFirst(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}

/** Copied and left where it was made, so that the folder goes on saying that somebody was first. */
async function makeAll(making: string, made: string, make: (folder: string) => Promise<void>): Promise<void> {
  await make(making);
  cpSync(making, `${made}-whole`, { recursive: true });
  renameSync(`${made}-whole`, made);
}
