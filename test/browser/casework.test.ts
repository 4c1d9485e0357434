/** What no diagram draws, by four staff in browsers of their own: supplement asked and answered, extension, withdrawal. */
import type { DossierRow, DossierView, OfferedAction } from '../../server/contract.js';
import { Clerk, newCommandId } from '../support/clerk.js';
import { accessibilityProblems, openBrowser, picture, settled, signIn, visit, type Browser, type Language, type Page } from '../support/browser.js';
import { startProduct, type Product } from '../support/product.js';

jest.setTimeout(300_000);
let product: Product, browser: Browser;
beforeAll(async () => { [product, browser] = await Promise.all([startProduct(), openBrowser()]); });
afterAll(async () => { await browser?.close(); await product?.stop(); });

/** Received and past the desk, where the drawing has a supplement of its own. */
async function atOfficer(): Promise<DossierRow> {
  const lan = await Clerk.signIn(product.url, 'lan');
  const { body } = await lan.post<DossierRow>('/api/dossiers', {
    commandId: newCommandId(), procedureId: 'P07-dang-ky-ho-kinh-doanh', channel: 'desk', applicant: { kind: 'person', name: 'Lê Thị Hoa' }, parts: [{ type: 'giayDeNghi', copies: 1, received: true }], data: { tenHoKinhDoanh: 'Tạp hóa An' },
  });
  const [item] = (await lan.get<DossierView>(`/api/dossiers/${body.id}`)).body.work;
  const outcome = item!.outcomes.find((each) => each.kind === 'forward')!.id;
  expect((await lan.post(`/api/work/${item!.id}/complete`, { commandId: newCommandId(), outcome })).status).toBe(200);
  return body;
}

async function as(person: string, dossierId: string, work: (page: Page) => Promise<void>, language: Language = 'vi'): Promise<void> {
  const { page, problems, close } = await visit(browser, product.url, { language });
  await signIn(page, person);
  await page.goto(`/app/dossiers/${dossierId}`);
  await page.locator('.df-drawing[data-drawn="true"]').waitFor();
  await work(page);
  expect(problems).toEqual([]);
  await close();
}

const dialog = (page: Page) => page.getByRole('dialog');
/** Closes when it has been done. */
async function confirm(page: Page, action: string): Promise<void> {
  await dialog(page).locator(`[data-submit="${action}"]`).click();
  await dialog(page).waitFor({ state: 'detached' });
  await settled(page);
}
const typed = (iso: string): string => new Date(Date.parse(iso) + 7 * 3_600_000).toISOString().slice(0, 10).split('-').reverse().join('/');

