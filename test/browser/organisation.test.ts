/** An administrator adds a colleague and lets one go, with the keyboard where it matters; what was typed wrongly stays and is named. */
import type { DossierRow, DossierView } from '../../server/contract.js';
import { Clerk, newCommandId } from '../support/clerk.js';
import { accessibilityProblems, openBrowser, picture, settled, signIn, visit, type Browser } from '../support/browser.js';
import { startProduct, type Product } from '../support/product.js';

jest.setTimeout(300_000);
let product: Product, browser: Browser;
beforeAll(async () => { [product, browser] = await Promise.all([startProduct(), openBrowser()]); });
afterAll(async () => { await browser?.close(); await product?.stop(); });

test('a colleague is added, and another leaves with work in hand', async () => {
  const lan = await Clerk.signIn(product.url, 'lan');
  const received = await lan.post<DossierRow>('/api/dossiers', { commandId: newCommandId(), procedureId: 'P01-dang-ky-khai-sinh', channel: 'desk', applicant: { kind: 'person', name: 'Lê An' }, parts: [], data: { hoTenCon: 'Lê An' } });
  const [item] = (await lan.get<DossierView>(`/api/dossiers/${received.body.id}`)).body.work;
  expect((await lan.post(`/api/work/${item!.id}/claim`, { commandId: newCommandId() })).status).toBe(200);

  const { page, problems, close } = await visit(browser, product.url);
  await signIn(page, 'an');
  await page.goto('/app/organisation');
  await page.getByRole('button', { name: 'Thêm cán bộ' }).press('Enter');
  const form = page.getByRole('form', { name: 'Thêm cán bộ' });
  await form.getByLabel('Tên tài khoản').fill('Hoa Vũ');
  await form.getByLabel('Họ và tên').fill('Vũ Thị Hoa');
  await form.getByRole('button', { name: 'Lưu' }).click();
  await form.getByText('Chọn ít nhất một.').first().waitFor();
  await form.getByLabel('Trung tâm Phục vụ hành chính công').check();
  await form.getByLabel('Cán bộ một cửa').check();
  await form.getByLabel('Lý do').fill('Tuyển mới');
  await form.getByLabel('Lý do').press('Enter');
  await form.getByText('Mã chưa đúng mẫu').waitFor();
  expect(await form.getByLabel('Tên tài khoản').inputValue()).toBe('Hoa Vũ');
  await picture(page, 'organisation-form', false);
  expect(await accessibilityProblems(page)).toEqual([]);
  await form.getByLabel('Tên tài khoản').fill('hoa');
  await form.getByLabel('Lý do').press('Enter');
  await page.locator('[data-person=hoa]').waitFor();
  expect(await page.locator('[data-person]').count()).toBe(1);

  await page.getByRole('searchbox', { name: 'Tìm cán bộ' }).fill('nguyen thi lan');
  await page.locator('[data-person=hoa]').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Sửa: Nguyễn Thị Lan' }).click();
  await page.getByRole('checkbox', { name: 'Đang làm việc' }).uncheck();
  await page.getByText('các việc đó được bàn giao như chọn dưới đây').waitFor();
  await page.getByRole('group', { name: 'Việc Nguyễn Thị Lan đang giữ' }).getByRole('link', { name: received.body.dossierNo }).waitFor();
  await picture(page, 'organisation-hand-over');
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.getByLabel('Giao cho').selectOption('hoa');
  await page.getByLabel('Lý do').fill('Chuyển công tác');
  await page.getByLabel('Lý do').press('Enter');
  await page.locator('[data-person=lan]').getByText('đã thôi việc').waitFor();
  await page.getByText(/Đã bàn giao \d+ việc/).waitFor();
  expect(await page.locator('[data-person=lan]').textContent()).not.toContain('chưa bàn giao');
  await page.getByText('Đang làm việc: có → không').waitFor();
  await settled(page);
  await picture(page, 'organisation-left');
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(problems).toEqual([]);
  await close();
});

test('a further post is given with its days, by keyboard; how the agency would be continued is looked at, and nothing is done', async () => {
  const { page, problems, close } = await visit(browser, product.url, { language: 'en' });
  await signIn(page, 'an');
  await page.goto('/app/organisation');
  await page.getByRole('searchbox', { name: 'Find a person' }).fill('phuong');
  await page.getByRole('button', { name: 'Change: Trần Thu Phương' }).click();
  await page.getByRole('button', { name: 'Add a further post' }).press('Enter');
  const post = page.getByRole('group', { name: 'Further post 1' });
  await post.getByLabel('Department').selectOption('vanThu');
  await post.getByLabel('Position').fill('Phụ trách');
  await post.getByLabel('From').fill('01/12/2026');
  await post.getByLabel('To the end of').fill('30/11/2026');
  await post.getByLabel('Trưởng đơn vị').check();
  await page.getByLabel('Reason').fill('Kiêm nhiệm');
  await page.getByLabel('Reason').press('Enter');
  await post.getByText('The last day must not be before the first.').waitFor();
  expect(await post.getByLabel('Position').inputValue()).toBe('Phụ trách');
  await picture(page, 'organisation-posts');
  expect(await accessibilityProblems(page)).toEqual([]);
  await post.getByLabel('To the end of').fill('31/12/2026');
  await page.getByLabel('Reason').press('Enter');
  await page.locator('[data-person=phuong]').getByText('Phụ trách · Bộ phận Văn thư · from 01/12/2026 to the end of 31/12/2026').waitFor();

  await page.getByRole('button', { name: 'End the agency' }).click();
  const form = page.getByRole('form', { name: 'End the agency' });
  await form.getByLabel('First day of those that continue').fill('30/11/2026');
  for (const each of await form.getByRole('combobox').all()) await each.selectOption('a:so-tu-phap');
  await form.getByRole('button', { name: 'Preview' }).click();
  await form.getByRole('status').getByText('Continued by Sở Tư pháp').waitFor();
  await settled(page);
  await picture(page, 'organisation-succession');
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(problems).toEqual([]);
  await close();
});
