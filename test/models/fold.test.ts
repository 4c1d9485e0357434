import { fold, foldedPattern } from '../../models/fold.js';

test.each([
  ['Đặng Thị Ỗn', 'dang thi on'], ['  Hoà\u00a0 Bình ', 'hoa binh'], ['NGUYỄN', 'nguyen'], ['Nguye\u0302\u0303n', 'nguyen'], ['UBA-20261123-00001', 'uba-20261123-00001'],
])('%s is found as %s', (typed, folded) => { expect(fold(typed)).toBe(folded); });

test('what is typed is searched literally', () => {
  expect(foldedPattern('a.b*(c').test('xa.b*(cx')).toBe(true);
  expect(foldedPattern('a.b').test('acb')).toBe(false);
});
