/** Documents of the quality system, the declaration of conformity, the service index and the audit that names what it looked at: walked through, in both languages, wide and narrow. */
import type { ImprovementRow, ImprovementView } from '../../server/contract-improvements.js';
import type { Page as PageOf } from '../../server/contract.js';
import { accessibilityProblems, openBrowser, picture, settled, signIn, visit, type Browser, type Language, type Page } from '../support/browser.js';
import { startProduct, type Product } from '../support/product.js';

jest.setTimeout(300_000);
let product: Product, browser: Browser;
beforeAll(async () => { [product, browser] = await Promise.all([startProduct(), openBrowser()]); });
afterAll(async () => { await browser?.close(); await product?.stop(); });

const WORDS = {
  vi: { about: 'Hồ sơ này nói về' },
  en: { about: 'What this dossier speaks of' },
} as const;

async function looked(page: Page, name: string): Promise<void> {
  await settled(page);
  await picture(page, name);
  expect([name, await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')]).toEqual([name, 0]);
  expect([name, await accessibilityProblems(page)]).toEqual([name, []]);
}

test.each<[Language, number]>([['vi', 1366], ['vi', 320], ['en', 320]])('in %s at %i px', async (language, width) => {
  const { page, problems, close } = await visit(browser, product.url, { language, width });
  const at = (name: string): string => `quality-${name}-${language}-${width}`;
  await signIn(page, 'yen');
  await page.goto('/app/documents');
  await page.getByRole('link', { name: 'Chính sách chất lượng' }).first().waitFor();
  await looked(page, at('documents'));
  await page.getByRole('link', { name: 'Chính sách chất lượng' }).first().click();
  await page.getByRole('heading', { level: 1, name: 'Chính sách chất lượng' }).waitFor();
  await looked(page, at('document'));

  await page.goto('/app/conformity');
  await page.locator('#content table').first().waitFor();
  await looked(page, at('conformity'));

  await page.goto('/app/index-766');
  await page.locator('#content table').first().waitFor();
  await looked(page, at('index'));

  // The demonstration may hold other audits: the one with links is that of which a record was opened.
  const [record] = (await (await page.request.get('/api/improvements?source=audit')).json() as PageOf<ImprovementRow>).items;
  const { dossiers } = await (await page.request.get(`/api/improvements/${record!.id}`)).json() as ImprovementView;
  await page.goto(`/app/dossiers/${dossiers.find(({ relation }) => relation === 'audit')!.dossierId}`);
  const about = page.getByRole('region', { name: WORDS[language].about });
  await about.getByRole('link', { name: /^P06 / }).waitFor();
  await looked(page, at('audit'));
  await about.getByRole('link', { name: /^P06 / }).click();
  await page.getByRole('link', { name: /^UBA-/ }).first().waitFor();
  await looked(page, at('audited'));
  expect(problems).toEqual([]);
  await close();
});
