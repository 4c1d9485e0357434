/** Every staff page, in both languages and at two widths: it loads, no script fails, axe finds nothing. */
import type { DossierRow, DossierView } from '../../server/contract.js';
import { Clerk, newCommandId } from '../support/clerk.js';
import { accessibilityProblems, openBrowser, picture, settled, signIn, visit, type Browser, type Language, type Page } from '../support/browser.js';
import { startProduct, type Product } from '../support/product.js';

jest.setTimeout(300_000);
let product: Product, browser: Browser;
beforeAll(async () => { [product, browser] = await Promise.all([startProduct(), openBrowser()]); });
afterAll(async () => { await browser?.close(); await product?.stop(); });

const drawn = async (page: Page): Promise<void> => { await page.locator('.df-drawing[data-drawn="true"]').first().waitFor(); };
const openFirst = (list: string) => async (page: Page): Promise<void> => {
  await page.goto(list);
  await page.locator('.df-table tbody a').first().click();
  await drawn(page);
};
const at = (address: string, ready?: (page: Page) => Promise<void>) => async (page: Page): Promise<void> => { await page.goto(address); await ready?.(page); };

const pages: Record<string, { person: string; open: (page: Page) => Promise<void> }> = {
  'work': { person: 'lan', open: at('/app/work?view=department') },
  'work-all': { person: 'quang', open: at('/app/work?view=all') },
  'reception': { person: 'lan', open: async (page) => { await page.goto('/app/receive'); await page.locator('[data-procedure="P01"]').click(); await page.getByTestId('appointment').waitFor(); } },
  'dossiers': { person: 'quang', open: at('/app/dossiers') },
  'dossier': { person: 'lan', open: openFirst('/app/work?view=department') },
  'overview': { person: 'quang', open: at('/app/overview', drawn) },
  'calendars': { person: 'an', open: async (page) => { await page.goto('/app/calendars'); await page.locator('.df-month').waitFor(); } },
  'settings': { person: 'an', open: async (page) => { await page.goto('/app/settings'); await page.locator('main dl').first().waitFor(); } },
  'organisation': { person: 'an', open: async (page) => { await page.goto('/app/organisation'); await page.locator('table').nth(1).waitFor(); } },
  'rules': { person: 'an', open: async (page) => { await page.goto('/app/rules'); await page.locator('table').first().waitFor(); } },
  'procedures': { person: 'chi', open: at('/app/procedures') },
  'procedure': { person: 'chi', open: openFirst('/app/procedures') },
};

/** Words of links, buttons and cells that end outside what holds them, where that does not scroll: nobody can read their end. */
const CUT = `[...document.querySelectorAll('main a, main button, main td, main th, main dd, main label')].flatMap((each) => {
  if (each.closest('.df-visually-hidden, svg, .djs-container, thead') || !each.textContent.trim() || each.getClientRects().length === 0) return [];
  let right = 0;
  const texts = document.createTreeWalker(each, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    let hidden = false;
    for (let up = text.parentElement; up && up !== each.parentElement; up = up.parentElement) hidden ||= getComputedStyle(up).clipPath !== 'none';
    if (hidden) continue;
    const range = document.createRange(); range.selectNodeContents(text);
    for (const rect of range.getClientRects()) right = Math.max(right, rect.right);
  }
  for (let at = each; at && at.tagName !== 'MAIN'; at = at.parentElement) {
    const style = getComputedStyle(at);
    if (style.overflowX === 'auto' || style.overflowX === 'scroll') return [];
    if (style.position === 'absolute' && style.clipPath !== 'none') return [];
    if (style.overflowX === 'hidden' || at.matches('tr, .mantine-Paper-root')) { if (right > at.getBoundingClientRect().right + 1) return [each.textContent.trim().slice(0, 80)]; }
  }
  return [];
})`;

