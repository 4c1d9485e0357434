/** Files of a dossier in a browser: several at once, one refused with its reason, opened, taken out with the keyboard. */
import { accessibilityProblems, openBrowser, picture, settled, signIn, visit, type Browser } from '../support/browser.js';
import { startProduct, type Product } from '../support/product.js';

jest.setTimeout(300_000);
let product: Product, browser: Browser;
beforeAll(async () => { [product, browser] = await Promise.all([startProduct(), openBrowser()]); });
afterAll(async () => { await browser?.close(); await product?.stop(); });

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const PDF = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(2_500_000, 'x'), Buffer.from('\n%%EOF')]);

test('the desk adds files, reads why one is refused, opens one and takes one out', async () => {
  const { page, problems, close } = await visit(browser, product.url);
  await signIn(page, 'lan');
  await page.goto('/app/dossiers');
  await page.locator('tbody tr a').first().click();
  const files = page.locator('section[aria-labelledby="files-title"]');
  await files.getByText('Chưa có tệp nào.').waitFor();
  await files.locator('input[type="file"]').setInputFiles([
    { name: 'Giấy chứng sinh.pdf', mimeType: 'application/pdf', buffer: PDF }, { name: 'ảnh.png', mimeType: 'image/png', buffer: PNG }, { name: 'giả.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<html></html>') },
  ]);
  await files.getByRole('alert').filter({ hasText: 'giả.pdf: nội dung không đúng với đuôi tệp.' }).waitFor();
  await files.getByRole('link', { name: 'ảnh.png' }).waitFor();
  const address = await files.getByRole('link', { name: 'Giấy chứng sinh.pdf' }).getAttribute('href');
  expect((await (await page.request.get(address ?? '')).body()).equals(PDF)).toBe(true);
  await picture(page, 'files');
  expect(await accessibilityProblems(page)).toEqual([]);
  await files.getByRole('button', { name: 'Gỡ tệp ảnh.png' }).press('Enter');
  await files.getByLabel('Lý do gỡ').fill('Chụp mờ');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await files.getByText(/Nguyễn Thị Lan gỡ lúc .*: Chụp mờ/).waitFor();
  await settled(page);
  expect(problems).toEqual([]);
  await close();
});
