/**
 * The record of the children in the data folder, so that the next start finds what a killed process left behind.
 * A child is touched only when the running process is provably the recorded one.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export interface ChildRecord {
  readonly pid: number;
  /** The command that was started; a wrapper may stand before it in what the operating system shows. */
  readonly commandLine: string;
  readonly owner: number;
  readonly ownerCommandLine: string;
  /** Address or connection string it serves. */
  readonly at: string;
  readonly described: string;
}

/** Command line of a running process, or undefined when there is none (a zombie has an empty one). */
export function commandLineOf(pid: number): string | undefined {
  try {
    if (existsSync('/proc/self/cmdline')) {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim() || undefined;
    }
    return execFileSync('ps', ['-ww', '-p', String(pid), '-o', 'command='], { encoding: 'utf8' }).trim() || undefined;
  } catch {
    return undefined;
  }
}

const fileOf = (dataFolder: string, name: string): string => join(dataFolder, 'running', `${name}.json`);

/** Notes a child that `owner`, the calling process unless told otherwise, has started. */
export function writeRecord(
  dataFolder: string, name: string, child: Omit<ChildRecord, 'owner' | 'ownerCommandLine'>, owner: number = process.pid,
): void {
  const record: ChildRecord = { ...child, owner, ownerCommandLine: commandLineOf(owner) ?? '' };
  mkdirSync(join(dataFolder, 'running'), { recursive: true });
  writeFileSync(fileOf(dataFolder, name), JSON.stringify(record, null, 2));
}

export function removeRecord(dataFolder: string, name: string): void {
  rmSync(fileOf(dataFolder, name), { force: true });
}

/** The recorded child when it still runs and is ours: the data folder stands in its command line. */
function readRecord(dataFolder: string, name: string): ChildRecord | undefined {
  const file = fileOf(dataFolder, name);
  if (!existsSync(file)) return undefined;
  try {
    const record = JSON.parse(readFileSync(file, 'utf8')) as ChildRecord;
    return record.commandLine.includes(dataFolder) && stillRuns(record) ? record : undefined;
  } catch {
    return undefined; // a half-written record of a killed process says nothing
  }
}

function stillRuns({ pid, commandLine }: ChildRecord): boolean {
  return commandLineOf(pid)?.endsWith(commandLine) ?? false;
}

/**
 * Stops a child that a killed process left on this data folder.
 * Returns the record instead when the process that started it is alive: then it is in use and stays.
 */
export async function clearStale(dataFolder: string, name: string, log: (line: string) => void): Promise<ChildRecord | undefined> {
  const record = readRecord(dataFolder, name);
  if (record && (commandLineOf(record.owner) ?? 'ended') === record.ownerCommandLine) return record;
  if (record) {
    log(`${name}: stopping process ${record.pid}, left behind by process ${record.owner}`);
    await endProcess(record);
  }
  removeRecord(dataFolder, name);
  return undefined;
}

async function endProcess(record: ChildRecord): Promise<void> {
  for (const [signal, rounds] of [['SIGTERM', 70], ['SIGKILL', 20]] as const) {
    try {
      process.kill(record.pid, signal);
    } catch {
      return;
    }
    for (let round = 0; round < rounds; round += 1) {
      if (!stillRuns(record)) return;
      await sleep(100);
    }
  }
  throw new Error(`process ${record.pid} does not end`);
}