describe.each<[Language, number]>([['vi', 1366], ['en', 1366], ['vi', 320]])('staff pages in %s at %i px', (language, width) => {
  test.each(Object.entries(pages))('%s', async (name, { person, open }) => {
    const { page, problems, close } = await visit(browser, product.url, { language, width });
    await signIn(page, person);
    await open(page);
    await settled(page);
    await picture(page, `${name}-${language}-${width}`);
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(problems).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0);
    expect(await page.evaluate(CUT)).toEqual([]);
    await close();
  });

  test('sign-in', async () => {
    const { page, problems, close } = await visit(browser, product.url, { language, width });
    await page.goto('/app/');
    await page.locator('[data-person]').first().waitFor();
    await picture(page, `sign-in-${language}-${width}`);
    expect(await page.locator('html').getAttribute('lang')).toBe(language);
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(problems).toEqual([]);
    await close();
  });
});

test('the language follows the browser, and a choice by hand is remembered', async () => {
  const { page, close } = await visit(browser, product.url, { language: 'en' });
  await signIn(page, 'lan');
  await page.goto('/app/work');
  expect(await page.locator('h1').textContent()).toBe('Work');
  await page.getByRole('button', { name: 'Tiếng Việt' }).click();
  expect(await page.locator('h1').textContent()).toBe('Công việc');
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'Công việc' }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('vi');
  await close();
});

test('the work list is worked with the keyboard alone', async () => {
  const { page, close } = await visit(browser, product.url);
  await signIn(page, 'lan');
  await page.goto('/app/work?view=department');
  await page.locator('.df-table tbody tr').first().waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  expect(await page.locator('tr[data-current="true"]').count()).toBe(1);
  await page.keyboard.press('x');
  expect(await page.locator('tr[data-current="true"] input[type="checkbox"]').isChecked()).toBe(true);
  await page.keyboard.press('/');
  expect(await page.evaluate('document.activeElement.type')).toBe('search');
  await page.keyboard.press('Escape');
  await page.evaluate('document.activeElement.blur()');
  await page.keyboard.press('?');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  const number = await page.locator('tr[data-current="true"] a').textContent();
  await page.evaluate('document.activeElement.blur()');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: number ?? '' }).waitFor();
  await close();
});

test('a leader signs with the keyboard alone: list, dossier, decision, and the next one', async () => {
  const lan = await Clerk.signIn(product.url, 'lan');
  const mai = await Clerk.signIn(product.url, 'mai');
  const done = async (clerk: Clerk, id: string, element: string, outcome: RegExp): Promise<void> => {
    const work = (await clerk.get<DossierView>(`/api/dossiers/${id}`)).body.work.find((each) => each.element === element)!;
    expect((await clerk.post(`/api/work/${work.id}/complete`, { commandId: newCommandId(), outcome: work.outcomes.find((each) => outcome.test(each.id))!.id })).status).toBe(200);
  };
  const rows = [];
  for (const name of ['Phím Một', 'Phím Hai']) {
    const row = (await lan.post<DossierRow>('/api/dossiers', { commandId: newCommandId(), procedureId: 'P01-dang-ky-khai-sinh', channel: 'desk', applicant: { kind: 'person', name }, parts: [], data: { hoTenCon: 'Lê An' } })).body;
    await done(lan, row.id, 'tiepNhan', /gopTiepNhan/);
    await done(mai, row.id, 'xacMinh', /laySoDinhDanh/);
    rows.push(row);
  }
  const { page, problems, close } = await visit(browser, product.url);
  await signIn(page, 'nga');
  for (const left of [2, 1, 0]) {
    // By its letter to the list, into the search, and out of it with Enter.
    for (const key of ['g', 'w']) await page.keyboard.press(key);
    await page.locator('.df-table, main').first().waitFor();
    await page.keyboard.press('/');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('phím');
    await page.waitForURL(/q=ph/);
    await settled(page);
    await page.locator('.df-table tbody tr').nth(left).waitFor({ state: 'detached' });
    expect(await page.locator('.df-table tbody tr').count()).toBe(left);
    if (left === 0) break;
    for (const key of ['Enter', 'j', 'Enter']) await page.keyboard.press(key);
    await page.locator('[data-outcome]').first().waitFor();
    for (let tabs = 0; tabs < 60 && !(await page.evaluate('document.activeElement.hasAttribute("data-outcome")')); tabs += 1) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('[data-outcome]').first().waitFor({ state: 'detached' });
  }
  expect(problems).toEqual([]);
  await close();
});
