/** Model frameworks on the screen: questionnaire, adopting, a deviation with its reason, a new version told and merged. */
import { accessibilityProblems, openBrowser, picture, settled, signIn, visit, type Browser } from '../support/browser.js';
import { startProduct, type Product } from '../support/product.js';

jest.setTimeout(300_000);
let product: Product, browser: Browser;
beforeAll(async () => { [product, browser] = await Promise.all([startProduct(), openBrowser()]); });
afterAll(async () => { await browser?.close(); await product?.stop(); });

test('answers give the list, what is chosen is adopted as drafts', async () => {
  const { page, problems, close } = await visit(browser, product.url);
  await signIn(page, 'chi');
  await page.goto('/app/procedures');
  await page.getByRole('link', { name: 'Mô hình khung' }).click();
  await page.getByRole('table', { name: /2 mô hình khung/ }).waitFor();
  await settled(page);
  await picture(page, 'frameworks-vi');
  expect(await accessibilityProblems(page)).toEqual([]);

  await page.getByRole('link', { name: /cho địa phương/ }).click();
  await page.getByRole('radio', { name: 'Cấp xã' }).check();
  await page.locator('tr[data-code="P01"][data-listed="undefined"]').waitFor();
  await page.getByRole('radiogroup', { name: /tiếp nhận hồ sơ/ }).getByRole('radio', { name: 'Có', exact: true }).check();
  await page.getByRole('checkbox', { name: 'Hộ tịch, chứng thực' }).check();
  await page.locator('tr[data-code="P01"][data-listed="true"]').waitFor();
  await page.locator('tr[data-code="P06"][data-listed="false"]').getByText('Không phải cấp xã có tiếp nhận thủ tục lĩnh vực xây dựng').waitFor();
  await page.getByRole('checkbox', { name: 'Áp dụng P02' }).uncheck();
  await settled(page);
  await picture(page, 'framework-guideline-vi');
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.getByRole('button', { name: 'Áp dụng 6 thủ tục đã chọn' }).click();
  await page.getByRole('table', { name: 'Thủ tục của đơn vị theo khung' }).getByRole('link', { name: 'Xem P11' }).waitFor();
  expect(problems).toEqual([]);
  await close();
});

test('a unit is told of a new version, decides the conflict on the drawing and says why it deviates', async () => {
  const { page, problems, close } = await visit(browser, product.url);
  await signIn(page, 'uyen');
  await page.goto('/app/frameworks/khung-dat-dai');
  await page.getByText('Khung có phiên bản 2').waitFor();
  await page.getByRole('link', { name: 'Xem P03' }).click();
  const conflict = page.getByRole('radiogroup', { name: /Chỗ 1: .*thời hạn/ });
  await conflict.waitFor();
  await page.locator('.df-drawing[data-drawn="true"]').nth(1).waitFor();
  expect(await page.getByRole('button', { name: 'Lưu thành bản nháp' }).isDisabled()).toBe(true);
  await settled(page);
  await picture(page, 'framework-merge-vi');
  expect(await accessibilityProblems(page)).toEqual([]);
  await conflict.getByRole('radio', { name: 'Giữ của đơn vị: 2.5' }).check();
  await page.getByRole('button', { name: 'Lưu thành bản nháp' }).click();
  await page.getByText('phiên bản 2.').waitFor();
  await page.getByRole('heading', { name: /Hợp nhất/ }).waitFor({ state: 'detached' });
  await page.getByText('lý do đã nêu cho giá trị khác').waitFor();
  await page.getByRole('checkbox', { name: 'Chọn dòng 1' }).check();
  await page.getByRole('textbox', { name: /Nêu lý do/ }).fill('Hồ sơ đã số hóa');
  await page.getByRole('button', { name: 'Ghi lý do' }).click();
  await page.getByRole('table', { name: /1 chỗ khác với khung/ }).getByText(/^Hồ sơ đã số hóa/).waitFor();
  await settled(page);
  await picture(page, 'framework-deviations-vi');
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(problems).toEqual([]);
  await close();
});

test('its publisher sees who follows it; English on a narrow screen', async () => {
  const { page, problems, close } = await visit(browser, product.url, { language: 'en', width: 320, height: 700 });
  await signIn(page, 'hung');
  await page.goto('/app/frameworks/khung-dat-dai');
  await page.getByRole('table', { name: 'Agencies that follow the framework' }).getByText('Trung tâm Đăng ký đất đai Hòa Bình').first().waitFor();
  await settled(page);
  await picture(page, 'framework-publisher-en-320');
  expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBeLessThanOrEqual(0);
  expect(await accessibilityProblems(page)).toEqual([]);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Download as a signed package' }).click()]);
  await page.goto('/app/frameworks');
  await page.locator('input[type="file"]').setInputFiles(await download.path());
  await page.getByText('The same as what is here; nothing changes.').waitFor();
  await settled(page);
  await picture(page, 'framework-package-en-320');
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(problems).toEqual([]);
  await close();
});
