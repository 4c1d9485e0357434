/** Where dossiers are at a moment of their time. */
import { positionsAt } from '../../web/pages/practice/positions.js';

const T = Date.UTC(2026, 0, 5);
const iso = (minutes: number): string => new Date(T + minutes * 60_000).toISOString();
const stay = (element: string, from: number, to?: number) => ({ element, name: `Bước ${element}`, from: iso(from), ...(to === undefined ? {} : { to: iso(to) }) });
const view = {
  dossiers: [
    { id: '1', dossierNo: 'H1', receivedAt: iso(0), endedAt: iso(40), stays: [stay('a', 0, 10), stay('b', 10, 30)] },
    { id: '2', dossierNo: 'H2', receivedAt: iso(5), stays: [stay('a', 5, 20), stay('b', 25), stay('c', 25)] },
  ],
  flows: { 'a>b': ['f1', 'f2'] },
};
const at = (minutes: number, travel = 0) => positionsAt(view, T + minutes * 60_000, travel * 60_000);

test('before it is received and after it has ended a dossier is nowhere', () => {
  expect(at(-1)).toEqual({ tokens: [], steps: [], between: 0, open: 0 });
  expect(at(50).steps.flatMap(({ dossiers }) => dossiers.map(({ id }) => id))).toEqual(['2', '2']);
});

test('dossiers at one step stand side by side, one at two steps stands at both, and one at none is between', () => {
  expect(at(6)).toMatchObject({ open: 2, between: 0, steps: [{ element: 'a', dossiers: [{ id: '1' }, { id: '2' }] }], tokens: [{ id: '1', element: 'a', place: 0 }, { id: '2', element: 'a', place: 1 }] });
  expect(at(22)).toMatchObject({ between: 1, steps: [{ element: 'b', dossiers: [{ id: '1' }] }] });
  expect(at(26).steps.map(({ element, dossiers }) => [element, dossiers.length])).toEqual([['b', 2], ['c', 1]]);
});

test('after it has left a step it is seen on its way, where the drawing shows one', () => {
  expect(at(12, 8).tokens).toContainEqual({ id: '1', flows: ['f1', 'f2'], share: 0.25 });
  expect(at(18, 8).tokens).toContainEqual({ id: '1', element: 'b', place: 0 });
  expect(at(26, 8).tokens).toContainEqual({ id: '2', element: 'c', place: 0 });
  expect(at(26, 8).steps.map(({ dossiers }) => dossiers.length)).toEqual([2, 1]);
});
