/** The manager's page: late dossiers with step and person, and the heat map with the same figures in words. */
import { openBrowser, settled, signIn, visit, type Browser } from '../support/browser.js';
import { startProduct, type Product } from '../support/product.js';

jest.setTimeout(300_000);
let product: Product, browser: Browser;
beforeAll(async () => { [product, browser] = await Promise.all([startProduct(), openBrowser()]); });
afterAll(async () => { await browser?.close(); await product?.stop(); });

test('the late list names step and department and leads to the dossier', async () => {
  const { page, problems, close } = await visit(browser, product.url);
  await signIn(page, 'quang');
  await page.goto('/app/overview');
  await settled(page);
  const rows = page.locator('section[aria-labelledby="late-title"] tbody tr');
  expect(await rows.count()).toBeGreaterThan(0);
  expect(await rows.first().textContent()).toMatch(/Quá hạn/);
  const number = await rows.first().locator('a').textContent();
  await rows.first().locator('a').click();
  await page.getByRole('heading', { level: 1, name: number ?? '' }).waitFor();
  expect(problems).toEqual([]);
  await close();
});

test('findings of the drawing and of the dossiers of the procedure chosen stand in one list', async () => {
  const { page, problems, close } = await visit(browser, product.url);
  await signIn(page, 'quang');
  await page.goto('/app/overview');
  await page.locator('section[aria-labelledby="heat-title"] select').selectOption('P05-cap-lai-gcn-bi-mat');
  const section = page.locator('section[aria-labelledby="practice-title"]');
  await section.locator('tbody tr').first().waitFor();
  expect(await section.locator('tbody tr', { hasText: 'T4 · cảnh báo' }).textContent()).toContain('Lưu đồ');
  expect(await section.textContent()).toMatch(/Phiên bản \d+, \d+ hồ sơ tiếp nhận từ/);
  expect(problems).toEqual([]);
  await close();
});

test('each figure on the heat map stands in the table too', async () => {
  const { page, close } = await visit(browser, product.url);
  await signIn(page, 'quang');
  await page.goto('/app/overview');
  const section = page.locator('section[aria-labelledby="heat-title"]');
  await section.locator('.df-drawing[data-drawn="true"]').waitFor();
  await section.locator('.df-chip[data-kind="heat"]').first().waitFor();
  const shown = (await section.locator('.df-chip[data-kind="heat"]').allTextContents()).sort();
  const listed = (await section.locator('tbody tr td:nth-child(2)').allTextContents()).sort();
  expect(shown).toEqual(listed);
  expect(await section.locator('[role="list"]').first().textContent()).toContain('50 %');
  await close();
});
