/** Findings in the designer: a flaw is drawn, shown, played, repaired, taken back and accepted; what each kind of finding looks like. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { layoutDefinitions } from '../../engine/bpmn/layout.js';
import { accessibilityProblems, clickElement, openBrowser, picture, settled, signIn, visit, type Browser, type Language, type Page, type Visitor } from '../support/browser.js';
import { startProduct, type Product } from '../support/product.js';

jest.setTimeout(300_000);
let product: Product, browser: Browser;
beforeAll(async () => { [product, browser] = await Promise.all([startProduct(), openBrowser()]); });
afterAll(async () => { await browser?.close(); await product?.stop(); });

const PROCEDURE = 'P03-cap-doi-gcn';
const root = join(__dirname, '../..');

async function design(language: Language = 'vi', size: { width?: number; height?: number } = {}): Promise<Visitor> {
  const visitor = await visit(browser, product.url, { language, ...size });
  await signIn(visitor.page, 'chi');
  await visitor.page.goto(`/app/procedures/${PROCEDURE}/design?version=2`);
  await visitor.page.locator('.df-desk-canvas[data-ready="true"]').waitFor();
  return visitor;
}
const findingsTab = (page: Page): Promise<void> => page.locator('aside label').filter({ hasText: /Phát hiện|Findings/ }).click();
const cards = (page: Page, check: string) => page.locator(`.df-finding-card [data-check="${check}"]`);
async function open(page: Page, file: string, check: string): Promise<void> {
  // Fixtures state no picture, which the canvas needs.
  const xml = await layoutDefinitions(readFileSync(join(root, file), 'utf8'));
  const turn = await page.locator('[data-turn]').getAttribute('data-turn');
  await page.locator('input[type="file"]').setInputFiles({ name: 'drawing.bpmn', mimeType: 'application/xml', buffer: Buffer.from(xml) });
  // Until it has been checked, the findings of the drawing before stand there.
  await page.locator(`[data-turn]:not([data-turn="${turn}"])`).waitFor();
  await cards(page, check).first().waitFor();
}

test('a flaw is drawn, found, played, repaired, taken back, accepted with a reason, and listed', async () => {
  const { page, problems, close } = await design();
  await findingsTab(page);
  await page.locator('[data-checked-in]').waitFor();
  await clickElement(page, 'gopTiepNhan');
  await page.locator('.djs-context-pad [data-action="replace"]').click();
  await page.locator('.djs-popup [data-id="replace-with-parallel-gateway"]').click();
  await cards(page, 'S1').first().waitFor();
  await page.locator('.djs-overlays[data-container-id="gopTiepNhan"] .df-finding[data-severity="error"]').waitFor();

  await cards(page, 'S1').first().focus();
  await page.keyboard.press('Enter');
  await page.locator('.djs-element.selected[data-element-id="gopTiepNhan"]').waitFor();
  const player = page.getByRole('group', { name: 'Chạy minh họa' });
  await player.getByRole('button', { name: 'Về đầu' }).focus();
  await page.keyboard.press('ArrowRight');
  await player.getByText('Bước 2/').waitFor();
  await page.locator('.djs-element.df-run-here').waitFor();
  await page.keyboard.press('End');
  await player.getByText('Kẹt tại').waitFor();
  await page.locator('.djs-element.df-run-stuck[data-element-id="gopTiepNhan"]').waitFor();
  await page.locator('.df-token').first().waitFor();
  await picture(page, 'findings-S1-run-vi', false);
  expect(await accessibilityProblems(page)).toEqual([]);

  const offer = page.locator('[data-remedy="correctJoin"]').first();
  await offer.getByText('Không còn').waitFor();
  await offer.getByRole('button', { name: 'Áp dụng' }).click();
  await page.locator('[data-applied="true"]').waitFor();
  await picture(page, 'findings-applied-vi', false);
  expect(await cards(page, 'S1').count()).toBe(0);
  await page.locator('[data-applied="true"]').getByRole('button', { name: 'Hoàn tác' }).click();
  await cards(page, 'S1').first().waitFor();

  await cards(page, 'S1').first().click();
  await page.getByText('Chấp nhận phát hiện này').click();
  await page.getByRole('button', { name: 'Chấp nhận', exact: true }).click();
  await page.getByText('Cần ghi lý do.').waitFor();
  await page.getByLabel('Lý do').fill('Đang chờ ý kiến của Sở.');
  await page.getByRole('button', { name: 'Chấp nhận', exact: true }).click();
  await cards(page, 'S1').first().waitFor({ state: 'detached' });
  await page.getByLabel('Lọc phát hiện').selectOption('accepted');
  await page.getByText('Đang chờ ý kiến của Sở.').waitFor();
  await picture(page, 'findings-accepted-vi', false);
  expect(await accessibilityProblems(page)).toEqual([]);

  await page.getByRole('button', { name: 'Lưu nháp' }).click();
  await page.getByText('Đã lưu bản nháp.').waitFor();
  await page.goto(`/app/procedures/${PROCEDURE}/design?version=draft`);
  await findingsTab(page);
  await page.getByLabel('Lọc phát hiện').selectOption('accepted');
  await cards(page, 'S1').first().waitFor();
  expect(problems).toEqual([]);
  await close();
});

test('a near-duplicate among the published procedures is found, stands beside the drawing as it is, and is accepted for that one', async () => {
  const { page, problems, close } = await design();
  await findingsTab(page);
  await cards(page, 'O9').first().waitFor();
  await cards(page, 'O9').first().click();
  const beside = page.locator('[data-open="true"] [data-others="1"]').getByRole('button', { name: 'Đặt cạnh nhau: P04' });
  await picture(page, 'finding-O9-vi', false);
  await beside.click();
  const dialog = page.getByRole('dialog', { name: 'Hai thủ tục cạnh nhau' });
  await dialog.getByRole('table', { name: 'Các bước của hai thủ tục' }).waitFor();
  await dialog.locator('.df-drawing[data-drawn="true"]').nth(1).waitFor();
  await dialog.locator('.df-chip[data-kind="heat"]').nth(1).waitFor();
  await settled(page);
  await picture(page, 'finding-O9-beside-vi', false);
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('Chấp nhận phát hiện này').click();
  await page.getByLabel('Lý do').fill('Chờ tỉnh công bố gộp.');
  await page.getByRole('button', { name: 'Chấp nhận', exact: true }).click();
  await cards(page, 'O9').first().waitFor({ state: 'detached' });
  expect(problems).toEqual([]);
  await close();
});

const KINDS = [
  ['S2', 'test/analysis/fixtures/S2/bad.bpmn'], ['S7', 'test/analysis/fixtures/S7/bad-date.bpmn'], ['S14', 'test/analysis/fixtures/S14/bad-mismatch.bpmn', 'correctJoin'], ['O1', 'procedures/flawed/B1-giay-phep-xay-dung-before.bpmn', 'mergeSteps'],
  ['O3', 'procedures/flawed/B2-tro-giup-xa-hoi-before.bpmn', 'dropRequest'], ['T4', 'procedures/flawed/B3-cap-lai-gcn-before.bpmn'], ['O5', 'procedures/flawed/B4-ho-kinh-doanh-before.bpmn'],
  ['T1', 'procedures/flawed/B5-doi-gcn-before.bpmn', 'reallotLimits'], ['T8', 'procedures/flawed/B6-chung-chi-hanh-nghe-before.bpmn', 'parallel'], ['T12', 'procedures/flawed/B7-giay-xac-nhan-before.bpmn', 'removeStep'],
  ['O2', 'procedures/flawed/B8-cap-gcn-lan-dau-before.bpmn', 'mergeSteps'], ['T9', 'test/analysis/fixtures/T9/bad.bpmn', 'moveForward'],
] as const;

test('each kind of finding stands on its drawing, and its remedy can be made and taken back as one change', async () => {
  const { page, problems, close } = await design();
  await findingsTab(page);
  for (const [check, file, remedy] of KINDS) {
    await open(page, file, check);
    await cards(page, check).first().click();
    await page.locator('.df-finding-card[data-open="true"] .df-evidence').waitFor();
    await page.getByText('Đang thử cách sửa…').waitFor({ state: 'detached' });
    await picture(page, `finding-${check}-vi`, false);
    if (!remedy) continue;
    const before = await page.locator(`[data-check="${check}"]`).count();
    await page.locator(`[data-remedy="${remedy}"]`).first().getByRole('button', { name: 'Áp dụng' }).click();
    await page.locator('[data-applied="true"]').waitFor();
    expect(await cards(page, check).count()).toBeLessThan(before);
    await page.getByRole('button', { name: 'Vừa khung' }).click();
    await picture(page, `finding-${check}-repaired-vi`, false);
    await page.locator('[data-applied="true"]').getByRole('button', { name: 'Hoàn tác' }).click();
    await cards(page, check).nth(before - 1).waitFor();
  }
  expect(problems).toEqual([]);
  await close();
});

/** Checks of one drawing, each with a fixture that it speaks of; those that compare procedures have folders in their place. */
const FIXTURES = readdirSync(join(root, 'test/analysis/fixtures')).flatMap((check): [string, string][] => {
  const file = readdirSync(join(root, 'test/analysis/fixtures', check)).find((name) => /^bad.*\.bpmn$/.test(name));
  return file ? [[check, join('test/analysis/fixtures', check, file)]] : [];
});

