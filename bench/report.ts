/** Medians over the rounds, ratios to the workflow written by hand, and the table that is printed. */
import type { ListTiming } from './lists.js';
import { CONTENDERS, median, type Contender, type Cpu, type History, type Run } from './measure.js';

export interface Line extends Omit<Run, 'before' | 'after' | 'seconds'> { rounds: number; perCpuSecond: number; load: number }
export interface Ratios { clerks: number; to: Contender; dossiersPerSecond: number; clickP50: number; cpu?: number }
export interface Result {
  at: string; cores: number; cpuModel: string; node: string; synchronous: string; serverStartMs: number;
  services: { temporal: string; mongo: string };
  lines: Line[]; ratios: Ratios[]; histories: Partial<Record<Contender, History>>; kibPerOpenDossier?: number; lists: ListTiming[];
  runs: Run[];
}

export function linesOf(runs: readonly Run[]): Line[] {
  const levels = [...new Set(runs.map((run) => run.clerks))];
  return levels.flatMap((clerks) => CONTENDERS.flatMap((contender): Line[] => {
    const same = runs.filter((run) => run.clerks === clerks && run.contender === contender);
    if (same.length === 0) return [];
    const of = (pick: (run: Run) => number): number => median(same.map(pick));
    const quantile = (of_: 'click' | 'start') => ({ p50: of((run) => run[of_].p50), p95: of((run) => run[of_].p95), p99: of((run) => run[of_].p99) });
    return [{
      contender, clerks, rounds: same.length, dossiers: same[0]!.dossiers, dossiersPerSecond: of((run) => run.dossiersPerSecond), clicksPerSecond: of((run) => run.clicksPerSecond),
      click: quantile('click'), start: quantile('start'), cpu: cpuOf(same),
      perCpuSecond: of((run) => (run.before.perCpuSecond + run.after.perCpuSecond) / 2), load: of((run) => run.before.load),
    }];
  }));
}

function cpuOf(runs: readonly Run[]): Cpu {
  const cpu: Cpu = {};
  for (const part of ['application', 'temporal', 'mongo', 'clerks', 'all'] as const) {
    const known = runs.flatMap((run) => run.cpu[part] ?? []);
    if (known.length === runs.length) cpu[part] = median(known);
  }
  return cpu;
}

export function ratiosOf(lines: readonly Line[]): Ratios[] {
  return lines.filter((line) => line.contender === 'product').flatMap((product) => lines.filter((line) => line.clerks === product.clerks && line.contender !== 'product').map((hand) => ({
    clerks: product.clerks, to: hand.contender, dossiersPerSecond: product.dossiersPerSecond / hand.dossiersPerSecond, clickP50: product.click.p50 / hand.click.p50,
    ...(product.cpu.all && hand.cpu.all ? { cpu: product.cpu.all / hand.cpu.all } : {}),
  })));
}

const NAMES: Record<Contender, string> = { product: 'Dossierflow, by HTTP', byHand: 'by hand, read model', byHandUnwritten: 'by hand, nothing written' };
const HEAD = ['', 'clerks', 'dossiers/s', 'clicks/s', 'click p50', 'p95', 'p99 ms', 'start p50', 'CPU ms: app', 'Temporal', 'Mongo', 'clerks', 'all'];

export function textOf(result: Result): string {
  const rows = result.lines.map(({ contender, clerks, dossiersPerSecond, clicksPerSecond, click, start, cpu }) => [
    NAMES[contender], String(clerks), dossiersPerSecond.toFixed(2), clicksPerSecond.toFixed(1), click.p50.toFixed(1), click.p95.toFixed(1), click.p99.toFixed(1), start.p50.toFixed(1),
    ...[cpu.application, cpu.temporal, cpu.mongo, cpu.clerks, cpu.all].map((each) => (each === undefined ? '–' : each.toFixed(0))),
  ]);
  const said = [
    `${result.at}, ${result.cores} cores (${result.cpuModel}), Node ${result.node}, SQLite synchronous=${result.synchronous}`, `Temporal ${result.services.temporal}; MongoDB ${result.services.mongo}`,
    `medians of ${result.lines[0]?.rounds ?? 0} rounds; load before ${median(result.runs.map((run) => run.before.load)).toFixed(1)}; ${Math.round(median(result.lines.map((line) => line.perCpuSecond)) / 1024)} MiB hashed per second of CPU`, '',
    ...table([HEAD, ...rows]), '',
    ...result.ratios.map(({ clerks, to, dossiersPerSecond, clickP50, cpu }) => `${clerks} clerks, to "${NAMES[to]}": ${dossiersPerSecond.toFixed(2)} of its dossiers/s, ${clickP50.toFixed(2)} times its p50${cpu === undefined ? '' : `, ${cpu.toFixed(2)} times its CPU`}`),
    ...CONTENDERS.flatMap((each) => { const found = result.histories[each]; return found ? [`history of ${NAMES[each]}: ${found.eventsPerTask.toFixed(2)} events, ${(found.bytesPerTask / 1024).toFixed(2)} KB per user task`] : []; }),
    ...(result.kibPerOpenDossier === undefined ? [] : [`memory of server and worker: ${result.kibPerOpenDossier.toFixed(0)} KiB per open dossier in the cache`]),
    `server start, services running: ${(result.serverStartMs / 1000).toFixed(1)} s`,
    ...result.lists.map(({ dossiers, list, p50, p95 }) => `${dossiers} dossiers, ${list}: p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms`),
  ];
  return said.join('\n');
}

function table(rows: readonly string[][]): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!))).join('  ').trimEnd());
}
