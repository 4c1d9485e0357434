import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBpmn } from '../../engine/bpmn/read.js';
import { markAccepted, readAccepted, unusedAcceptances } from '../../engine/analysis/acceptance.js';
import { catalogue, check, checkIds } from '../../engine/check.js';
import { messageKeys, say } from '../../engine/analysis/messages.js';
import { processGraph } from '../support/build.js';

const folder = join(__dirname, '../../procedures');
const read = (file: string) => readBpmn(readFileSync(join(folder, file), 'utf8'), file);
const named = (start: string) => readdirSync(folder).find((file) => file.startsWith(start) && file.endsWith('.bpmn') && !file.includes('-published') && !file.includes('-before'))!;

describe('check', () => {
  it('puts errors before warnings before what cannot be told', async () => {
    const bad = processGraph('bad').start().parallel('p').userTask('a').gateway('exclusiveGateway', 'm').end().from('p').userTask('b').goto('m').model();
    const severities = (await check([bad])).map((each) => (each.canTell ? each.severity : 'unknown'));
    expect(severities).toEqual([...severities].sort((a, b) => ['error', 'warning', 'advice', 'unknown'].indexOf(a) - ['error', 'warning', 'advice', 'unknown'].indexOf(b)));
    expect(severities).toEqual(expect.arrayContaining(['error', 'warning', 'unknown']));
  });
  it('runs only the checks asked for, in the language asked for', async () => {
    const bad = processGraph('bad').start().exclusive('x').gateway('parallelGateway', 'join').end().from('x').goto('join').model('bad.bpmn');
    const [vi, ...others] = await check([bad], { checks: ['S1'] });
    const [en] = await check([bad], { checks: ['S1'], language: 'en' });
    expect(others).toEqual([]);
    expect(vi).toMatchObject({ file: 'bad.bpmn', check: 'S1', message: expect.stringContaining('kẹt') });
    expect(en).toMatchObject({ message: expect.stringContaining('get stuck') });
  });
  it('answers for the other files when one cannot be read', async () => {
    const found = await check([await readBpmn('<nonsense', 'x.bpmn'), processGraph('ok').start().userTask('a').end().model('ok.bpmn')]);
    expect(found[0]).toMatchObject({ file: 'x.bpmn', check: 'READ', severity: 'error', canTell: true });
    expect(found.some((each) => each.file === 'ok.bpmn' && !each.canTell)).toBe(true);
  });
  it('says cannot tell for each check that needs facts a plain file lacks', async () => {
    const plain = processGraph().start().userTask('a', { name: 'Check the dossier' }).userTask('b', { name: 'Draft the licence' }).userTask('c', { name: 'Sign the licence' }).end().model();
    const found = await check([plain]);
    expect(found.map((each) => [each.check, each.canTell])).toEqual([
      'S8', 'S9', 'S10', 'S11', 'T1', 'T4', 'T5', 'O1', 'O2', 'O3', 'O4', 'O5', 'O6', 'O7', 'T3', 'T9', 'T18', 'T14', 'T8', 'T12', 'T13', 'T16', 'T17',
    ].map((id) => [id, false]));
  });
  it('has every message in both languages, with the same values', () => {
    for (const key of messageKeys) {
      const values = (text: string): string[] => [...text.matchAll(/\[(\w+)\]/g)].map((each) => each[1]!).sort();
      const echo = new Proxy({}, { get: (_, name) => `[${String(name)}]` }) as Record<string, string>;
      const [vi, en] = [say({ key, values: echo }, 'vi'), say({ key, values: echo }, 'en')];
      expect({ key, values: values(vi) }).toEqual({ key, values: values(en) });
      expect(vi).not.toBe(en);
    }
  });
});

it('has a page and a title for each check, in both languages', () => {
  const pages = readdirSync(join(__dirname, '../../docs/rules')).filter((file) => file !== 'README.md').map((file) => readFileSync(join(__dirname, '../../docs/rules', file), 'utf8'));
  for (const id of checkIds) expect(pages.filter((text) => text.startsWith(`# ${id}.`) && text.includes('## Tiếng Việt') && text.includes('## English'))).toHaveLength(1);
  expect(catalogue.map((each) => each.id).sort()).toEqual([...checkIds].sort());
  for (const { id, title } of catalogue) expect(pages.some((text) => text.startsWith(`# ${id}. ${title.vi} – ${title.en}\n`))).toBe(true);
});

