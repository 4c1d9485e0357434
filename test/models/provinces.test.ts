/** A unit is a code and a day; the table is compared with the one beside the project where that is there. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { provinceNow, provinceOn, provincesOn } from '../../models/places/provinces.js';

test.each([
  ['24', '2025-06-30', 'Bắc Giang', 'Bắc Ninh'], ['24', '2025-07-01', 'Bắc Ninh', 'Bắc Ninh'], ['02', '2025-01-01', 'Hà Giang', 'Tuyên Quang'], ['74', '2020-05-05', 'Bình Dương', 'Hồ Chí Minh'],
  ['91', '2025-06-30', 'Kiên Giang', 'An Giang'], ['01', '2000-01-01', 'Hà Nội', 'Hà Nội'],
])('%s on %s was %s and lies in %s now', (code, at, then, now) => {
  expect([provinceOn({ code, at })?.name, provinceNow({ code, at }, '2026-11-30')?.name, provinceNow({ code, at }, at)?.name]).toEqual([then, now, then]);
});

test('63 and 34; 6 cities at the reform and 9 after those of 2026; a code that is none is none', () => {
  expect([provincesOn('2025-06-30').length, provincesOn('2025-07-01').length]).toEqual([63, 34]);
  const cities = (day: string): number => provincesOn(day).filter(({ kind }) => kind === 'city').length;
  expect([cities('2025-07-01'), cities('2026-04-30'), cities('2026-09-20')]).toEqual([6, 7, 9]);
  expect([provinceOn({ code: '02', at: '2025-07-01' }), provinceOn({ code: '99', at: '2026-01-01' }), provinceNow({ code: '99', at: '2020-01-01' }, '2026-01-01')]).toEqual([undefined, undefined, undefined]);
});

const path = resolve(__dirname, '../../../shared/data/provinces.json');
const there = existsSync(path);
(there ? test : test.skip)(there ? 'every code and every mapping of the table beside the project' : `the table beside the project: no ${path}`, () => {
  const given = JSON.parse(readFileSync(path, 'utf8')) as { current: { code: string; name: string }[]; legacy: { code: string; name: string; nowCode: string; nowName: string }[] };
  for (const { code, name } of given.current) expect(provinceOn({ code, at: '2026-11-30' })?.name).toBe(name);
  for (const { code, name, nowCode, nowName } of given.legacy) {
    expect(provinceOn({ code, at: '2025-06-30' })?.name).toBe(name);
    expect(provinceNow({ code, at: '2025-06-30' }, '2025-07-01')).toMatchObject({ code: nowCode, name: nowName });
  }
});
