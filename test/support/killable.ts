/** The product as a process that can be killed with everything it started, and started again over the same data. */
import { spawn, type ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../services/places.js';
import { freePort } from '../../services/ports.js';
import { temporaryFolder } from './services.js';

export class KillableProduct {
  private child: ChildProcess | undefined;
  private said = '';

  private constructor(private readonly folder: { path: string; remove(): void }, private readonly env: Record<string, string>) {}

  static async create(): Promise<KillableProduct> {
    const folder = temporaryFolder();
    const [port, temporal, mongo] = await Promise.all([freePort(), freePort(), freePort()]);
    return new KillableProduct(folder, {
      NODE_ENV: 'test', DOSSIERFLOW_PORT: String(port), DOSSIERFLOW_TEMPORAL_PORT: String(temporal), DOSSIERFLOW_MONGO_PORT: String(mongo), DOSSIERFLOW_DATA: folder.path,
    });
  }

  get url(): string {
    return `http://127.0.0.1:${this.env.DOSSIERFLOW_PORT}`;
  }

  /** Resolves when the address is printed. */
  async start(): Promise<void> {
    this.said = '';
    const child = spawn(process.execPath, [join(projectRoot(), 'bin', 'dossierflow'), 'serve'], { env: { ...process.env, ...this.env }, stdio: ['ignore', 'pipe', 'pipe'] });
    this.child = child;
    await new Promise<void>((resolve, reject) => {
      const hear = (chunk: Buffer): void => {
        this.said += chunk.toString();
        if (/^http:\/\/\S+\/$/m.test(this.said)) resolve();
      };
      child.stdout.on('data', hear);
      child.stderr.on('data', hear);
      child.once('exit', (code) => { reject(new Error(`ended with ${code}:\n${this.said}`)); });
    });
  }

  /** SIGKILL for the server and all that it started; answers how many there were. */
  async killAll(): Promise<number> {
    const child = this.child!;
    const pids = [child.pid!, ...descendants(child.pid!)];
    const gone = new Promise<void>((resolve) => { child.once('exit', () => { resolve(); }); });
    for (const pid of pids) process.kill(pid, 'SIGKILL');
    await gone;
    return pids.length;
  }

  /** Ends in order; answers the exit code. */
  async stop(): Promise<number | null> {
    const child = this.child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null;
    const code = new Promise<number | null>((resolve) => { child.once('exit', resolve); });
    child.kill('SIGTERM');
    return code;
  }
  remove(): void {
    this.folder.remove();
  }
}

/** Processes started by `pid`, and by those, and so on (Linux). */
export function descendants(pid: number): number[] {
  const parents = readdirSync('/proc').filter((each) => /^\d+$/.test(each)).flatMap((each) => {
    try {
      const stat = readFileSync(`/proc/${each}/stat`, 'utf8');
      return [{ pid: Number(each), parent: Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) }];
    } catch {
      return [];
    }
  });
  const children = parents.filter((each) => each.parent === pid).map((each) => each.pid);
  return children.flatMap((child) => [child, ...descendants(child)]);
}