it('has a file and a folder of fixtures for each check', () => {
  const files = ['rules', '../lint'].flatMap((folder) => readdirSync(join(__dirname, '../../engine/analysis', folder)));
  for (const id of checkIds) expect({ id, files: files.filter((file) => file.startsWith(`${id.toLowerCase()}-`)).length > 0 }).toEqual({ id, files: true });
  expect(readdirSync(join(__dirname, 'fixtures')).sort()).toEqual([...checkIds].sort());
});

it('puts what loses more hours in a year first', async () => {
  const over = (file: string, applicantsPerYear: number) => processGraph().procedure({ applicantsPerYear, timeLimits: [{ value: 1, unit: 'workingDays' }] }).start().userTask('a', { step: { limit: 3, unit: 'workingDays' } }).end().model(file);
  const found = await check([over('few.bpmn', 10), over('many.bpmn', 5000)], { checks: ['T1'] });
  expect(found.map((each) => [each.file, each.canTell && each.hoursPerYear])).toEqual([['many.bpmn', 80_000], ['few.bpmn', 160]]);
});

describe('the procedures of the library', () => {
  const files = readdirSync(folder).filter((file) => file.endsWith('.bpmn')).sort();
  const list = readAccepted(JSON.parse(readFileSync(join(folder, 'accepted-findings.json'), 'utf8')));
  const accepted = list.ok ? list.accepted : [];

  it('P03 as published is over its limit, by the sum of its four steps', async () => {
    const found = await check([await read(readdirSync(folder).find((file) => /^P03.*-published\.bpmn$/.test(file))!)], { checks: ['T1'] });
    expect(found).toMatchObject([{ check: 'T1', severity: 'error', evidence: { sumHours: 64, limitHours: 40, overHours: 24 } }]);
    expect(found[0]?.canTell && found[0].evidence['path']).toHaveLength(4);
  });
  it('P05 goes back and forth between units', async () => {
    const found = await check([await read(named('P05'))], { checks: ['T4'] });
    expect(found.map((each) => each.check)).toEqual(['T4']);
  });
  // A finding that is meant to stay is written down in procedures/accepted-findings.json, with its reason and the day to look again.
  it.each(files)('%s has no finding but those accepted', async (file) => {
    const found = markAccepted(await check([await read(file)], { language: 'en' }), accepted, '2026-11-25');
    expect(found.filter((each) => each.canTell && !each.accepted)).toEqual([]);
  });
  it('compared with each other give no finding but those accepted, and no acceptance is out of use', async () => {
    const found = markAccepted(await check(await Promise.all(files.map(read)), { library: true, language: 'en', on: '2026-11-25' }), accepted, '2026-11-25');
    expect(found.filter((each) => each.canTell && !each.accepted)).toEqual([]);
    expect(list).toMatchObject({ ok: true });
    expect(unusedAcceptances(found, accepted)).toEqual([]);
  });
});

describe('acceptance of a finding', () => {
  const entry = { file: 'a.bpmn', check: 'S1', reason: 'known', lookAgain: '2027-01-01' };
  const bad = processGraph('bad').start().exclusive('x').gateway('parallelGateway', 'join').end().from('x').goto('join').model('folder/a.bpmn');
  const marked = async (accepted: object[], on = '2026-11-25') => markAccepted(await check([bad], { checks: ['S1'] }), accepted as never, on);
  it('marks the finding with its reason until the day to look again', async () => {
    expect(await marked([entry])).toMatchObject([{ accepted: { reason: 'known', lookAgain: '2027-01-01' } }]);
    expect((await marked([entry], '2027-01-01'))[0]).not.toHaveProperty('accepted');
  });
  it('is for its file, check and elements only', async () => {
    for (const other of [{ file: 'b.bpmn' }, { check: 'S2' }, { elements: ['x'] }]) expect((await marked([{ ...entry, ...other }]))[0]).not.toHaveProperty('accepted');
    expect((await marked([{ ...entry, elements: ['join'] }]))[0]).toHaveProperty('accepted');
  });
  it.each([[{}, 'not a list'], [[{ ...entry, reason: '' }], '"reason"'], [[{ ...entry, lookAgain: 'soon' }], '"lookAgain"'], [[{ ...entry, elements: 'x' }], '"elements"']])('refuses what is not such a list, naming the field', (value, says) => {
    expect(readAccepted(value)).toMatchObject({ ok: false, message: expect.stringContaining(says) });
  });
});
