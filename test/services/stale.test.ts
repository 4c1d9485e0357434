import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildSync } from 'esbuild';
import { onPath } from '../../services/locate.js';
import { projectRoot } from '../../services/places.js';
import { clearStale, commandLineOf, writeRecord } from '../../services/record.js';
import { temporaryFolder } from '../support/services.js';

const folder = temporaryFolder();
const started: ChildProcess[] = [];
afterAll(() => { started.forEach((child) => child.kill('SIGKILL')); folder.remove(); });

const command = [process.execPath, '-e', 'setInterval(() => undefined, 1000)', folder.path];
const silent = (): void => undefined;

async function startIdle(): Promise<number> {
  const child = spawn(command[0] as string, command.slice(1), { stdio: 'ignore' });
  started.push(child);
  await once(child, 'spawn');
  return child.pid as number;
}

/** A record as a process that has since died would have left it. */
async function recordOfDeadOwner(name: string, pid: number, commandLine: string): Promise<void> {
  const owner = await startIdle();
  writeRecord(folder.path, name, { pid, commandLine, at: 'nowhere', described: 'idle' }, owner);
  process.kill(owner, 'SIGKILL');
  while (commandLineOf(owner) !== undefined) await sleep(20);
}

test('a child left behind by a process that died is stopped and forgotten', async () => {
  const pid = await startIdle();
  await recordOfDeadOwner('left', pid, command.join(' '));
  const lines: string[] = [];
  expect(await clearStale(folder.path, 'left', (line) => lines.push(line))).toBeUndefined();
  expect(commandLineOf(pid)).toBeUndefined();
  expect(lines).toHaveLength(1);
  expect(existsSync(join(folder.path, 'running', 'left.json'))).toBe(false);
});

test('another program that got the recorded process id is left alone', async () => {
  const pid = await startIdle();
  await recordOfDeadOwner('reused', pid, `temporal server start-dev --db-filename ${folder.path}/temporal.db`);
  expect(await clearStale(folder.path, 'reused', silent)).toBeUndefined();
  expect(commandLineOf(pid)).toBe(command.join(' '));
});

test('a child whose starter is alive is reported and left running', async () => {
  const pid = await startIdle();
  writeRecord(folder.path, 'alive', { pid, commandLine: command.join(' '), at: 'here', described: 'idle' });
  expect(await clearStale(folder.path, 'alive', silent)).toMatchObject({ at: 'here', owner: process.pid });
  expect(commandLineOf(pid)).toBe(command.join(' '));
});

const bound = process.platform === 'linux' && onPath('setpriv', process.env) ? test : test.skip;
bound('a child ends when the process that started it is killed with kill -9', async () => {
  const script = join(folder.path, 'starter.mjs');
  buildSync({
    stdin: { contents: `import { Child } from './child.ts';
      const child = Child.start('idle', { command: process.execPath, prefix: [], kind: 'temporal', origin: '' },
        ['-e', 'setInterval(() => undefined, 1000)'], process.env);
      console.log(child.pid);`, resolveDir: join(projectRoot(), 'services') },
    bundle: true, platform: 'node', format: 'esm', outfile: script,
  });
  const starter = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] });
  started.push(starter);
  const [line] = await once(starter.stdout.setEncoding('utf8'), 'data') as [string];
  const pid = Number(line);
  while (!commandLineOf(pid)?.startsWith(process.execPath)) await sleep(20); // until setpriv has become the program
  starter.kill('SIGKILL');
  while (commandLineOf(pid) !== undefined) await sleep(20);
});
