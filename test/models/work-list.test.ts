/** The work list finds its page by an index, whichever filters and order are chosen: what the schema has against what the list asks. */
import type { Actor } from '../../models/directory.js';
import { byWords, wordsOf } from '../../models/fold.js';
import { filterOf, sortOf, type WorkQuery } from '../../models/queries/work.js';
import { workItemSchema } from '../../models/schemas/dossier.js';

const actor = { id: 'lan', agencyId: 'a', departmentIds: ['d'] } as unknown as Actor;
const moment = { now: new Date(1_000), soon: new Date(2_000) } as never;
/** Fields in order, of indexes over open work alone or over everything. */
const indexes = workItemSchema.indexes().map(([fields]) => Object.keys(fields as object));
const isPlain = (value: unknown): boolean => typeof value !== 'object' || value === null || '$in' in value;

/** Equalities first, in any order, then the fields of the order: then the page is read from the index and nothing is sorted. */
function isServed(query: Omit<WorkQuery, 'page' | 'pageSize'>): boolean {
  const filter = filterOf(actor, query, moment) as Record<string, unknown>;
  const sorted = Object.keys(sortOf(query.sort ?? 'due'));
  const equal = Object.keys(filter).filter((field) => isPlain(filter[field]));
  return indexes.some((fields) => {
    const begin = fields.slice(0, fields.length - sorted.length);
    const scope = equal.find((field) => ['assignee', 'departmentId', 'agencyId'].includes(field))!;
    return sorted.every((field, i) => fields[begin.length + i] === field) && begin.every((field) => equal.includes(field)) && begin.includes(scope) && begin.includes('open');
  });
}

test.each(['department', 'all'] as const)('every order of %s', (view) => {
  for (const sort of ['due', '-due', 'since', '-since', 'dossierNo', '-dossierNo'] as const) expect([sort, isServed({ view, sort })]).toEqual([sort, true]);
});
test('what is mine, by date', () => { expect(isServed({ view: 'mine' })).toBe(true); });

test.each(['department', 'all'] as const)('a procedure of %s is looked up, not filtered out', (view) => {
  const filter = filterOf(actor, { view, procedure: 'P01' }, moment);
  const scope = view === 'all' ? 'agencyId' : 'departmentId';
  expect(Object.keys(filter)).toEqual(expect.arrayContaining([scope, 'open', 'procedureId']));
  expect(indexes).toContainEqual([scope, 'open', 'procedureId', 'sortDue', '_id']);
});

test.each(['overdue', 'dueSoon', 'onTime', 'paused'] as const)('%s is a range of the date it is sorted by', (status) => {
  expect(filterOf(actor, { view: 'all', status }, moment)).toHaveProperty('sortDue');
});

test('words are looked up by their beginning, in an index of their own', () => {
  expect(filterOf(actor, { view: 'all', q: 'Ngọc  Ánh' }, moment)).toMatchObject({ $and: [{ words: /^ngoc/ }, { words: /^anh/ }] });
  expect(indexes).toContainEqual(['words', 'open']);
});

test('words are found as typed and in their parts, and patterns are typed literally', () => {
  expect(wordsOf('UBA-20261125-0000292 Đỗ Thị Ánh, Đỗ')).toEqual(['uba-20261125-0000292', 'do', 'thi', 'anh,', 'uba', '20261125', '0000292', 'anh']);
  expect(byWords(' (a.* ')).toEqual({ $and: [{ words: /^\(a\.\*/ }] });
  expect(byWords('   ')).toEqual({});
  expect(byWords('a b c d e f g h i j').$and).toHaveLength(8);
});
