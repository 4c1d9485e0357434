/** The designer: what a person sees while drawing, saving and publishing. */
import { accessibilityProblems, clickElement, openBrowser, picture, signIn, visit, type Browser, type Language, type Page, type Visitor } from '../support/browser.js';
import { startProduct, type Product } from '../support/product.js';
import { englishLeft } from './english-left.js';

jest.setTimeout(300_000);
let product: Product, browser: Browser;
beforeAll(async () => { [product, browser] = await Promise.all([startProduct(), openBrowser()]); });
afterAll(async () => { await browser?.close(); await product?.stop(); });

/** Its first version is P03 as published, its second the corrected one. */
const PUBLISHED = 'P03-cap-doi-gcn';

async function design(procedure: string, language: Language = 'vi'): Promise<Visitor> {
  const visitor = await visit(browser, product.url, { language });
  await signIn(visitor.page, 'chi');
  await visitor.page.goto(`/app/procedures/${procedure}/design?version=1`);
  await visitor.page.locator('.df-desk-canvas[data-ready="true"]').waitFor();
  return visitor;
}
const tab = (page: Page, name: RegExp): Promise<void> => page.locator('aside label').filter({ hasText: name }).click();

test('P03 as published shows T1 with the sum, the limit and the path on the drawing', async () => {
  const { page, problems, close } = await design(PUBLISHED);
  await tab(page, /Phát hiện/);
  const finding = page.locator('[data-check="T1"]').first();
  await finding.waitFor();
  const text = await finding.textContent();
  expect(text).toContain('64');
  expect(text).toContain('40');
  await page.locator('.djs-overlays[data-container-id="thamDinh"] .df-finding[data-severity="error"]').waitFor();
  await picture(page, 'designer-T1-vi', false);
  await finding.click();
  await page.locator('.djs-element.selected').waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(problems).toEqual([]);
  await close();
});

test('a fact edited in the panel changes the findings, is saved as a draft and read again', async () => {
  const { page, problems, close } = await design(PUBLISHED);
  await page.locator('.df-finding[data-severity="error"]').first().waitFor();
  await clickElement(page, 'thamDinh');
  const limit = page.locator('#bio-properties-panel-df-limit');
  await limit.fill('3');
  await limit.blur();
  await tab(page, /Phát hiện/);
  await page.locator('[data-check="T1"]').first().waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Lưu nháp' }).click();
  await page.getByText('Đã lưu bản nháp.').waitFor();
  await page.goto(`/app/procedures/${PUBLISHED}/design?version=draft`);
  await page.locator('.df-desk-canvas[data-ready="true"]').waitFor();
  await clickElement(page, 'thamDinh');
  expect(await page.locator('#bio-properties-panel-df-limit').inputValue()).toBe('3');
  expect(problems).toEqual([]);
  await close();
});

test('a field of a document is typed, required and marked as personal in the panel, and taken back', async () => {
  const { page, problems, close } = await design('P01-dang-ky-khai-sinh');
  await clickElement(page, 'ref_toKhaiKhaiSinh');
  const list = page.locator('[data-group-id="group-df-fields"]');
  const titles = (): Promise<string[]> => list.locator('.bio-properties-panel-collapsible-entry-header-title').allTextContents();
  await list.locator('.bio-properties-panel-group-header-title').click();
  await list.getByText('hoTenCon * · Văn bản').waitFor();
  const before = await titles();
  await list.locator('.bio-properties-panel-add-entry').click();
  const at = before.length;
  const input = (name: string) => page.locator(`#bio-properties-panel-ref_toKhaiKhaiSinh-fields-${at}-${name}`);
  if (!(await input('name').isVisible())) await list.locator('.bio-properties-panel-collapsible-entry-header').nth(at).click();
  await input('name').fill('soCon');
  await input('name').blur();
  await input('type').selectOption('integer');
  await input('required').check({ force: true });
  await input('personal').selectOption('basic');
  await input('max').fill('20');
  await input('max').blur();
  await list.getByText('soCon * · Số nguyên').waitFor();
  await picture(page, 'designer-fields-vi', false);
  expect(await accessibilityProblems(page)).toEqual([]);
  const undo = page.getByRole('button', { name: 'Hoàn tác' });
  for (let step = 0; step < 12 && (await titles()).length > before.length; step += 1) await undo.click();
  expect(await titles()).toEqual(before);
  expect(problems).toEqual([]);
  await close();
});

test('the outline walks the flow with the arrow keys and opens the properties with Enter', async () => {
  const { page, close } = await design(PUBLISHED);
  await tab(page, /Các bước/);
  await page.locator('.df-outline button[data-node="batDau"]').focus();
  await page.keyboard.press('ArrowRight');
  expect(await page.evaluate('document.activeElement.dataset.node')).toBe('tiepNhan');
  await picture(page, 'designer-outline-vi', false);
  expect(await accessibilityProblems(page)).toEqual([]);
  await close();
});

test('nothing of the designer is left in English for a Vietnamese reader', async () => {
  const { page, close } = await design(PUBLISHED);
  expect(await englishLeft(page)).toEqual([]);
  await close();
});

test('the designer in English', async () => {
  const { page, problems, close } = await design(PUBLISHED, 'en');
  await clickElement(page, 'thamDinh');
  await page.getByText('Kind of step').waitFor();
  await picture(page, 'designer-en', false);
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(problems).toEqual([]);
  await close();
});

test('a diagram that cannot run is not published, and the reasons stand on its elements', async () => {
  const { page, close } = await design('P01-dang-ky-khai-sinh');
  await clickElement(page, 'f_hoSoDayDu__boSung');
  const condition = page.locator('[data-entry-id$="conditionExpression"] textarea');
  await condition.fill('ketQuaTiepNhan = = "boSung"');
  await condition.blur();
  await page.getByRole('button', { name: 'Công bố' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Công bố' }).click();
  await page.getByRole('alert').filter({ hasText: 'chưa chạy được' }).waitFor();
  await page.locator('.df-finding[data-severity="error"]').first().waitFor();
  await picture(page, 'designer-refused-vi', false);
  await close();
});

test('the mark of bpmn.io is fully visible and nothing lies over it', async () => {
  const { page, close } = await design(PUBLISHED);
  const covered = await page.evaluate(`(() => {
    const mark = document.querySelector('.bjs-powered-by');
    const { left, top, width, height } = mark.getBoundingClientRect();
    return [[0.5, 0.5], [0.05, 0.1], [0.95, 0.9]].filter(([x, y]) => !mark.contains(document.elementFromPoint(left + width * x, top + height * y))).length;
  })()`);
  expect(covered).toBe(0);
  await close();
});
