/** How the list is shown: columns and density by the panel, a view under a name, the same by its address in another browser. */
import { Clerk, newCommandId } from '../support/clerk.js';
import { accessibilityProblems, openBrowser, picture, settled, signIn, visit, type Browser, type Page } from '../support/browser.js';
import { startProduct, type Product } from '../support/product.js';

jest.setTimeout(300_000);
let product: Product, browser: Browser;
beforeAll(async () => { [product, browser] = await Promise.all([startProduct(), openBrowser()]); });
afterAll(async () => { await browser?.close(); await product?.stop(); });

const heads = (page: Page) => page.locator('.df-table thead th').allTextContents();

test('columns, density and filters are kept under a name, shared by address, and survive a new sign-in', async () => {
  // One that is due soon whatever the hour: the limit of a birth registration is a working day.
  const lan = await Clerk.signIn(product.url, 'lan');
  const { status } = await lan.post('/api/dossiers', { commandId: newCommandId(), procedureId: 'P01-dang-ky-khai-sinh', channel: 'desk', applicant: { kind: 'person', name: 'Lê An' }, parts: [], data: { hoTenCon: 'Lê An' } });
  expect(status).toBe(201);
  const { page, problems, close } = await visit(browser, product.url);
  await signIn(page, 'lan');
  await page.goto('/app/work?view=all');
  await settled(page);
  await page.getByRole('combobox', { name: 'Tình trạng' }).selectOption('dueSoon');
  await page.locator('[data-views]').click();
  await page.getByRole('checkbox', { name: 'Người nộp' }).uncheck();
  await page.getByRole('checkbox', { name: 'Hạn bước' }).check();
  await page.getByRole('radio', { name: 'Dày' }).check();
  await page.getByLabel('Tên cách xem').fill('Sắp đến hạn, toàn cơ quan');
  await page.getByRole('button', { name: 'Lưu cách xem này' }).click();
  await page.getByRole('link', { name: 'Sắp đến hạn, toàn cơ quan' }).waitFor();
  await settled(page);
  expect(await accessibilityProblems(page)).toEqual([]);
  await picture(page, 'views-panel', false);
  const shown = await heads(page);
  expect(shown.join()).toContain('Hạn bước');
  expect(shown.join()).not.toContain('Người nộp');
  const address = page.url();
  expect(new URL(address).search).toContain('status=dueSoon');
  expect(problems).toEqual([]);
  await close();

  const other = await visit(browser, product.url, { width: 320 });
  await signIn(other.page, 'huy');
  await other.page.goto(address);
  await settled(other.page);
  expect(await heads(other.page)).toEqual(shown);
  await other.page.locator('table[data-density="compact"]').waitFor();
  await other.page.getByRole('button', { name: 'Cột, cách xem' }).click();
  await other.page.getByText('Chưa lưu cách xem nào.').waitFor();
  expect(await accessibilityProblems(other.page)).toEqual([]);
  expect(await other.page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0);
  await picture(other.page, 'views-panel-320', false);
  await other.close();

  const again = await visit(browser, product.url);
  await signIn(again.page, 'lan');
  await again.page.goto('/app/work?view=mine');
  await again.page.locator('[data-views]').click();
  await again.page.getByRole('link', { name: 'Sắp đến hạn, toàn cơ quan' }).click();
  await again.page.waitForURL(/status=dueSoon/);
  expect(await heads(again.page)).toEqual(shown);
  await again.page.getByRole('button', { name: 'Xóa cách xem Sắp đến hạn, toàn cơ quan' }).click();
  await again.page.getByText('Chưa lưu cách xem nào.').waitFor();
  await again.close();
});
