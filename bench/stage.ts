/** Everything that a run needs, with a fresh store: the two services, the product's server, and the worker written by hand. */
import { fork, spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Store } from '../models/store.js';
import { Settings } from '../models/settings/settings.js';
import { startServices, type RunningServices } from '../services/index.js';
import { readSettings } from '../server/config.js';
import { projectRoot } from '../services/places.js';
import type { Answer, Order, Setting } from './by-hand/process.js';
import type { Options } from './options.js';
import { fillSample } from './sample.js';
import type { Drive } from './workload.js';

const MOST_REQUESTS = 100_000;

export interface Stage {
  services: RunningServices; store: Store; url: string; planHash: string;
  /** Milliseconds from the start of the server's process to its printed address, the services being there. */
  serverStart: number;
  pids: { server: number; byHand: number; temporal: number; mongo: number };
  driveByHand(order: Order): Promise<Drive>;
  close(): Promise<void>;
}

export async function openStage(options: Options): Promise<Stage> {
  const folder = join(projectRoot(), 'data', 'bench');
  const data = join(folder, 'stage');
  rmSync(data, { recursive: true, force: true });
  mkdirSync(data, { recursive: true });
  const undo: (() => Promise<unknown> | void)[] = [() => { rmSync(data, { recursive: true, force: true }); }];
  const close = async (): Promise<void> => { for (const each of undo.splice(0).reverse()) await each(); };
  try {
    const { settings } = readSettings(environment(data, options), projectRoot());
    const tell = (line: string): void => { process.stderr.write(`${line}\n`); };
    const services = await startServices(settings, { info: () => undefined, warn: tell, error: tell }, process.env);
    undo.push(() => services.stop());
    const store = await Store.connect(services.mongoUri);
    undo.push(() => store.close());
    const planHash = await fillSample(store);
    // A few clerks of the bench work for all that there are.
    await new Settings(store).change({ key: 'requests.perPerson', scope: 'all', value: MOST_REQUESTS, by: 'bench', reason: 'load', at: new Date() });
    const profile = options.profile ? join(folder, 'profile') : undefined;
    const { server, url, serverStart } = await startServer(services, data, profile);
    undo.push(() => { server.kill('SIGTERM'); return ended(server); });
    const byHand = await startByHand({ address: services.temporalAddress, mongoUri: services.mongoUri, cache: 0 }, profile);
    undo.push(() => { byHand.child.disconnect(); return ended(byHand.child); });
    const pids = { server: server.pid!, byHand: byHand.child.pid!, temporal: pidOf(data, 'temporal'), mongo: pidOf(data, 'mongo') };
    return { services, store, url, planHash, serverStart, pids, driveByHand: byHand.drive, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The product as `npm start` runs it, on a port of its own. */
async function startServer(services: RunningServices, data: string, profile: string | undefined): Promise<{ server: ChildProcess; url: string; serverStart: number }> {
  const began = performance.now();
  const server = spawn(process.execPath, [...profiling(profile), ...startArguments()], {
    cwd: projectRoot(), stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, DOSSIERFLOW_PORT: '0', DOSSIERFLOW_DATA: data, DOSSIERFLOW_SEED: 'false', TEMPORAL_ADDRESS: services.temporalAddress, MONGODB_URI: services.mongoUri },
  });
  const url = await new Promise<string>((resolve, reject) => {
    let said = '';
    server.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const found = /^http:\S+$/m.exec(said);
      if (found) resolve(found[0]);
    });
    server.once('exit', (code) => { reject(new Error(`the server ended with code ${code}:\n${said}`)); });
  });
  return { server, url, serverStart: performance.now() - began };
}

/** What `npm start` gives Node. */
function startArguments(): string[] {
  const { scripts } = JSON.parse(readFileSync(join(projectRoot(), 'package.json'), 'utf8')) as { scripts: { start: string } };
  return scripts.start.split(' ').slice(1);
}

async function startByHand(setting: Setting, profile: string | undefined): Promise<{ child: ChildProcess; drive(order: Order): Promise<Drive> }> {
  const child = fork(fileURLToPath(new URL('./by-hand/process.js', import.meta.url)), [JSON.stringify(setting)], { execArgv: profiling(profile) });
  const answered = (): Promise<Answer> => new Promise((resolve, reject) => {
    const onExit = (code: number | null): void => { reject(new Error(`the worker written by hand ended with code ${code}`)); };
    child.once('exit', onExit).once('message', (message) => { child.off('exit', onExit); resolve(message as Answer); });
  });
  const orFail = async (): Promise<Answer> => {
    const answer = await answered();
    if ('error' in answer) throw new Error(answer.error);
    return answer;
  };
  await orFail();
  return { child, drive: async (order) => { child.send(order); return await orFail() as Drive; } };
}

function profiling(folder: string | undefined): string[] {
  return folder ? ['--cpu-prof', `--cpu-prof-dir=${folder}`] : [];
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await new Promise((resolve) => { child.once('exit', resolve); });
}

/** Its own services with fresh files, whatever the caller's environment names. */
function environment(data: string, { synchronous }: Options): NodeJS.ProcessEnv {
  const { TEMPORAL_ADDRESS: _temporal, MONGODB_URI: _mongo, NODE_ENV: _production, ...rest } = process.env;
  return { ...rest, DOSSIERFLOW_DATA: data, DOSSIERFLOW_TEMPORAL_SYNCHRONOUS: synchronous };
}

export function pidOf(data: string, service: string): number {
  return (JSON.parse(readFileSync(join(data, 'running', `${service}.json`), 'utf8')) as { pid: number }).pid;
}
