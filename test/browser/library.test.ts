/** The map of procedures: its picture, its tables, two procedures side by side. */
import { accessibilityProblems, openBrowser, picture, settled, signIn, visit, type Browser } from '../support/browser.js';
import { startProduct, type Product } from '../support/product.js';

jest.setTimeout(300_000);
let product: Product, browser: Browser;
beforeAll(async () => { [product, browser] = await Promise.all([startProduct(), openBrowser()]); });
afterAll(async () => { await browser?.close(); await product?.stop(); });

test('near-duplicates are ranked, two of them stand side by side with the same work under the same number', async () => {
  const { page, problems, close } = await visit(browser, product.url);
  await signIn(page, 'chi');
  await page.goto('/app/procedures');
  await page.getByRole('link', { name: 'Bản đồ thủ tục' }).click();
  await page.getByRole('table', { name: /cặp thủ tục giống nhau/ }).waitFor();
  await page.getByRole('img', { name: /Hình bản đồ/ }).waitFor();
  const shares = (await page.locator('tbody tr td:first-child').allTextContents()).map((each) => Number.parseInt(each, 10));
  expect(shares.length).toBeGreaterThan(3);
  expect([...shares].sort((a, b) => b - a)).toEqual(shares);
  await settled(page);
  await picture(page, 'library-vi');
  expect(await accessibilityProblems(page)).toEqual([]);

  await page.getByText('Bước dùng chung').click();
  await page.getByRole('table', { name: /bước có ở nhiều thủ tục/ }).waitFor();
  await page.getByText('Giấy tờ dùng chung').click();
  await page.getByRole('table', { name: /giấy tờ/ }).waitFor();
  await picture(page, 'library-documents-vi');
  expect(await accessibilityProblems(page)).toEqual([]);

  await page.getByText('Gần trùng nhau', { exact: true }).click();
  await page.locator('tbody tr').first().getByRole('link', { name: /cạnh nhau/ }).click();
  await page.getByRole('table', { name: 'Các bước của hai thủ tục' }).waitFor();
  await page.locator('.df-drawing[data-drawn="true"]').nth(1).waitFor();
  await page.locator('.df-chip[data-kind="heat"]').nth(1).waitFor();
  await settled(page);
  await picture(page, 'library-compare-vi');
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(problems).toEqual([]);
  await close();
});

test('the map in English on a narrow screen, found by code', async () => {
  const { page, problems, close } = await visit(browser, product.url, { language: 'en', width: 320, height: 700 });
  await signIn(page, 'chi');
  await page.goto('/app/library');
  await page.getByRole('table', { name: /at least half alike/ }).waitFor();
  await page.getByRole('searchbox').fill('P04');
  await page.locator('tbody tr').filter({ hasNotText: 'P04' }).first().waitFor({ state: 'detached' });
  await page.locator('tbody tr').filter({ hasText: 'P04' }).first().waitFor();
  await settled(page);
  await picture(page, 'library-en-320');
  expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBeLessThanOrEqual(0);
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(problems).toEqual([]);
  await close();
});
