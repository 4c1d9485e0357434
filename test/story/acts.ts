/** What people of the story do more than once: putting a draft forward, two approvals by two people, announcing, sending a file. */
import { readFileSync } from 'node:fs';
import { settled, type Page, type Visitor } from '../support/browser.js';
import { eventually } from '../workflows/support.js';
import type { Installation, Installations } from './installations.js';

export const PROCEDURE = 'K01-ubnd-binh-an';
/** Of the drawing: between the gateway and the look-up, and by how much that goes up. */
const DRAWN_APART = 240;
const LIFT = 130;
export const viDay = (at: number): string => new Date(at + 7 * 3_600_000).toISOString().slice(0, 10).split('-').reverse().join('/');

/** Nothing failed on the page before it is left. */
export async function leave({ page, problems, close }: Visitor): Promise<void> {
  await settled(page);
  expect(problems).toEqual([]);
  await close();
}

/** From the designer, where the draft is open. */
export async function putForward(page: Page, note: string, n: number): Promise<void> {
  await page.getByRole('button', { name: 'Trình góp ý, phê duyệt' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Nội dung thay đổi').fill(note);
  await dialog.getByRole('button', { name: 'Trình góp ý, phê duyệt' }).click();
  await page.waitForURL(new RegExp(`/versions/${n}$`));
  await page.getByText('Đang góp ý').waitFor();
}

/** Reviewed by one, approved and announced by another, in force the same day. */
export async function issue(all: Installations, where: Installation, n: number, decision: string): Promise<void> {
  const yen = await all.at(where, 'yen', '/app/procedures');
  await followNotice(yen.page, n);
  await approve(yen.page);
  await yen.page.getByText('Xem xét (thư ký ISO): Dương Hải Yến', { exact: false }).waitFor();
  await leave(yen);
  const tuan = await all.at(where, 'tuan', '/app/procedures');
  await followNotice(tuan.page, n);
  await approve(tuan.page);
  await tuan.page.getByRole('button', { name: 'Công bố' }).click();
  await tuan.page.getByLabel('Số quyết định').fill(decision);
  await tuan.page.getByRole('textbox', { name: 'Người ký', exact: true }).fill('Hoàng Anh Tuấn');
  await tuan.page.getByRole('button', { name: 'Công bố' }).last().click();
  await tuan.page.getByText('Đang có hiệu lực', { exact: true }).first().waitFor();
  await leave(tuan);
}

/** As somebody comes to it who was told that it waits. */
async function followNotice(page: Page, n: number): Promise<void> {
  await page.getByRole('button', { name: /^Thông báo, [1-9]\d* chưa đọc/ }).click();
  await page.getByRole('menuitem', { name: `Quy trình chờ phê duyệt, lần ${n} · K01` }).click();
  await page.waitForURL(new RegExp(`/${PROCEDURE}/versions/${n}$`));
}

async function approve(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Đồng ý, phê duyệt' }).click();
  await page.getByRole('button', { name: 'Đồng ý, phê duyệt' }).last().click();
}

/** The bytes with eight of them changed, in the middle: one alone may be of a time that says nothing of the content. */
export function tampered(bytes: Buffer): Buffer {
  const changed = Buffer.from(bytes);
  for (let at = changed.length >> 1, end = at + 8; at < end; at += 1) changed[at]! ^= 1;
  return changed;
}

export async function download(page: Page, press: () => Promise<void>): Promise<Buffer> {
  const [file] = await Promise.all([page.waitForEvent('download'), press()]);
  return readFileSync(await file.path());
}

/** Drags the look-up from its lane up to that of the unit that needs it, below the flow that passes it by. */
export async function moveIntoLane(page: Page): Promise<void> {
  const middle = (id: string): Promise<{ x: number; y: number }> => page.locator(`.djs-element[data-element-id="${id}"] .djs-hit`).first().evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  });
  const [from, gateway] = [await middle('doiChieu'), await middle('canDoiChieu')];
  const scale = (from.y - gateway.y) / DRAWN_APART;
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x, from.y - 60 * scale, { steps: 5 });
  await page.mouse.move(from.x, from.y - LIFT * scale, { steps: 5 });
  await page.mouse.up();
  await eventually(async () => (await middle('doiChieu')).y < from.y - 100 * scale);
}
