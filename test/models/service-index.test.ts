/** The service index, computed: points from counts, what has none. */
import fc from 'fast-check';
import { INDICATOR_IDS, INDICATORS, type Weights } from '../../engine/service-index/indicators.js';
import { indexOf, type Counts } from '../../engine/service-index/points.js';
import { INDEX_WORDS } from '../../engine/service-index/words.js';
import { countsOfDossiers, countsOfSteps } from '../../models/service-index/counts.js';
import { weightsOf, SETTINGS } from '../../models/settings/definitions.js';

const weights = weightsOf((key) => SETTINGS[key].default);

test('the weights that hold where none is set sum up to 100, group by group', () => {
  const none = indexOf({}, weights);
  expect(none).toMatchObject({ weight: 100, measured: 0, points: 0 });
  expect(none.score).toBeUndefined();
  expect(none.groups.map(({ id, weight }) => [id, weight])).toEqual([['openness', 18], ['progress', 20], ['online', 22], ['digital', 22], ['satisfaction', 18]]);
  for (const language of ['vi', 'en'] as const) expect(Object.keys(INDEX_WORDS[language].indicators)).toEqual(INDICATOR_IDS);
});

test('a share of the weight for what was counted; what is not recorded or did not occur is left out of the measure', () => {
  const counts: Counts = { onTime: { met: 3, all: 4 }, receivedOnline: { met: 0, all: 7 }, satisfied: { met: 0, all: 0 }, toldPortal: { absent: 'notConnected' } };
  const figures = indexOf(counts, weights);
  expect(figures).toMatchObject({ points: 10.5, measured: 20, score: 52.5 });
  const of = Object.fromEntries(figures.indicators.map((each) => [each.id, each]));
  expect([of.onTime!.points, of.receivedOnline!.points, of.satisfied, of.toldPortal!.absent, of.paidOnline!.absent]).toEqual([10.5, 0, expect.objectContaining({ absent: 'noCases', met: 0, all: 0 }), 'notConnected', 'notKept']);
  expect(figures.groups.find(({ id }) => id === 'progress')).toMatchObject({ weight: 20, measured: 14, points: 10.5, score: 75 });
});

test('points stay between nothing and the weight, whatever the counts and the weights', () => {
  const count = fc.nat(1_000).chain((all) => fc.record({ all: fc.constant(all), met: fc.integer({ min: 0, max: all }) }));
  const record = <T>(value: fc.Arbitrary<T>) => fc.record(Object.fromEntries(INDICATOR_IDS.map((id) => [id, value])));
  fc.assert(fc.property(record(count), record(fc.integer({ min: 0, max: 100 })), (counts, some) => {
    const figures = indexOf(counts as Counts, some as unknown as Weights);
    for (const { points = 0, weight } of figures.indicators) expect(points >= 0 && points <= weight).toBe(true);
    expect(figures.measured).toBeLessThanOrEqual(figures.weight);
    expect(figures.score ?? 0).toBeLessThanOrEqual(100.01);
  }));
});

test('kept figures are counted by what they stand for', () => {
  const cell = (sums: Record<string, number>, channel = 'desk') => ({ agencyId: 'a', procedureId: 'p', channel, sums });
  const counts = countsOfDossiers([cell({ received: 5, withParts: 4, digital: 1, 'settled|late': 1, 'settled|dayBefore': 2, 'settled|noDue': 3, minutes: 600, overrun: 60 }), cell({ received: 3, 'settled|atDue': 1, minutes: 200 }, 'online')]);
  expect(counts).toEqual({ onTime: { met: 3, all: 4 }, timeWithinLimit: { met: 740, all: 800 }, receivedOnline: { met: 3, all: 8 }, digitised: { met: 1, all: 4 } });
  expect(countsOfSteps([cell({ 'done|Thẩm định': 4, 'late|Thẩm định': 1, 'done|Ký': 2, 'stay|Ký': 30, 'stay|Thẩm định': 70, 'over|Thẩm định': 10 })])).toEqual({ onTime: { met: 5, all: 6 }, timeWithinLimit: { met: 90, all: 100 } });
  expect(Object.values(INDICATORS).every(({ weight }) => weight > 0)).toBe(true);
});
