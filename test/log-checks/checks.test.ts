/** Each check on logs that must make it fire and on logs that must not; the shape of what they say; the pages. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { logCatalogue } from '../../engine/log-checks/catalogue.js';
import { checkLog, logCheckIds } from '../../engine/log-checks/check-log.js';
import type { TellingFinding } from '../../engine/check.js';
import { acrossRules, logRules } from '../../engine/log-checks/rules/index.js';
import { logOf, many } from './made.js';
import { cleanLog, drawing, table } from './table.js';

const telling = (found: ReturnType<typeof checkLog>): TellingFinding[] => found.filter((each): each is TellingFinding => each.canTell);

test.each(table.map((row) => [row.id, row.fires ? 'fires' : 'is silent', row.what, row] as const))('%s %s: %s', (id, _fires, _what, { log, options, fires }) => {
  const found = checkLog(log, { ...options, checks: [id], language: 'en' });
  const own = telling(found).filter((each) => each.check === id);
  expect(own.length > 0).toBe(fires);
  for (const each of own) {
    expect(each.message).not.toMatch(/\{\w+\}|undefined|NaN/);
    expect(each.suggestion).not.toMatch(/\{\w+\}|undefined|NaN/);
    expect(each.reference).toBeDefined();
    expect(each.evidence).toMatchObject({ completed: expect.any(Number), period: { from: expect.any(String), to: expect.any(String) }, caseCount: expect.any(Number), cases: expect.any(Array) });
    expect(JSON.stringify(each.evidence)).not.toMatch(/null,null|NaN/);
  }
});

test('every check has a row that fires and one that is silent', () => {
  for (const id of logCheckIds) {
    expect([id, table.some((row) => row.id === id && row.fires), table.some((row) => row.id === id && !row.fires)]).toEqual([id, true, true]);
  }
  expect(logCheckIds.length).toBe(32);
  expect([...logRules, ...acrossRules].map(({ check }) => check).sort()).toEqual([...logCheckIds].sort());
});

test('a clean log raises nothing', () => {
  expect(telling(checkLog(cleanLog(), { model: drawing({ limit: 3 }), language: 'en' })).map(({ check, message }) => `${check} ${message}`)).toEqual([]);
});

test('below thirty completed cases nothing is told', () => {
  const bad = table.find(({ id, fires }) => id === 'L1' && fires)!;
  const few = logOf(many(29, () => [{ name: 'Receive' }, { name: 'Return', wait: 20 }]));
  expect(telling(checkLog(few))).toEqual([]);
  expect(checkLog(few, { checks: ['L1'] })).toEqual([{ file: 'log', check: 'L1', canTell: false, missing: ['30 completed cases (there are 29)'] }]);
  expect(telling(checkLog(bad.log, { checks: ['L1'] }))).toHaveLength(1);
});

test('a check that lacks facts says which', () => {
  const missing = checkLog(logOf(many(40, () => [{ name: 'One' }, { name: 'Two' }]), { starts: false })).flatMap((each) => (each.canTell ? [] : [[each.check, each.missing.join(', ')]]));
  expect(Object.fromEntries(missing)).toMatchObject({ T2: 'df:step limit', T10: 'the drawing', T15: 'org:resource', L2: 'org:group', L7: 'start events', L8: 'df:timeLimit, or attribute dueAt of the cases', L18: 'assign and reassign events', L23: 'attribute version of cases or events' });
});

test('hours lost in a year, the period and the cases behind a finding', () => {
  const log = logOf(many(104, (i) => [{ name: 'Receive', who: `d${i % 3}` }, { name: 'Check', who: `a${i % 3}`, wait: 10 }, { name: 'Return', who: `d${i % 3}` }], { every: 20 }));
  const [found] = telling(checkLog(log, { checks: ['L1'], language: 'en', file: 'x.csv' }));
  expect(found).toMatchObject({ file: 'x.csv', check: 'L1', severity: 'warning', elements: ['Check'], evidence: { n: 104, p50Hours: 10, completed: 104 } });
  const years = (Date.parse((found!.evidence['period'] as { to: string }).to) - Date.parse((found!.evidence['period'] as { from: string }).from)) / (365.25 * 86_400_000);
  expect(found!.hoursPerYear).toBeCloseTo(1040 / years, 1);
  expect((found!.evidence['cases'] as string[])[0]).toBe('c0');
});

test('each version by itself, the drawing for the newest', () => {
  const log = logOf([...many(40, () => [{ name: 'Receive' }, { name: 'Return', wait: 20 }], { facts: () => ({ version: '1' }) }), ...many(40, () => [{ name: 'Receive' }, { name: 'Return', wait: 1 }], { facts: () => ({ version: '2' }), name: 'n', from: 300 })]);
  expect(telling(checkLog(log, { checks: ['L1'] })).map(({ evidence }) => [evidence['version'], evidence['caseCount']])).toEqual([['1', 40]]);
  expect(telling(checkLog(log, { checks: ['L1'], version: '2' }))).toEqual([]);
});

test('poor data make other findings less sure', () => {
  const steps = (entered: string) => (i: number) => [{ name: 'Receive', who: `d${i % 3}`, facts: { enteredAt: entered } }, { name: 'Return', who: `d${i % 3}`, wait: 20, facts: { enteredAt: entered } }];
  const confidence = (entered: string): number | undefined => telling(checkLog(logOf(many(40, steps(entered))), { checks: ['L1', 'L20'] })).find(({ check }) => check === 'L1')!.confidence;
  expect(confidence('2026-01-05T08:00:00+07:00')).toBe(1);
  expect(confidence('2026-12-01T08:00:00+07:00')).toBe(0.8);
});

test('a page for each check, in both languages', () => {
  const folder = join(__dirname, '../../docs/rules');
  const pages = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
  const list = readFileSync(join(folder, 'README.md'), 'utf8');
  for (const { id, title } of logCatalogue) {
    expect(pages.filter((text) => text.startsWith(`# ${id}. ${title.vi} – ${title.en}\n`) && text.includes('## Tiếng Việt') && text.includes('## English'))).toHaveLength(1);
    expect(list).toContain(`| [${id}](`);
  }
});
