/** `npm run bench`: the product and a workflow written by hand take the same dossiers through the same services, in turns. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import { dossierIdOf } from '../models/writes/reception.js';
import { projectRoot } from '../services/places.js';
import { timeCalendar } from './calendar.js';
import { timeChecks } from './checks.js';
import { timeMining } from './mining.js';
import { timeOverviews } from './overview.js';
import { timePractice } from './practice.js';
import { timeCorrection } from './correction.js';
import { timeLists } from './lists.js';
import { longText, takeLongDossier } from './long.js';
import { CONTENDERS, historyOf, measure, type Contender, type History, type Run } from './measure.js';
import { readOptions, USAGE, type Options } from './options.js';
import { memoryOf } from './processes.js';
import { Product } from './product.js';
import { linesOf, ratiosOf, textOf, type Result } from './report.js';
import { openStage, type Stage } from './stage.js';

const HISTORIES = 10;
/** For garbage to be collected and buffers to be let go. */
const REST_MS = 3_000;
const told = (line: string): void => { process.stderr.write(`${line}\n`); };

async function bench(options: Options): Promise<Result> {
  const stage = await openStage(options);
  try {
    const product = await Product.open(stage.url, options.clerks, stage.store);
    told(`warming up: ${options.warmUp} dossiers each, every click of the product looked up in the read model`);
    await product.run(options.warmUp, options.clerks, 'warm', true);
    for (const writing of ['readModel', 'nothing'] as const) await stage.driveByHand({ n: options.warmUp, clerks: options.clerks, writing, prefix: `warm-${writing}` });
    const runs = await allRuns(stage, product, options);
    const histories = await readHistories(stage, runs);
    const kibPerOpenDossier = options.memory > 0 ? await weigh(stage, product, options.memory) : undefined;
    const lists = options.lists.length > 0 ? await timeLists(stage.store, stage.url, stage.planHash, options.lists) : [];
    product.close();
    const lines = linesOf(runs);
    return {
      at: new Date().toISOString(), cores: cpus().length, cpuModel: cpus()[0]?.model ?? '', node: process.version, synchronous: options.synchronous, serverStartMs: stage.serverStart,
      services: stage.services.described, lines, ratios: ratiosOf(lines), histories, ...(kibPerOpenDossier === undefined ? {} : { kibPerOpenDossier }), lists, runs,
    };
  } finally {
    await stage.close();
  }
}

/** Contenders take turns, and each round begins with another one, so that none has the quiet moments for itself. */
async function allRuns(stage: Stage, product: Product, options: Options): Promise<Run[]> {
  const runs: Run[] = [];
  for (let round = 0; round < options.rounds; round += 1) {
    for (const [n, clerks] of [[options.one, 1], [options.many, options.clerks]] as const) {
      for (let turn = 0; turn < CONTENDERS.length && n > 0; turn += 1) {
        const contender = CONTENDERS[(round + turn) % CONTENDERS.length]!;
        const run = await measure(stage, product, contender, n, clerks, prefixOf(contender, round, clerks));
        runs.push(run);
        told(`round ${round + 1}: ${contender}, ${clerks} clerks: ${run.dossiersPerSecond.toFixed(2)} dossiers/s, p50 ${run.click.p50.toFixed(1)} ms`);
      }
    }
  }
  return runs;
}

const prefixOf = (contender: Contender, round: number, clerks: number): string => `${contender}-${round}-${clerks}`;

async function readHistories(stage: Stage, runs: readonly Run[]): Promise<Result['histories']> {
  const connection = await Connection.connect({ address: stage.services.temporalAddress });
  const client = new Client({ connection });
  const histories: Partial<Record<Contender, History>> = {};
  for (const contender of CONTENDERS) {
    const run = runs.find((each) => each.contender === contender && each.dossiers >= HISTORIES);
    if (!run) continue;
    const prefix = prefixOf(contender, 0, run.clerks);
    const idOf = (i: number): string => (contender === 'product' ? dossierIdOf('bench-agency', `bench-${prefix}-${i}`) : `${prefix}-${i}`);
    histories[contender] = await historyOf(client, new Map(Array.from({ length: HISTORIES }, (_, i) => [i, idOf(i)])));
  }
  await connection.close();
  return histories;
}

/** Growth of the server's resident memory while dossiers stay open in the worker's cache: an upper bound, with garbage in it. */
async function weigh(stage: Stage, product: Product, n: number): Promise<number | undefined> {
  await product.receiveOnly(50, 'weigh-first');
  await sleep(REST_MS);
  const before = memoryOf(stage.pids.server);
  await product.receiveOnly(n, 'weigh');
  await sleep(REST_MS);
  const after = memoryOf(stage.pids.server);
  return before === undefined || after === undefined ? undefined : (after - before) / n;
}

function keep(result: Result): string {
  const folder = join(projectRoot(), 'data', 'bench');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${result.at.replaceAll(':', '-')}.json`);
  writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`);
  return file;
}

const options = readOptions(process.argv.slice(2));
if (options === 'help') {
  console.log(USAGE);
} else if (options.turns > 0) {
  const result = await takeLongDossier(options.turns);
  console.log(options.json ? JSON.stringify(result, null, 2) : longText(result));
} else if (options.correction > 0) {
  console.log(JSON.stringify(await timeCorrection(options), null, 2));
} else if (options.checks) {
  console.log(JSON.stringify(await timeChecks(options.folders), null, 2));
} else if (options.mining) {
  console.log(JSON.stringify(await timeMining(), null, 2));
} else if (options.practice) {
  console.log(JSON.stringify(await timePractice(options.lists.length > 0 ? options.lists : [1_000, 10_000]), null, 2));
} else if (options.overview) {
  console.log(JSON.stringify(await timeOverviews(options.lists.length > 0 ? options.lists : [1_000, 10_000]), null, 2));
} else if (options.calendar) {
  console.log(JSON.stringify(timeCalendar(), null, 2));
} else {
  const result = await bench(options);
  told(keep(result));
  console.log(options.json ? JSON.stringify(result, null, 2) : textOf(result));
}
