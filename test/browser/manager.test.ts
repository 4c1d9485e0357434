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
  // The overrun of a dossier, split over the steps that caused it.
  const causes = page.locator('section[aria-labelledby="late-title"] td[data-label="Do các bước"]');
  expect(await causes.filter({ has: page.locator('li') }).first().textContent()).toMatch(/: .+ \(\d+\s%\)/);
  await rows.first().locator('a').click();
  await page.getByRole('heading', { level: 1, name: number ?? '' }).waitFor();
  expect(problems).toEqual([]);
  await close();
});

test('what is chosen stands in the address, and the chart is told in words with its figures in the table beside it', async () => {
  const { page, problems, close } = await visit(browser, product.url);
  await signIn(page, 'quang');
  await page.goto('/app/overview');
  const series = page.locator('section[aria-labelledby="series-title"]');
  await series.locator('.df-chart svg').waitFor();
  const filter = (name: string) => page.getByRole('combobox', { name, exact: true });
  await filter('Kỳ báo cáo').selectOption('year');
  await filter('Chia theo').selectOption('quarter');
  await filter('Cách nộp').selectOption('online');
  await page.waitForURL((address) => ['from', 'to', 'by', 'channel'].every((key) => address.searchParams.has(key)));
  await series.getByText(/Quý \d\/\d{4}/).first().waitFor();
  await page.waitForFunction('document.querySelectorAll(\'section[aria-labelledby="channel-title"] tbody tr\').length === 1');
  const received = await page.locator('[data-total="received"] strong').textContent();
  await page.reload();
  await series.locator('.df-chart svg').waitFor();
  expect(await filter('Cách nộp').inputValue()).toBe('online');
  expect(await page.locator('[data-total="received"] strong').textContent()).toBe(received);
  expect(await page.locator('section[aria-labelledby="channel-title"] tbody tr').count()).toBe(1);
  const listed = (await series.locator('tbody td:nth-child(2)').allTextContents()).map(Number);
  expect(listed.reduce((sum, n) => sum + n, 0)).toBe(Number(received));
  expect(await series.getByRole('img').getAttribute('aria-label')).toMatch(new RegExp(`đường: tiếp nhận.*nhiều nhất ${Math.max(...listed)} hồ sơ`));
  expect(await page.getByRole('link', { name: 'Tải Excel' }).getAttribute('href')).toContain('channel=online');
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
