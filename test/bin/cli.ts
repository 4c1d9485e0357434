/** The command line as a user runs it: the launcher and the bundled program in a folder of their own, in a child process. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

const ROOT = join(__dirname, '../..');

export interface Answer { code: number | null; out: string; err: string }
export interface Installed {
  folder: string;
  run(args: string[], env?: Record<string, string>): Answer;
  write(name: string, content: unknown): string;
  remove(): void;
}

export function install({ built = true } = {}): Installed {
  const folder = mkdtempSync(join(tmpdir(), 'dossierflow-cli-'));
  mkdirSync(join(folder, 'bin'));
  const launcher = join(folder, 'bin/dossierflow');
  copyFileSync(join(ROOT, 'bin/dossierflow'), launcher);
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  if (built) bundle(join(folder, 'dist/bin/main.js'));
  return {
    folder,
    run(args, env = {}) {
      const child = spawnSync(process.execPath, [launcher, ...args], { cwd: folder, env: { ...process.env, ...env }, encoding: 'utf8', maxBuffer: 1 << 26 });
      return { code: child.status, out: child.stdout, err: child.stderr };
    },
    write(name, content) {
      writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
      return name;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Only our own files are bundled; packages are found where the clone has them. */
function bundle(outfile: string): void {
  buildSync({ entryPoints: [join(ROOT, 'bin/main.ts')], outfile, bundle: true, packages: 'external', platform: 'node', format: 'esm', logLevel: 'error' });
}
