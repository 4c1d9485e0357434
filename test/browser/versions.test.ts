/** The life of a version as its people see it: put forward, commented on the drawing, sent through approval, announced, in force. */
import { accessibilityProblems, clickElement, openBrowser, picture, settled, signIn, visit, type Browser, type Language, type Visitor } from '../support/browser.js';
import { startProduct, type Product } from '../support/product.js';

jest.setTimeout(300_000);
let product: Product, browser: Browser;
beforeAll(async () => { [product, browser] = await Promise.all([startProduct(), openBrowser()]); });
afterAll(async () => { await browser?.close(); await product?.stop(); });

const P = 'P06-giay-phep-xay-dung';
async function as(person: string, path: string, more: { language?: Language; width?: number } = {}): Promise<Visitor> {
  const visitor = await visit(browser, product.url, more);
  await signIn(visitor.page, person);
  await visitor.page.goto(`/app/procedures/${P}${path}`);
  return visitor;
}

test('the designer puts a draft forward; the QMS officer comments on a step of the drawing', async () => {
  const { page, problems, close } = await as('chi', '/design?version=1');
  await page.locator('.df-desk-canvas[data-ready="true"]').waitFor();
  await clickElement(page, 'tiepNhan');
  const limit = page.locator('#bio-properties-panel-df-limit');
  await limit.fill('3');
  await limit.blur();
  await page.getByRole('button', { name: 'Trình góp ý, phê duyệt' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Nội dung thay đổi').fill('Rút ngắn thời hạn tiếp nhận');
  await dialog.getByRole('button', { name: 'Trình góp ý, phê duyệt' }).click();
  await page.waitForURL(/\/versions\/2$/);
  await page.getByText('Đang góp ý').waitFor();
  expect(problems).toEqual([]);
  await close();

  const qms = await as('yen', '/versions/2');
  const drawing = '[aria-labelledby="drawing-title"]';
  await qms.page.locator(`${drawing} .df-drawing[data-drawn="true"]`).waitFor();
  await clickElement(qms.page, 'tiepNhan', drawing);
  expect(await qms.page.getByLabel('Về', { exact: true }).inputValue()).toBe('tiepNhan');
  await qms.page.getByLabel('Ý kiến', { exact: true }).fill('Nêu căn cứ của thời hạn mới.');
  await qms.page.getByRole('button', { name: 'Gửi ý kiến' }).click();
  await qms.page.locator('.djs-overlays[data-container-id="tiepNhan"] .df-chip[data-kind="comment"]').waitFor();
  await qms.page.getByText('Giải quyết hết ý kiến góp ý rồi mới phê duyệt được.').waitFor();
  await settled(qms.page);
  await picture(qms.page, 'version-review-vi');
  expect(await accessibilityProblems(qms.page)).toEqual([]);
  expect(qms.problems).toEqual([]);
  await qms.close();
});

test('the author finds the comment beside the designer by keyboard, and answers it', async () => {
  const { page, problems, close } = await as('chi', '/design?version=draft');
  await page.locator('.df-desk-canvas[data-ready="true"]').waitFor();
  await page.locator('.djs-overlays[data-container-id="tiepNhan"] .df-chip[data-kind="comment"]').waitFor();
  await page.locator('aside label').filter({ hasText: 'Góp ý' }).click();
  await page.locator('.df-comments button').first().focus();
  await page.keyboard.press('Enter');
  await page.locator('.djs-element.selected[data-element-id="tiepNhan"]').waitFor();
  await page.getByRole('button', { name: /^Trả lời ý kiến/ }).click();
  await page.getByRole('textbox', { name: /^Trả lời ý kiến/ }).fill('Theo chỉ đạo rút ngắn thời gian.');
  await page.locator('.df-comments').getByRole('button', { name: 'Trả lời', exact: true }).click();
  await page.locator('.df-answers').waitFor();
  await picture(page, 'version-designer-vi', false);
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(problems).toEqual([]);
  await close();
});

test('resolved, reviewed, approved, announced and in force, in English and on a narrow screen', async () => {
  const qms = await as('yen', '/versions/2', { language: 'en' });
  await qms.page.getByRole('button', { name: /^Mark as resolved/ }).click();
  const give = async ({ page }: Visitor): Promise<void> => {
    await page.getByRole('button', { name: 'Approve' }).click();
    await page.getByRole('button', { name: 'Approve' }).last().click();
  };
  await give(qms);
  await qms.page.getByText('Review (QMS officer): Dương Hải Yến', { exact: false }).waitFor();
  await qms.close();
  const leader = await as('tuan', '/versions/2', { language: 'en', width: 320 });
  await give(leader);
  await leader.page.getByRole('button', { name: 'Announce' }).click();
  await leader.page.getByLabel('Number of the decision').fill('15/QĐ-UBND');
  await leader.page.getByLabel('Signed by').fill('Hoàng Anh Tuấn');
  await settled(leader.page);
  await picture(leader.page, 'version-announce-320-en');
  expect(await accessibilityProblems(leader.page)).toEqual([]);
  expect(await leader.page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
  await leader.page.getByRole('button', { name: 'Announce' }).last().click();
  await leader.page.getByText('In force', { exact: true }).first().waitFor();
  expect(leader.problems).toEqual([]);
  await leader.close();
  const { page, close } = await as('lan', '');
  await page.getByText('Đã được thay thế').waitFor();
  await settled(page);
  await picture(page, 'version-list-vi');
  expect(await accessibilityProblems(page)).toEqual([]);
  await close();
});

test('a draft of a document with unsaved changes asks before its page is left; saved, it does not', async () => {
  const { page, problems, close } = await visit(browser, product.url);
  await signIn(page, 'chi');
  await page.goto('/app/documents');
  await page.getByRole('link', { name: /Chính sách chất lượng/ }).first().click();
  await page.getByRole('button', { name: 'Soạn bản mới' }).click();
  await page.getByLabel('Tên tài liệu').fill('Chính sách chất lượng của phường');
  const leave = (): Promise<void> => page.getByRole('link', { name: 'Cải tiến' }).first().click();
  const [asked] = await Promise.all([page.waitForEvent('dialog').then(async (dialog) => { await dialog.dismiss(); return dialog.message(); }), leave()]);
  expect(asked).toContain('chưa lưu');
  expect(await page.getByLabel('Tên tài liệu').inputValue()).toBe('Chính sách chất lượng của phường');
  await page.getByRole('button', { name: 'Lưu bản nháp' }).click();
  await page.getByText('Đã lưu bản nháp.').waitFor();
  await leave();
  await page.waitForURL(/\/improvements/);
  expect(problems).toEqual([]);
  await close();
});
