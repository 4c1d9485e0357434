/** The whole product as a person starts it, over an empty temporary data folder and free ports. */
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '../../services/places.js';
import { freePort } from '../../services/ports.js';
import { madeOnce } from './made-once.js';
import { temporaryFolder } from './services.js';

export interface Product { url: string; stop(): Promise<void> }

/** Starts `dossierflow serve` with sample data; resolves when it prints its address. Needs what `npm test` sets up. */
export async function startProduct(more: Record<string, string> = {}): Promise<Product> {
  const folder = temporaryFolder();
  if (process.env.DOSSIERFLOW_TEST_RUN) await madeOnce('product', folder.path, async (path) => { await (await startOver({ path, remove: () => undefined }, {})).stop(); });
  return startOver(folder, more);
}

async function startOver(folder: { path: string; remove(): void }, more: Record<string, string>): Promise<Product> {
  const [port, temporalPort, mongoPort] = await Promise.all([more.DOSSIERFLOW_PORT ? Number(more.DOSSIERFLOW_PORT) : freePort(), freePort(), freePort()]);
  const child = spawn(process.execPath, [join(projectRoot(), 'bin', 'dossierflow'), 'serve'], {
    env: {
      ...process.env, NODE_ENV: 'test', DOSSIERFLOW_PORT: String(port), DOSSIERFLOW_TEMPORAL_PORT: String(temporalPort), DOSSIERFLOW_MONGO_PORT: String(mongoPort),
      DOSSIERFLOW_DATA: folder.path, DOSSIERFLOW_TEMPORAL_SYNCHRONOUS: 'NORMAL',
      // A machine that runs everything at once is slow, not broken.
      DOSSIERFLOW_TEMPORAL_CLICK_MS: '20000', ...more,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stop = async (): Promise<void> => { await ended(child); folder.remove(); };
  try {
    return { url: await address(child, port), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The address is printed last, when pages answer; everything said before goes into the error when it never comes. */
function address(child: ChildProcess, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      const url = new RegExp(`^http://\\S+:${port}/`, 'm').exec(said)?.[0];
      if (url) resolve(url.replace(/\/$/, ''));
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the product ended with ${code} before it was ready:\n${said}`)));
  });
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => { child.once('exit', () => resolve()); child.kill('SIGTERM'); });
}
