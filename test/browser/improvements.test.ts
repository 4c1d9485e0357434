/** The improvement loop as people walk it: one click at a finding opens a record, its page takes the plan, a phone shows it, and it is found again. */
import { accessibilityProblems, openBrowser, picture, settled, signIn, visit, type Browser } from '../support/browser.js';
import { startProduct, type Product } from '../support/product.js';

jest.setTimeout(300_000);
let product: Product, browser: Browser;
beforeAll(async () => { [product, browser] = await Promise.all([startProduct(), openBrowser()]); });
afterAll(async () => { await browser?.close(); await product?.stop(); });

test('from a finding to a record with cause and goal, and from a late dossier to another', async () => {
  const { page, problems, close } = await visit(browser, product.url);
  await signIn(page, 'quang');
  await page.goto('/app/overview');
  await page.locator('section[aria-labelledby="heat-title"] select').first().selectOption('P05-cap-lai-gcn-bi-mat');
  const row = page.locator('section[aria-labelledby="practice-title"] tbody tr', { hasText: 'T4 · cảnh báo' }).first();
  await row.getByRole('button', { name: /^Mở phiếu cải tiến: T4/ }).click();
  await page.getByRole('heading', { level: 1, name: /^CT-\d{4}-\d{4}$/ }).waitFor();
  const plan = page.locator('section[aria-labelledby="plan-title"]');
  await plan.getByLabel('Nguyên nhân').fill('Hồ sơ đi lại giữa hai đơn vị');
  await plan.getByLabel('Chỉ số để đánh giá').selectOption('handOvers');
  await plan.getByRole('button', { name: 'Lưu kế hoạch' }).click();
  await page.locator('tr[data-act="planned"]').waitFor();
  expect(await page.locator('tr[data-act="planned"]').textContent()).toContain('Hồ sơ đi lại giữa hai đơn vị');
  expect(await accessibilityProblems(page)).toEqual([]);
  await picture(page, 'improvement-record');

  await page.goto('/app/overview');
  await page.locator('section[aria-labelledby="late-title"] tbody tr').first().getByRole('button', { name: /^Mở phiếu cải tiến/ }).click();
  await page.getByRole('heading', { level: 1, name: /^CT-\d{4}-\d{4}$/ }).waitFor();
  await page.goto('/app/improvements?source=lateDossier');
  await page.locator('tbody tr').first().waitFor();
  expect(await page.locator('tbody tr').count()).toBe(1);
  expect(await accessibilityProblems(page)).toEqual([]);
  await picture(page, 'improvement-list');
  await page.setViewportSize({ width: 320, height: 800 });
  for (const at of ['/app/improvements', '/app/improvements/new']) {
    await page.goto(at);
    await settled(page);
    expect([at, await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)]).toEqual([at, true]);
  }
  await page.goto('/app/improvements');
  await page.locator('tbody tr a').first().click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await settled(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(true);
  await picture(page, 'improvement-phone');
  expect(problems).toEqual([]);
  await close();
});
