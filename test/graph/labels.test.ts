import { conditionInLabels } from '../../engine/graph/labels.js';
import type { ProcessGraph } from '../../engine/graph/types.js';

const graph = {
  data: {
    a: { id: 'a', name: 'remote', documentation: 'Thuộc vùng khó khăn' },
    b: { id: 'b', name: 'area', documentation: 'Diện tích' },
  },
} as unknown as ProcessGraph;

test.each([
  ['remote = true', 'thuộc vùng khó khăn'],
  ['area > 500', 'Diện tích > 500'],
  ['area > 500 and remote = true', 'Diện tích > 500 and Thuộc vùng khó khăn = true'],
  ['kind = "area"', 'kind = "area"'],
  ['unknown = true', 'unknown = true'],
])('%s is read as %s', (condition, words) => {
  expect(conditionInLabels(graph, condition)).toBe(words);
});
