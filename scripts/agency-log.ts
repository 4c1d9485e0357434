/** Plays the procedures of the library with planted troubles: `node dist/scripts/agency-log.js [--clean] [--seed N] [--dossiers N] [--days N] [--xes] FOLDER`. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { vnOffice } from '../engine/calendar/vn-office.js';
import { writeCsv } from '../engine/mining/write/csv.js';
import { writeXes } from '../engine/mining/write/xes.js';
import { playAgency } from '../engine/simulation/agency/play.js';
import { projectRoot } from '../services/places.js';
import { agencyLog } from './agency/log.js';
import { PLANTED, procedure, START } from './agency/plan.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { clean: { type: 'boolean', default: false }, xes: { type: 'boolean', default: false }, seed: { type: 'string', default: '1' }, dossiers: { type: 'string', default: '600' }, days: { type: 'string', default: '700' } },
});
const [folder] = positionals;
const [seed, dossiers, days] = [values.seed, values.dossiers, values.days].map(Number) as [number, number, number];

if (folder === undefined || ![seed, dossiers, days].every((each) => Number.isSafeInteger(each) && each > 0)) {
  process.stderr.write('usage: agency-log [--clean] [--seed N] [--dossiers N] [--days N] [--xes] FOLDER\n');
  process.exitCode = 2;
} else {
  mkdirSync(folder, { recursive: true });
  const drawings = join(projectRoot(), 'procedures');
  const codes = [...new Set(readdirSync(drawings).filter((each) => each.endsWith('.bpmn')).map((each) => each.split('-')[0]!))].sort();
  for (const code of codes) {
    const troubles = values.clean ? [] : PLANTED.filter((each) => each.procedure === code).map(({ trouble }) => trouble);
    const log = agencyLog(playAgency(await procedure(drawings, code), vnOffice(), { seed, start: START, dossiers, days, troubles }), code);
    const file = join(folder, `${code}.${values.xes ? 'xes' : 'csv'}`);
    writeFileSync(file, [...(values.xes ? writeXes(log) : writeCsv(log))].join(''));
    process.stdout.write(`${file}: ${log.cases.length} dossiers${troubles.map(({ kind }) => `, planted: ${kind}`).join('')}\n`);
  }
}
