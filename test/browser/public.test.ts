/** The citizens' pages: with and without scripts, on a phone, in both languages; axe finds nothing. */
import type { DossierRow, DossierView, Page as Paged } from '../../server/contract.js';
import { accessibilityProblems, openBrowser, picture, visit, type Browser, type Language, type Page } from '../support/browser.js';
import { Clerk } from '../support/clerk.js';
import { startProduct, type Product } from '../support/product.js';

jest.setTimeout(300_000);
let product: Product, browser: Browser;
interface Known { no: string; digits: string; name: string }
let dossier: Known, delivered: Known;
beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  const lan = await Clerk.signIn(product.url, 'lan');
  const first = async (state: string): Promise<Known> => {
    const { items } = (await lan.get<Paged<DossierRow>>(`/api/dossiers?state=${state}`)).body;
    // Which ones come first depends on the day; procedures within the agency have a department as applicant, without a phone, and those received elsewhere show its end alone.
    for (const { id } of items) {
      const { body } = await lan.get<DossierView>(`/api/dossiers/${id}`);
      const phone = body.applicantDetails.phone;
      if (phone !== undefined && !phone.includes('•')) return { no: body.dossierNo, digits: phone.replace(/\D/g, '').slice(-4), name: body.applicant };
    }
    throw new Error(`no dossier of a citizen is ${state}`);
  };
  [dossier, delivered] = [await first('inProgress'), await first('delivered')];
});
afterAll(async () => { await browser?.close(); await product?.stop(); });

/** No violation, no failed script, nothing wider than the screen. */
async function isWell(page: Page, problems: readonly string[], name: string): Promise<void> {
  await picture(page, name);
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(problems).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0);
}

const WORDS = {
  vi: { code: 'Mã hồ sơ', digits: /chữ số cuối/, find: 'Tra cứu', search: 'Tìm kiếm', rating: 'Đánh giá việc giải quyết hồ sơ', wrong: 'Không có hồ sơ nào khớp', state: 'Đang xử lý', here: 'đang thực hiện' },
  en: { code: 'Dossier number', digits: /Last 4 digits/, find: 'Look up', search: 'Search', rating: 'How was it?', wrong: 'No dossier matches', state: 'In progress', here: 'under way' },
} as const;

describe.each<[Language, number]>([['vi', 1366], ['en', 1366], ['vi', 320], ['en', 320]])('in %s at %i px', (language, width) => {
  const words = WORDS[language];

  test('a dossier is followed by its number and digits, on the drawing and in words', async () => {
    const { page, problems, close } = await visit(browser, product.url, { language, width });
    await page.goto('/tra-cuu');
    await isWell(page, problems, `track-${language}-${width}`);
    await page.getByLabel(words.code).fill(dossier.no);
    await page.getByLabel(words.digits).fill('0000');
    await page.getByRole('button', { name: words.find }).click();
    await page.getByRole('alert').filter({ hasText: words.wrong }).waitFor();
    expect(await page.getByLabel(words.code).inputValue()).toBe(dossier.no);
    await isWell(page, problems, `track-wrong-${language}-${width}`);
    await page.getByLabel(words.digits).fill(dossier.digits);
    await page.getByRole('button', { name: words.find }).click();
    await page.getByRole('heading', { level: 1, name: dossier.no }).waitFor();
    await page.locator('.drawing .df-active').first().waitFor();
    const text = await page.locator('main').textContent();
    expect(text).toContain(words.state);
    expect(text).toContain(words.here);
    expect(text).not.toContain(dossier.name);
    await isWell(page, problems, `follow-${language}-${width}`);
    await close();
  });

  test('what has been delivered is rated, and the rating is put right', async () => {
    const { page, problems, close } = await visit(browser, product.url, { language, width });
    await page.goto(`/tra-cuu?ma=${delivered.no}`);
    await page.getByLabel(words.digits).fill(delivered.digits);
    await page.getByRole('button', { name: words.find }).click();
    const part = page.getByRole('region', { name: words.rating });
    await isWell(page, problems, `rating-${language}-${width}`);
    await part.getByRole('radio', { name: /^3/ }).check();
    await part.locator('button').click();
    await part.getByRole('status').filter({ hasText: '3/5' }).waitFor();
    await part.getByRole('radio', { name: /^5/ }).check();
    await part.getByRole('textbox').fill('Cảm ơn.');
    await part.locator('button').click();
    await part.getByRole('status').filter({ hasText: '5/5' }).waitFor();
    await isWell(page, problems, `rated-${language}-${width}`);
    await close();
  });

  test('a procedure is found, and its sheet is read', async () => {
    const { page, problems, close } = await visit(browser, product.url, { language, width });
    await page.goto('/');
    await isWell(page, problems, `home-${language}-${width}`);
    await page.getByRole('searchbox').fill('xay dung');
    await page.getByRole('button', { name: words.search }).click();
    await page.getByRole('link', { name: 'Cấp giấy phép xây dựng nhà ở riêng lẻ' }).click();
    await page.locator('.drawing .djs-shape').first().waitFor();
    await isWell(page, problems, `sheet-${language}-${width}`);
    await close();
  });
});

test('without scripts everything is there in words and as a picture, and the language switch stays on the page', async () => {
  const context = await browser.newContext({ baseURL: product.url, javaScriptEnabled: false, locale: 'vi-VN', viewport: { width: 320, height: 640 } });
  const page = await context.newPage();
  await page.goto('/tra-cuu');
  await page.getByLabel(WORDS.vi.code).fill(dossier.no);
  await page.getByLabel(WORDS.vi.digits).fill(dossier.digits);
  await page.getByRole('button', { name: 'Tra cứu' }).click();
  await page.getByText(WORDS.vi.here).first().waitFor();
  const drawing = page.getByRole('region', { name: /^Trên lưu đồ/ });
  await drawing.getByRole('img', { name: /^Trên lưu đồ/ }).waitFor();
  await drawing.getByText('đang ở đây').first().waitFor();
  await picture(page, 'follow-no-scripts');
  await page.getByRole('link', { name: 'English' }).click();
  await page.getByText(WORDS.en.here).first().waitFor();
  await page.getByRole('heading', { level: 1, name: dossier.no }).waitFor();
  await context.close();
});
