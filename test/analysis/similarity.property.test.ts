/** A comparison that is broken off early never loses a pair that is alike enough, however large the procedures are. */
import fc from 'fast-check';
import { LabelNumbers } from '../../engine/analysis/library/label-numbers.js';
import { alikePairs } from '../../engine/analysis/library/pairs.js';
import { Comparison, shapeOf, type Shape } from '../../engine/analysis/library/similarity.js';
import { Subject } from '../../engine/analysis/subject.js';
import { processGraph } from '../support/build.js';

const word = fc.constantFrom('hồ', 'sơ', 'đất', 'nhà', 'phí');
const labels = fc.array(fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' ')), { minLength: 1, maxLength: 45 });

function shape(names: readonly string[], numbers: LabelNumbers): Shape {
  const drawing = names.reduce((at, name, index) => at.userTask(`t${index}`, { name }), processGraph().start());
  const model = drawing.end().model();
  return shapeOf(new Subject(model, model.processes[0]!), numbers);
}
/** Some steps of another procedure changed. */
const pair = fc.tuple(labels, labels, fc.array(fc.nat(44), { maxLength: 6 })).map(([one, other, changed]) => [one, one.map((each, at) => (changed.includes(at) ? other[at % other.length]! : each)), other]);

test('what is found with a limit is what full comparisons find', () => {
  fc.assert(fc.property(pair, fc.constantFrom(0.5, 0.8), (lists, least) => {
    const numbers = new LabelNumbers();
    const shapes = lists.map((each) => shape(each, numbers));
    const full = shapes.flatMap((a, at) => shapes.slice(0, at).map((b, other) => ({ a: other, b: at, similarity: new Comparison(a, numbers).with(b, 0) })));
    expect(alikePairs(shapes, least, numbers)).toEqual(full.filter((each) => each.similarity >= least));
  }), { numRuns: 300 });
});
