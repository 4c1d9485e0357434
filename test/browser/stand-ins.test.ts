/** A person away arranges a stand-in on the page; the colleague decides on her behalf and reads so; the page at 320 px. */
import type { DossierRow, DossierView } from '../../server/contract.js';
import { Clerk, newCommandId } from '../support/clerk.js';
import { accessibilityProblems, openBrowser, picture, settled, signIn, visit, type Browser } from '../support/browser.js';
import { startProduct, type Product } from '../support/product.js';

jest.setTimeout(300_000);
let product: Product, browser: Browser;
beforeAll(async () => { [product, browser] = await Promise.all([startProduct(), openBrowser()]); });
afterAll(async () => { await browser?.close(); await product?.stop(); });

const day = (offset: number): string => new Date(Date.now() + 7 * 3_600_000 + offset * 86_400_000).toISOString().slice(0, 10).split('-').reverse().join('/');

test('arranged, done on behalf of, ended', async () => {
  const lan = await Clerk.signIn(product.url, 'lan');
  const { id } = (await lan.post<DossierRow>('/api/dossiers', {
    commandId: newCommandId(), procedureId: 'P01-dang-ky-khai-sinh', channel: 'desk', applicant: { kind: 'person', name: 'Lê Thay' }, parts: [{ type: 'giayChungSinh', copies: 1, received: true }], data: { hoTenCon: 'Lê An' },
  })).body;
  const [item] = (await lan.get<DossierView>(`/api/dossiers/${id}`)).body.work;
  await lan.post(`/api/work/${item!.id}/complete`, { commandId: newCommandId(), outcome: item!.outcomes.find((each) => each.kind === 'forward')!.id });

  const mai = await visit(browser, product.url);
  await signIn(mai.page, 'mai');
  await mai.page.getByRole('button', { name: /Trần Thị Mai/ }).click();
  await mai.page.getByRole('menuitem', { name: 'Làm thay' }).click();
  await mai.page.getByRole('heading', { level: 1, name: 'Làm thay' }).waitFor();
  await mai.page.getByLabel('Người làm thay').selectOption('huy');
  await mai.page.getByRole('button', { name: 'Phân công' }).click();
  // What is missing is said at the field, and what was chosen stays.
  await mai.page.getByText('Cần điền ô này.').first().waitFor();
  expect(await mai.page.getByLabel('Người làm thay').inputValue()).toBe('huy');
  await mai.page.getByLabel('Từ ngày').fill(day(0));
  await mai.page.getByLabel('Đến hết ngày').fill(day(2));
  await mai.page.getByLabel('Lý do').fill('Nghỉ phép năm');
  await mai.page.getByRole('button', { name: 'Phân công' }).click();
  await mai.page.getByText('Đang làm thay', { exact: true }).waitFor();
  await settled(mai.page);
  expect(await accessibilityProblems(mai.page)).toEqual([]);
  await picture(mai.page, 'stand-ins', false);

  const huy = await visit(browser, product.url, { language: 'en' });
  await signIn(huy.page, 'huy');
  await huy.page.goto('/app/work?view=department&q=le+thay');
  await huy.page.getByText('for Trần Thị Mai').waitFor();
  await huy.page.goto(`/app/dossiers/${id}`);
  await huy.page.getByText('You do this step on behalf of Trần Thị Mai; the history says so.').waitFor();
  expect(await accessibilityProblems(huy.page)).toEqual([]);
  await huy.page.locator('[data-work] [data-outcome]').first().click();
  await huy.page.locator('.df-timeline').getByText('Phạm Quốc Huy (on behalf of Trần Thị Mai)').first().waitFor();
  await picture(huy.page, 'stand-ins-timeline-en', false);
  expect(huy.problems).toEqual([]);
  await huy.close();

  await mai.page.getByRole('button', { name: 'Kết thúc phân công Phạm Quốc Huy làm thay Trần Thị Mai' }).click();
  await mai.page.getByText('Đã hết', { exact: true }).waitFor();
  expect(mai.problems).toEqual([]);
  await mai.close();

  const small = await visit(browser, product.url, { width: 320 });
  await signIn(small.page, 'mai');
  await small.page.goto('/app/stand-ins');
  await settled(small.page);
  expect(await accessibilityProblems(small.page)).toEqual([]);
  expect(await small.page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0);
  await picture(small.page, 'stand-ins-320');
  await small.close();
});
