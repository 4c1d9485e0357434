/** Several rows at once, by keyboard: claimed, handed on with a reason, completed; what was refused is listed with who was faster. */
import type { DossierRow, DossierView } from '../../server/contract.js';
import { Clerk, newCommandId } from '../support/clerk.js';
import { accessibilityProblems, openBrowser, picture, settled, signIn, visit, type Browser, type Language, type Page } from '../support/browser.js';
import { startProduct, type Product } from '../support/product.js';

jest.setTimeout(300_000);
let product: Product, browser: Browser, huy: Clerk;
beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  huy = await Clerk.signIn(product.url, 'huy');
});
afterAll(async () => { await browser?.close(); await product?.stop(); });

/** In the order of their numbers, as the lists show them: at once received, any may be the first. */
async function receive(name: string, count: number): Promise<DossierRow[]> {
  const rows = await Promise.all(Array.from({ length: count }, async () => (await huy.post<DossierRow>('/api/dossiers', {
    commandId: newCommandId(), procedureId: 'P01-dang-ky-khai-sinh', channel: 'desk', applicant: { kind: 'person', name }, parts: [{ type: 'giayChungSinh', copies: 1, received: true }], data: { hoTenCon: 'Lê An' },
  })).body));
  return rows.sort((a, b) => a.dossierNo.localeCompare(b.dossierNo));
}
const work = async (id: string) => (await huy.get<DossierView>(`/api/dossiers/${id}`)).body.work[0]!;

async function open(address: string, work: (page: Page) => Promise<void>, { language = 'vi', width = 1366 }: { language?: Language; width?: number } = {}): Promise<void> {
  const { page, problems, close } = await visit(browser, product.url, { language, width });
  await signIn(page, 'lan');
  await page.goto(address);
  await settled(page);
  await work(page);
  expect(problems).toEqual([]);
  await close();
}

test('two are claimed with x and the bar; one that a colleague took meanwhile is named with his name', async () => {
  const rows = await receive('Gộp Việc', 3);
  await open('/app/work?view=department&q=gop+viec&sort=dossierNo', async (page) => {
    for (const key of ['j', 'x', 'j', 'x', 'j', 'x']) await page.keyboard.press(key);
    await page.getByText('Đã chọn 3 việc').waitFor();
    await page.locator('[data-bulk="claim"]').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await picture(page, 'together-bar', false);
    await page.route('**/api/work/bulk', async (route) => {
      await huy.post(`/api/work/${(await work(rows[1]!.id)).id}/claim`, { commandId: newCommandId() });
      await route.continue();
    }, { times: 1 });
    await page.locator('[data-bulk="claim"]').click();
    const failures = page.getByRole('alert').filter({ hasText: '1 việc chưa thực hiện được' });
    await failures.getByText(/Việc này đã có người nhận\. Phạm Quốc Huy đã thực hiện/).waitFor();
    expect(await failures.getByRole('link').textContent()).toBe(rows[1]!.dossierNo);
    expect(await accessibilityProblems(page)).toEqual([]);
    await picture(page, 'together-failures', false);
  });
  expect((await Promise.all(rows.map(({ id }) => work(id)))).map((each) => each.assignee)).toEqual(['lan', 'huy', 'lan']);
});

test('what is mine is handed on from the list with a reason that is asked for, and from the page of a dossier', async () => {
  const [first, second] = await receive('Chuyển Giao', 2) as [DossierRow, DossierRow];
  const lan = await Clerk.signIn(product.url, 'lan');
  for (const { id } of [first, second]) await lan.post(`/api/work/${(await work(id)).id}/claim`, { commandId: newCommandId() });
  const hand = async (page: Page, language: Language): Promise<void> => {
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: 'Phạm Quốc Huy' }).check();
    await dialog.getByRole('button', { name: language === 'vi' ? 'Giao việc' : 'Give', exact: true }).click();
    await dialog.getByText(language === 'vi' ? 'Cần điền ô này.' : 'Fill in this field.').waitFor();
    await dialog.getByRole('textbox').fill('Nghỉ phép từ chiều nay');
    expect(await accessibilityProblems(page)).toEqual([]);
    await picture(page, `together-hand-on-${language}`, false);
    await dialog.getByRole('button', { name: language === 'vi' ? 'Giao việc' : 'Give', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
  };
  await open('/app/work?view=mine&q=chuyen+giao&sort=dossierNo', async (page) => {
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.locator('[data-bulk="handOn"]').click();
    await hand(page, 'vi');
  });
  await open(`/app/dossiers/${second.id}`, async (page) => {
    await page.locator('[data-hand-on]').click();
    await hand(page, 'en');
    await page.locator('.df-timeline').getByText('Nghỉ phép từ chiều nay').waitFor();
    expect(await page.locator('.df-timeline').textContent()).toContain('→ Phạm Quốc Huy');
  }, { language: 'en' });
  expect((await Promise.all([first, second].map(({ id }) => work(id)))).map((each) => each.assignee)).toEqual(['huy', 'huy']);
});

