/** Two clerks at once: what one does is seen by the other without reloading, and takes neither his focus nor his text. */
import type { DossierRow, DossierView } from '../../server/contract.js';
import { Clerk, newCommandId } from '../support/clerk.js';
import { accessibilityProblems, openBrowser, picture, signIn, visit, type Browser, type Page } from '../support/browser.js';
import { startProduct, type Product } from '../support/product.js';

jest.setTimeout(300_000);
let product: Product, browser: Browser, huy: Clerk;
beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  huy = await Clerk.signIn(product.url, 'huy');
});
afterAll(async () => { await browser?.close(); await product?.stop(); });

const receive = async (name: string): Promise<DossierRow> => (await huy.post<DossierRow>('/api/dossiers', {
  commandId: newCommandId(), procedureId: 'P01-dang-ky-khai-sinh', channel: 'desk', applicant: { kind: 'person', name }, parts: [{ type: 'giayChungSinh', copies: 1, received: true }], data: { hoTenCon: 'Lê An' },
})).body;
const connected = (page: Page): Promise<unknown> => page.locator('html[data-live="on"]').waitFor();

test('a new dossier comes to the open list; the search field keeps focus and text, and the change is read aloud', async () => {
  const { page, problems, close } = await visit(browser, product.url);
  await signIn(page, 'lan');
  await page.goto('/app/work?view=department&q=phan+truc+tuyen&sort=-since');
  await connected(page);
  const search = page.getByRole('searchbox');
  await search.focus();
  await page.getByText('Không có việc nào khớp bộ lọc').waitFor();
  const row = await receive('Phan Trực Tuyến');
  await page.getByRole('link', { name: row.dossierNo }).waitFor();
  await page.locator('[data-announcer]', { hasText: '1 việc mới vừa đến danh sách.' }).waitFor();
  expect(await search.evaluate((field) => [field === (field as unknown as { ownerDocument: { activeElement: unknown } }).ownerDocument.activeElement, (field as unknown as { value: string }).value])).toEqual([true, 'phan truc tuyen']);
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(problems).toEqual([]);
  await close();
});

test('whoever types while a colleague completes the step reads who did what, and keeps his text', async () => {
  const row = await receive('Võ Thị Chậm');
  const { page, problems, close } = await visit(browser, product.url);
  await signIn(page, 'lan');
  await page.goto(`/app/dossiers/${row.id}`);
  await connected(page);
  await page.getByLabel('Ghi chú').fill('Đã gọi điện cho công dân');
  const [item] = (await huy.get<DossierView>(`/api/dossiers/${row.id}`)).body.work;
  await huy.post(`/api/work/${item!.id}/complete`, { commandId: newCommandId(), outcome: item!.outcomes.find((each) => each.kind === 'forward')!.id });
  await page.getByText('Nội dung đã nhập, chưa được gửi').waitFor();
  await page.getByText('Đã gọi điện cho công dân').waitFor();
  await page.locator('[data-announcer]', { hasText: `Hồ sơ vừa được cập nhật: Phạm Quốc Huy – Hoàn thành – ${item!.step}.` }).waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  await picture(page, 'live-kept-text');
  expect(problems).toEqual([]);
  await close();
});

test('two windows of one browser share a stream; when the one that holds it closes, the other goes on', async () => {
  const { page, close } = await visit(browser, product.url);
  await signIn(page, 'lan');
  await connected(page);
  const second = await page.context().newPage();
  await second.goto('/app/work?view=department&q=hai+cua+so');
  await second.getByText('Không có việc nào khớp bộ lọc').waitFor();
  expect(await second.locator('html[data-live="on"]').count()).toBe(0);
  const first = await receive('Ngô Hai Cửa Sổ');
  await second.getByRole('link', { name: first.dossierNo }).waitFor();
  await page.close();
  await connected(second);
  const next = await receive('Đỗ Hai Cửa Sổ');
  await second.getByRole('link', { name: next.dossierNo }).waitFor();
  await close();
});
