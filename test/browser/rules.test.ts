/** The administrator sets a rule for an agency: what is wrong is told at its field, what was typed stays, and it is kept who set it. */
import { accessibilityProblems, openBrowser, picture, settled, signIn, visit, type Browser, type Page } from '../support/browser.js';
import { startProduct, type Product } from '../support/product.js';

jest.setTimeout(300_000);
let product: Product, browser: Browser;
beforeAll(async () => { [product, browser] = await Promise.all([startProduct(), openBrowser()]); });
afterAll(async () => { await browser?.close(); await product?.stop(); });

const row = (page: Page, key: string) => page.locator(`tr[data-rule="${key}"]`);

test('a value for one agency, from a day on, with basis and reason', async () => {
  const { page, problems, close } = await visit(browser, product.url);
  await signIn(page, 'an');
  await page.goto('/app/rules');
  await page.getByLabel('Áp dụng cho').selectOption('ubnd-binh-an');
  expect(await row(page, 'supplement.answerWithin').textContent()).toMatch(/30 ngày.*cần đối chiếu/);
  await row(page, 'supplement.answerWithin').getByRole('button').focus();
  await page.keyboard.press('Enter');
  const form = page.getByRole('form');
  await form.getByLabel('Giá trị', { exact: true }).fill('0');
  await form.getByLabel('Hiệu lực từ').fill('01/01/2026');
  await form.getByRole('button', { name: 'Lưu' }).click();
  await form.getByText('Cần điền ô này').waitFor();
  await form.getByLabel('Lý do').fill('Quyết định 12/QĐ-UBND');
  await form.getByRole('button', { name: 'Lưu' }).click();
  await form.getByRole('alert').waitFor();
  expect(await form.getByLabel('Giá trị', { exact: true }).getAttribute('aria-invalid')).toBe('true');
  expect(await form.getByLabel('Hiệu lực từ').getAttribute('aria-invalid')).toBe('true');
  expect(await form.getByLabel('Lý do').inputValue()).toBe('Quyết định 12/QĐ-UBND');
  await settled(page);
  await picture(page, 'rules-refused');
  expect(await accessibilityProblems(page)).toEqual([]);
  const today = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh', day: '2-digit', month: '2-digit', year: 'numeric' }).format(new Date());
  await form.getByLabel('Giá trị', { exact: true }).fill('20');
  await form.getByLabel('Hiệu lực từ').fill(today);
  await form.getByLabel('Căn cứ của giá trị mới').fill('Quyết định 12/QĐ-UBND');
  await form.getByLabel('Đã đối chiếu với văn bản đang có hiệu lực').check();
  await form.getByRole('button', { name: 'Lưu' }).click();
  await form.waitFor({ state: 'detached' });
  await row(page, 'supplement.answerWithin').getByText(`Riêng của cơ quan từ ${today}`).waitFor();
  expect(await row(page, 'supplement.answerWithin').textContent()).toMatch(/20 ngày.*Tạ Văn An: Quyết định 12/);
  expect(await row(page, 'supplement.answerWithin').textContent()).not.toContain('cần đối chiếu');
  expect(await page.locator('section[aria-labelledby="changes-title"] tbody').textContent()).toMatch(/Thời gian chờ bổ sung20 ngàyỦy ban nhân dân phường Bình An/);
  await page.getByLabel('Áp dụng cho').selectOption('');
  await row(page, 'supplement.answerWithin').getByText('30 ngày').waitFor();
  expect(problems).toEqual([]);
  await close();
});

test.each([['vi', 320], ['en', 1366], ['en', 320]] as const)('every kind of value can be edited, %s at %i px', async (language, width) => {
  const { page, problems, close } = await visit(browser, product.url, { language, width });
  await signIn(page, 'an');
  await page.goto('/app/rules');
  for (const key of ['supplement.most', 'stop.by', 'apology.at', 'refuse.ground', 'portal.states', 'register.pattern', 'register.period']) {
    await row(page, key).getByRole('button').click();
    await page.getByRole('form').waitFor();
    await settled(page);
    await picture(page, `rules-${key}-${language}-${width}`, false);
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0);
  }
  await picture(page, `rules-editing-${language}-${width}`);
  expect(problems).toEqual([]);
  await close();
});
test('whoever is no administrator reads', async () => {
  const { page, close } = await visit(browser, product.url);
  await signIn(page, 'quang');
  await page.goto('/app/rules');
  await row(page, 'supplement.most').waitFor();
  expect(await page.getByRole('button', { name: /^Sửa/ }).count()).toBe(0);
  await close();
});
