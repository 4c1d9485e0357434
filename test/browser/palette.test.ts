/** By keyboard alone: the palette, the pages by `g` and a letter, the table of keys, single keys switched off. */
import type { DossierRow } from '../../server/contract.js';
import { Clerk, newCommandId } from '../support/clerk.js';
import { accessibilityProblems, openBrowser, picture, settled, signIn, visit, type Browser } from '../support/browser.js';
import { startProduct, type Product } from '../support/product.js';

jest.setTimeout(300_000);
let product: Product, browser: Browser;
beforeAll(async () => { [product, browser] = await Promise.all([startProduct(), openBrowser()]); });
afterAll(async () => { await browser?.close(); await product?.stop(); });

test('a dossier, a procedure to receive and a page are reached by a few letters', async () => {
  const clerk = await Clerk.signIn(product.url, 'lan');
  const row = (await clerk.post<DossierRow>('/api/dossiers', {
    commandId: newCommandId(), procedureId: 'P01-dang-ky-khai-sinh', channel: 'desk', applicant: { kind: 'person', name: 'Nghiêm Bảng Lệnh' }, parts: [{ type: 'giayChungSinh', copies: 1, received: true }], data: { hoTenCon: 'Lê An' },
  })).body;
  const { page, problems, close } = await visit(browser, product.url);
  await signIn(page, 'lan');
  await page.goto('/app/work');
  await settled(page);
  await page.keyboard.press('Control+k');
  const field = page.getByPlaceholder('Tìm hồ sơ, thủ tục, trang hoặc lệnh');
  await field.waitFor();
  await page.keyboard.type('nghiem bang');
  await page.getByText(`${row.dossierNo} · Nghiêm Bảng Lệnh`).waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  await picture(page, 'palette', false);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: row.dossierNo }).waitFor();

  await page.keyboard.press('Control+k');
  await field.waitFor();
  await page.keyboard.type('tiep nhan khai sinh p01');
  await page.getByText('Tiếp nhận: Đăng ký khai sinh', { exact: true }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByTestId('appointment').waitFor();
  await page.keyboard.press('Control+k');
  await field.waitFor();
  await page.keyboard.press('Escape');
  await field.waitFor({ state: 'detached' });
  expect(problems).toEqual([]);
  await close();
});

test('g and a letter go to pages, and to none when single keys are off, which is remembered', async () => {
  const { page, problems, close } = await visit(browser, product.url, { language: 'en' });
  await signIn(page, 'lan');
  await page.goto('/app/work');
  await settled(page);
  await page.keyboard.press('g');
  await page.keyboard.press('d');
  await page.getByRole('heading', { level: 1, name: 'Dossiers' }).waitFor();
  await page.keyboard.press('g');
  await page.keyboard.press('r');
  // The searchbox of the page before is there until this one has come.
  await page.locator('[data-procedure]').first().waitFor();
  // Typed into a field they are letters.
  await page.getByRole('searchbox').fill('');
  await page.keyboard.type('gd?');
  expect(await page.getByRole('searchbox').inputValue()).toBe('gd?');
  await page.evaluate('document.activeElement.blur()');
  await page.keyboard.press('?');
  const help = page.getByRole('dialog');
  await help.getByText('Go to Processes').waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  await picture(page, 'keys-en', false);
  await help.getByRole('switch').press('Space');
  await page.keyboard.press('Escape');
  await help.waitFor({ state: 'detached' });
  await page.reload();
  await page.getByRole('searchbox').waitFor();
  await page.evaluate('document.activeElement.blur()');
  for (const key of ['g', 'd', '?']) await page.keyboard.press(key);
  await settled(page);
  expect([new URL(page.url()).pathname, await help.count()]).toEqual(['/app/receive', 0]);
  // One key with a modifier stays.
  await page.keyboard.press('Control+k');
  await page.getByPlaceholder('Find a dossier, procedure, page or command').waitFor();
  expect(problems).toEqual([]);
  await close();
});
