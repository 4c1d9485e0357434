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

test.each(['vi', 'en'] as const)('a picture and a PDF are read beside the decision, by keys, also at 320 px (%s)', async (language) => {
  const words = { vi: { show: 'Xem', next: 'Trang sau', page: 'Trang 1/2', second: 'Trang 2/2', close: 'Đóng' }, en: { show: 'View', next: 'Next page', page: 'Page 1 of 2', second: 'Page 2 of 2', close: 'Close' } }[language];
  const { page, problems, close } = await visit(browser, product.url, { language });
  await signIn(page, 'lan');
  await page.goto('/app/dossiers');
  await page.locator('tbody tr a').nth(language === 'vi' ? 1 : 2).click();
  const files = page.locator('section[aria-labelledby="files-title"]');
  await files.locator('input[type="file"]').setInputFiles([
    { name: 'Đơn đề nghị.pdf', mimeType: 'application/pdf', buffer: twoPages() }, { name: 'ảnh.png', mimeType: 'image/png', buffer: PNG }, { name: 'hỏng.pdf', mimeType: 'application/pdf', buffer: PDF.subarray(0, 500) },
  ]);
  const shower = (name: string) => files.getByRole('button', { name: `${words.show} ${name}` });
  await shower('Đơn đề nghị.pdf').press('Enter');
  const preview = page.locator('[data-preview]');
  await preview.locator('canvas[data-page="1"]').waitFor();
  expect(await page.evaluate('document.activeElement.id')).toBe('preview-title');
  expect(await preview.getByText(words.page).count()).toBe(1);
  expect(await preview.getByText('First page of two').count()).toBe(1);
  await preview.getByRole('button', { name: words.next }).press('Enter');
  await preview.locator('canvas[data-page="2"]').waitFor();
  expect(await preview.getByText(words.second).count()).toBe(1);
  expect(await preview.locator('canvas').evaluate((element) => {
    const { width, height } = element as unknown as { width: number; height: number };
    const pixels = (element as unknown as { getContext(kind: string): { getImageData(...at: number[]): { data: Uint8ClampedArray } } }).getContext('2d').getImageData(0, 0, width, height).data;
    return pixels.some((value, i) => i % 4 === 0 && value < 100);
  })).toBe(true);
  expect(await accessibilityProblems(page)).toEqual([]);
  await picture(page, `preview-pdf-${language}`, false);
  await page.setViewportSize({ width: 320, height: 700 });
  // The menu folds away once the page has heard of its new width.
  await page.waitForFunction(() => { const { scrollWidth, clientWidth } = (globalThis as unknown as { document: { documentElement: { scrollWidth: number; clientWidth: number } } }).document.documentElement; return scrollWidth === clientWidth; });
  await picture(page, `preview-pdf-320-${language}`, false);
  await page.keyboard.press('Escape');
  await preview.waitFor({ state: 'detached' });
  expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toBe(`${words.show} Đơn đề nghị.pdf`);
  await shower('ảnh.png').press('Enter');
  expect(await preview.getByRole('img').getAttribute('alt')).toContain('ảnh.png');
  expect(await preview.getByRole('img').evaluate((element) => (element as unknown as { decode(): Promise<void> }).decode().then(() => true))).toBe(true);
  await shower('hỏng.pdf').press('Enter');
  await preview.getByRole('alert').waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  await preview.getByRole('button', { name: words.close }).press('Enter');
  expect(problems).toEqual([]);
  await close();
});

/** A PDF of two pages with a line of text on each, by hand. */
function twoPages(): Buffer {
  const text = (line: string): string => { const stream = `BT /F1 24 Tf 72 700 Td (${line}) Tj ET`; return `<</Length ${stream.length}>>stream\n${stream}\nendstream`; };
  const page = (contents: number): string => `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${contents} 0 R/Resources<</Font<</F1 7 0 R>>>>>>`;
  const objects = ['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>', page(5), page(6), text('First page of two'), text('Second page'), '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>'];
  let file = '%PDF-1.7\n';
  const at = objects.map((object, i) => { const offset = file.length; file += `${i + 1} 0 obj\n${object}\nendobj\n`; return offset; });
  const table = file.length;
  file += `xref\n0 8\n0000000000 65535 f \n${at.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}trailer\n<</Size 8/Root 1 0 R>>\nstartxref\n${table}\n%%EOF`;
  return Buffer.from(file, 'latin1');
}
