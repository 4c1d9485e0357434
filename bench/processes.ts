/** CPU time and memory of processes, from /proc; undefined where there is none. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';

/** The kernel's clock ticks in milliseconds; 100 ticks a second on every Linux that Node runs on. */
const TICK_MS = 10;

/** User and system time of all threads, in milliseconds. */
export function cpuOf(pid: number): number | undefined {
  const fields = read(`/proc/${pid}/stat`)?.split(') ')[1]?.split(' ');
  return fields && (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}
/** Resident memory in KiB. */
export function memoryOf(pid: number): number | undefined {
  const found = /VmRSS:\s+(\d+)/.exec(read(`/proc/${pid}/status`) ?? '');
  return found ? Number(found[1]) : undefined;
}

/** How fast the machine is just now: KiB hashed in a second of CPU time, and in a second by the clock; and its load. */
export interface Reference { perCpuSecond: number; perSecond: number; load: number }
export function reference(): Reference {
  const block = Buffer.alloc(65_536, 7);
  const [cpu, began] = [process.cpuUsage(), performance.now()];
  let n = 0;
  for (; performance.now() - began < 250; n += 1) createHash('sha256').update(block).digest();
  const { user, system } = process.cpuUsage(cpu);
  const kib = n * 64;
  return { perCpuSecond: Math.round(kib / ((user + system) / 1e6)), perSecond: Math.round(kib / ((performance.now() - began) / 1000)), load: loadavg()[0] ?? 0 };
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
