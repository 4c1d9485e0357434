/** Personal data in the browser: hidden on the page of a dossier, and the administrator's page with the copy for a person and what is due. */
import { readFileSync } from 'node:fs';
import type { DossierRow, PersonExport } from '../../server/contract.js';
import { accessibilityProblems, openBrowser, picture, settled, signIn, visit, type Browser } from '../support/browser.js';
import { Clerk, newCommandId } from '../support/clerk.js';
import { startProduct, type Product } from '../support/product.js';

jest.setTimeout(300_000);
let product: Product, browser: Browser, dossier: DossierRow;
beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  dossier = (await (await Clerk.signIn(product.url, 'lan')).post<DossierRow>('/api/dossiers', {
    commandId: newCommandId(), procedureId: 'P01-dang-ky-khai-sinh', channel: 'desk', applicant: { kind: 'person', name: 'Quách Thị Che', idNumber: '079200555678', birthDate: '1990-02-28' }, parts: [], data: { hoTenCon: 'Quách Minh Giấu' },
  })).body;
});
afterAll(async () => { await browser?.close(); await product?.stop(); });

test('who does not handle a dossier reads that its personal data are hidden', async () => {
  const { page, problems, close } = await visit(browser, product.url);
  await signIn(page, 'duc');
  await page.goto(`/app/dossiers/${dossier.id}`);
  await page.locator('[data-masked]').waitFor();
  const text = await page.locator('main').textContent();
  expect(text).toContain('•••678');
  for (const secret of ['079200555678', '28/02/1990', 'Minh Giấu']) expect(text).not.toContain(secret);
  expect(await accessibilityProblems(page)).toEqual([]);
  await picture(page, 'dossier-masked');
  expect(problems).toEqual([]);
  await close();
});

test.each([['vi', 1366], ['en', 320]] as const)('the page of personal data (%s, %i px): a copy for a person, the rules and what is due', async (language, width) => {
  const { page, problems, close } = await visit(browser, product.url, { language, width });
  await signIn(page, 'an');
  await page.goto('/app/personal');
  const words = language === 'vi' ? { number: 'Số định danh', reason: /^Lý do/, json: 'Xuất dữ liệu (JSON)', kept: 'không xóa', found: 'Số hồ sơ tìm thấy: 1.' } : { number: 'Identity number', reason: /^Reason/, json: 'Hand out the data (JSON)', kept: 'kept', found: 'Dossiers found: 1.' };
  await page.getByLabel(words.number).fill('079 200 555 678');
  await page.getByRole('button', { name: words.json }).click();
  await page.getByLabel(words.reason).and(page.locator('[aria-invalid="true"]')).waitFor();
  await page.getByLabel(words.reason).fill('Đơn số 12');
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: words.json }).click()]);
  const content = JSON.parse(readFileSync(await file.path(), 'utf8')) as PersonExport;
  expect(content.dossiers.map(({ dossierNo }) => dossierNo)).toEqual([dossier.dossierNo]);
  await page.getByText(words.found).waitFor();
  await page.getByText(words.kept, { exact: false }).first().waitFor();
  await settled(page);
  expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0);
  expect(await accessibilityProblems(page)).toEqual([]);
  await picture(page, `personal-${language}-${width}`);
  expect(problems).toEqual([]);
  await close();
});