test('a finding of every check is opened from its card, with its evidence, and marks what it names on the drawing', async () => {
  const { page, problems, close } = await design();
  await findingsTab(page);
  expect(FIXTURES.length).toBeGreaterThan(35);
  for (const [check, file] of FIXTURES) {
    await open(page, file, check);
    await cards(page, check).first().click();
    const card = page.locator('.df-finding-card[data-open="true"]');
    await card.locator('.df-evidence').waitFor();
    await page.getByText('Đang thử cách sửa…').waitFor({ state: 'detached' });
    await picture(page, `check-${check}-vi`, false);
    expect(await page.locator('.djs-context-pad.open').count()).toBe(0);
    expect([check, await card.textContent()]).toEqual([check, expect.stringMatching(/\p{L}{2,}.*\p{L}{2,}/u)]);
  }
  expect(problems).toEqual([]);
  await close();
});

test('findings in English, on a narrow screen without sideways scrolling', async () => {
  const { page, problems, close } = await design('en', { width: 320, height: 720 });
  await findingsTab(page);
  await open(page, 'procedures/flawed/B6-chung-chi-hanh-nghe-before.bpmn', 'T8');
  await cards(page, 'T8').click();
  await page.locator('[data-remedy="parallel"]').waitFor();
  await picture(page, 'finding-T8-en-320');
  expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBeLessThanOrEqual(0);
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(problems).toEqual([]);
  await close();
});
