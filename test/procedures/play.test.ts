/** Every procedure is played along every branch; together the runs reach every node of its drawing. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check, play, readBpmn, readScript } from '../../engine/index.js';
import type { PlayResult } from '../../engine/index.js';
import { branches, files, folder, nameOf } from './files.js';

/** End event of a branch, by the last part of its script's name. */
const ENDS: Record<string, string> = {
  refusal: 'daTuChoi', refusalAtDesk: 'daTuChoi', notSigned: 'daTuChoi', timeout: 'daTuChoi', secondSupplement: 'daTuChoi',
  supplement: 'daTraKetQua', noticeNotOver: 'daTraKetQua', exempt: 'duocMien', found: 'daDung', notEffective: 'daDong', escalated: 'chuyenLanhDao',
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
    const end = branch === 'ordinary' ? (file.startsWith('P15') ? 'daDong' : 'daTraKetQua') : ENDS[branch];
    expect(result.trace[result.trace.length - 1]).toBe(end);
  });

  test('has a run through every node', async () => {
    const reached = new Set<string>();
    for (const { script } of runsOf(file)) for (const id of (await run(file, script)).trace) reached.add(id);
    const model = await readBpmn(readFileSync(join(folder, file), 'utf8'), file);
    expect(model.processes[0]!.order.filter((id) => !reached.has(id))).toEqual([]);
  });

  test('has the findings that it is meant to have, and no other', async () => {
    const model = await readBpmn(readFileSync(join(folder, file), 'utf8'), file);
    const checks = ['S1', 'S2', 'S3', 'S4', 'S5', 'T1', 'T3', 'T4', 'T6', 'O2', 'O5'];
    const found = await check([model], { checks });
    const meant = file.includes('-published') ? ['T1'] : file.startsWith('P05') ? ['T4'] : [];
    expect(found.map((finding) => finding.check)).toEqual(meant);
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
