/** Every procedure is played along every branch; together the runs reach every node of its drawing. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check, play, readBpmn, readScript } from '../../engine/index.js';
import type { PlayResult } from '../../engine/index.js';
import { endOf } from './ends.js';
import { branches, files, folder, nameOf } from './files.js';

/** Findings that are true of the procedure as the source states it; any other is a fault of the drawing. */
const MEANT: Record<string, string[]> = {
  'P03-cap-doi-gcn-published': ['T1'], 'P05-cap-lai-gcn-bi-mat': ['T4'],
  // The council sits between the appraisal and the head of the same division.
  'P10-chung-chi-hanh-nghe-duoc': ['T4'],
  // The accountants control before the leader decides and pay after.
  'P18-mua-sam-tam-ung': ['T4'],
};

interface Run { branch: string; script: string }
const runsOf = (file: string): Run[] => {
  const name = nameOf(file);
  const extra = readdirSync(branches).filter((script) => script.startsWith(`${name}.`)).sort();
  return [
    { branch: 'ordinary', script: join(folder, `${name}.play.json`) },
    ...extra.map((script) => ({ branch: script.split('.')[1]!, script: join(branches, script) })),
  ];
};

async function run(file: string, script: string): Promise<PlayResult> {
  const model = await readBpmn(readFileSync(join(folder, file), 'utf8'), file);
  expect(model.diagnostics).toEqual([]);
  const read = readScript(JSON.parse(readFileSync(script, 'utf8')));
  if (!read.ok) throw new Error(`${script}: ${read.message}`);
  return play(model, { script: read.entries });
}

describe.each(files)('%s', (file) => {
  test.each(runsOf(file))('runs to its end: $branch', async ({ branch, script }) => {
    const result = await run(file, script);
    expect(result).toMatchObject({ completed: true, state: 'completed', waiting: [], incidents: [] });
    expect(result.trace[result.trace.length - 1]).toBe(endOf(file, branch));
  });

  test('has a run through every node', async () => {
    const reached = new Set<string>();
    for (const { script } of runsOf(file)) for (const id of (await run(file, script)).trace) reached.add(id);
    const model = await readBpmn(readFileSync(join(folder, file), 'utf8'), file);
    // Called processes of the same file included.
    expect(model.processes.flatMap((each) => [...each.order]).filter((id) => !reached.has(id))).toEqual([]);
  });

  test('has the findings that it is meant to have, and no other', async () => {
    const model = await readBpmn(readFileSync(join(folder, file), 'utf8'), file);
    const checks = ['S1', 'S2', 'S3', 'S4', 'S5', 'T1', 'T3', 'T4', 'T6', 'O2', 'O5'];
    const found = await check([model], { checks });
    expect(found.map((finding) => finding.check)).toEqual(MEANT[nameOf(file)] ?? []);
  });

  test('runs without a script to its ordinary end', async () => {
    const model = await readBpmn(readFileSync(join(folder, file), 'utf8'), file);
    expect(play(model, {})).toMatchObject({ completed: true, incidents: [] });
  });
});

test('the published exchange of certificates is three days over its limit', async () => {
  const file = 'P03-cap-doi-gcn-published.bpmn';
  const model = await readBpmn(readFileSync(join(folder, file), 'utf8'), file);
  const [finding] = await check([model], { checks: ['T1'] });
  expect(finding).toMatchObject({ check: 'T1', evidence: { sumHours: 64, limitHours: 40, overHours: 24, path: ['tiepNhan', 'thamDinh', 'kyGiay', 'traKetQua'] } });
});

test('what an internal audit finds opens a corrective action', async () => {
  const models = await Promise.all(['P14-danh-gia-noi-bo', 'P15-hanh-dong-khac-phuc'].map((name) => readBpmn(readFileSync(join(folder, `${name}.bpmn`), 'utf8'))));
  const read = readScript(JSON.parse(readFileSync(join(folder, 'P14-danh-gia-noi-bo.play.json'), 'utf8')));
  if (!read.ok) throw new Error(read.message);
  const result = play(models, { script: read.entries, process: 'P14_danhGiaNoiBo' });
  expect(result.trace).toContain('nhanPhatHien');
  expect(result.waiting.map((each) => each.element)).toEqual(['ghiNhan']);
});
