import { timeSkippingEnvironment } from '../support/services.js';

test('the test server jumps over waiting time', async () => {
  const environment = await timeSkippingEnvironment();
  const before = await environment.currentTimeMs();
  await environment.sleep('31 days');
  expect(Number(await environment.currentTimeMs()) - Number(before)).toBeGreaterThanOrEqual(31 * 24 * 3600 * 1000);
  await environment.teardown();
});