test('at 320 px the same step of three dossiers is completed at once', async () => {
  const rows = await receive('Hoàn Thành Cùng', 3);
  await open('/app/work?view=department&q=hoan+thanh+cung', async (page) => {
    for (const { dossierNo } of rows) await page.getByRole('checkbox', { name: `Chọn hồ sơ ${dossierNo}` }).check();
    await page.locator('[data-bulk="complete"]').click();
    expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0);
    await picture(page, 'together-complete-320', false);
    await page.getByRole('dialog').locator('[data-outcome]').first().click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByText('Đã hoàn thành 3 việc.').waitFor();
  }, { width: 320 });
  expect((await Promise.all(rows.map(({ id }) => work(id)))).map((each) => each.element)).toEqual(['xacMinh', 'xacMinh', 'xacMinh']);
});

test('a double click on a way out, on claim and on reception takes effect once', async () => {
  const [row] = await receive('Bấm Đúp', 1) as [DossierRow];
  await open(`/app/dossiers/${row.id}`, async (page) => {
    const sent: string[] = [];
    page.on('request', (request) => { if (request.method() === 'POST' && /\/(complete|claim)$/.test(request.url())) sent.push(request.postData() ?? ''); });
    await page.getByRole('button', { name: 'Nhận việc' }).dblclick();
    await page.getByRole('button', { name: 'Trả lại', exact: true }).waitFor();
    await settled(page);
    await page.locator('[data-outcome="f_hoSoDayDu__gopTiepNhan"]').dblclick();
    await page.getByText('Đã hoàn thành bước').first().waitFor();
    await settled(page);
    expect(await page.getByRole('alert').count()).toBe(0);
    // Whatever was sent twice was one command.
    expect(new Set(sent).size).toBe(2);
  });
  const { timeline } = (await huy.get<DossierView>(`/api/dossiers/${row.id}`)).body;
  expect(timeline.filter((each) => each.kind === 'claimed' || each.kind === 'completed').map((each) => [each.kind, each.element, each.by])).toEqual([['claimed', 'tiepNhan', 'lan'], ['completed', 'tiepNhan', 'lan']]);

  await open('/app/receive?procedure=P01-dang-ky-khai-sinh', async (page) => {
    await page.getByLabel('Họ và tên *').first().fill('Bấm Đúp Tiếp Nhận');
    await page.getByLabel(/Họ và tên con/).fill('Bấm Đúp Con');
    await page.getByLabel('Thư điện tử').fill('khong-phai-thu');
    for (const part of await page.getByRole('checkbox', { name: /Giấy chứng sinh|Tờ khai/ }).all()) await part.check();
    const submit = page.getByRole('button', { name: 'Tiếp nhận', exact: true });
    await submit.click();
    await page.getByText('Cần một địa chỉ thư điện tử').waitFor();
    expect(await page.getByLabel('Thư điện tử').inputValue()).toBe('khong-phai-thu');
    expect(await accessibilityProblems(page)).toEqual([]);
    await picture(page, 'reception-email');
    await page.getByLabel('Thư điện tử').fill('bam.dup@example.vn');
    await submit.dblclick();
    await page.getByText(/Đã tiếp nhận hồ sơ/).waitFor();
  });
  expect((await huy.get<{ items: DossierRow[] }>(`/api/dossiers?q=${encodeURIComponent('bam dup tiep nhan')}`)).body.items).toHaveLength(1);
});
