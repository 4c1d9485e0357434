import { bundleWorkflows, codeSize } from '../../workflows/bundle.js';

/** The SDK bundles without tree shaking: one wrong import brings in a parser. */
const BUDGET = 600 * 1024;

test('the workflow bundle stays within its budget, and holds no reader, database or parser', async () => {
  const bundle = await bundleWorkflows();
  const code = bundle.slice(0, bundle.lastIndexOf('//# sourceMappingURL'));
  expect(codeSize(bundle)).toBeLessThanOrEqual(BUDGET);
  expect(code).not.toMatch(/bpmn-moddle|mongoose|lezer/);
}, 60_000);