test('a supplement, an extension and a withdrawal, with what is refused on the way', async () => {
  const { id } = await atOfficer();
  await as('duc', id, async (page) => {
    await page.locator('[data-action="requestSupplement"]').focus();
    await page.keyboard.press('Enter');
    await dialog(page).getByLabel('Lý do').fill('Thiếu hợp đồng thuê địa điểm');
    // By the keyboard: nothing has been named yet, so that it is not sent and what was typed stays.
    await dialog(page).locator('[data-submit="requestSupplement"]').click();
    await dialog(page).getByText('Cần điền ô này.').waitFor();
    expect(await dialog(page).getByLabel('Lý do').inputValue()).toBe('Thiếu hợp đồng thuê địa điểm');
    await dialog(page).getByLabel('Giấy tờ khác').fill('Hợp đồng thuê nhà');
    expect(await accessibilityProblems(page)).toEqual([]);
    await picture(page, 'case-supplement-dialog', false);
    await confirm(page, 'requestSupplement');
    await page.getByText('Đang chờ bổ sung').waitFor();
    await page.getByText('Hồ sơ đang tạm dừng tính thời hạn.').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await picture(page, 'case-awaiting-supplement');
  });

  await as('lan', id, async (page) => {
    await page.locator('[data-action="receiveSupplement"]').click();
    await dialog(page).getByLabel('Ghi chú').fill('Đã nhận bản chính');
    await confirm(page, 'receiveSupplement');
    await page.getByText('Đang chờ bổ sung').waitFor({ state: 'detached' });
    expect(await page.locator('.df-timeline').textContent()).toContain('Đã nhận bản chính');
  });

  const duc = await Clerk.signIn(product.url, 'duc');
  const { items } = (await duc.get<{ items: OfferedAction[] }>(`/api/dossiers/${id}/actions`)).body;
  const { latest } = items.find((each) => each.action === 'draftApology')!;
  await as('duc', id, async (page) => {
    expect(await page.locator('[data-action="requestSupplement"]').count()).toBe(0);
    await page.locator('[data-action="draftApology"]').click();
    await dialog(page).getByLabel('Lý do').fill('Chờ trả lời của cơ quan thuế');
    await dialog(page).getByLabel('Ngày hẹn mới').fill('01/12/2030');
    await dialog(page).locator('[data-submit="draftApology"]').click();
    await dialog(page).getByRole('alert').waitFor();
    expect(await dialog(page).getByLabel('Lý do').inputValue()).toBe('Chờ trả lời của cơ quan thuế');
    await picture(page, 'case-refused-dialog', false);
    await dialog(page).getByLabel('Ngày hẹn mới').fill(typed(latest!));
    await confirm(page, 'draftApology');
  });

  await as('son', id, async (page) => {
    await page.getByRole('button', { name: /Notices, \d+ unread/ }).click();
    await page.getByText('An apology awaits approval').first().waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('menu').waitFor({ state: 'detached' });
    await page.locator('[data-action="extend"]').click();
    // What was drafted stands there to be approved.
    expect(await dialog(page).getByLabel('Reason').inputValue()).toBe('Chờ trả lời của cơ quan thuế');
    expect(await accessibilityProblems(page)).toEqual([]);
    await confirm(page, 'extend');
    await page.getByRole('heading', { name: 'Extension' }).waitFor();
    expect(await page.locator('[data-action="extend"]').count()).toBe(0);
    await picture(page, 'case-extended-en');
    expect(await accessibilityProblems(page)).toEqual([]);
  }, 'en');

  await as('huy', id, async (page) => {
    await page.locator('[data-action="withdraw"]').click();
    await dialog(page).getByLabel('Lý do').fill('Công dân không còn nhu cầu');
    await confirm(page, 'withdraw');
    await page.getByRole('heading', { name: 'Hồ sơ đã kết thúc' }).waitFor();
    expect(await page.locator('main').textContent()).toContain('Công dân rút hồ sơ');
    expect(await page.locator('[data-action]').count()).toBe(0);
    await picture(page, 'case-withdrawn');
  });
});

test.each(['vi', 'en'] as const)('an opinion: asked, taken and handed back, withdrawn with a reason (%s)', async (language) => {
  const { id } = await atOfficer();
  const question = 'Thửa đất có tranh chấp không?';
  await as('duc', id, async (page) => {
    await page.locator('[data-action="askOpinion"]').click();
    await dialog(page).locator('select').selectOption('chiNhanhDangKyDatDai');
    await dialog(page).locator('textarea').fill(question);
    await confirm(page, 'askOpinion');
  }, language);
  await as('khoa', id, async (page) => {
    const panel = page.locator('section[data-work]').filter({ hasText: question });
    await panel.getByRole('button', { name: language === 'vi' ? 'Nhận việc' : 'Claim' }).click();
    const back = panel.getByRole('button', { name: language === 'vi' ? 'Trả lại' : 'Hand back' });
    await back.click();
    await back.waitFor({ state: 'detached' });
    await panel.getByRole('button', { name: language === 'vi' ? 'Nhận việc' : 'Claim' }).waitFor();
  }, language);
  await as('duc', id, async (page) => {
    await page.locator('[data-action="withdrawOpinion"]').click();
    await dialog(page).locator('textarea').fill('Đã có bản đồ');
    expect(await accessibilityProblems(page)).toEqual([]);
    await picture(page, `case-withdraw-opinion-${language}`, false);
    await confirm(page, 'withdrawOpinion');
    await page.locator('section[aria-labelledby="opinions-title"]').getByText('Đã có bản đồ').waitFor();
    await page.locator('li[data-kind="opinionWithdrawn"]').waitFor();
    await picture(page, `case-opinion-withdrawn-${language}`);
  }, language);
});
