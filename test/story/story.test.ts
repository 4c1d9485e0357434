/**
 * The quality system from end to end, on simulated time: a ministry publishes a framework, an agency elsewhere takes it in, adopts it,
 * deviates, issues and signs; dossiers run; what they show is improved and its effect measured; the next version of the framework is
 * merged; the evidence of it all is exported and verified. What was tampered with is refused on the way. Chapters follow one another.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { run } from '../../bin/main.js';
import { clickElement, picture, settled } from '../support/browser.js';
import { download, issue, leave, moveIntoLane, PROCEDURE, putForward, tampered, viDay } from './acts.js';
import { FIRST, NEXT, sampleProcess } from './drawing.js';
import { openInstallations, type Installations } from './installations.js';
import { playWeeks } from './weeks.js';

jest.setTimeout(600_000);
/** All weeks before and after the change are in one quarter, and none of it has come yet: the clock only goes forward. */
const BEGIN = firstMondayOfQuarter(Math.max(Date.now(), Date.UTC(2027, 2, 1)));
const WEEK = 7 * 86_400_000;
const WEEKS = 6;
const FRAMEWORK = 'khung-nha-o';
const FOLLOWED = `/app/frameworks/${FRAMEWORK}/K01`;
const DESIGN = `/app/procedures/${PROCEDURE}/design?version=draft`;

/** In the morning, of the quarter after the instant. */
function firstMondayOfQuarter(after: number): number {
  const first = new Date(Date.UTC(new Date(after).getUTCFullYear(), Math.floor(new Date(after).getUTCMonth() / 3 + 1) * 3, 1, 1, 30));
  return first.getTime() + ((8 - first.getUTCDay()) % 7) * 86_400_000;
}

let all: Installations;
const folder = mkdtempSync(join(tmpdir(), 'dossierflow-story-'));
const kept = (name: string, bytes: Buffer | string): string => { const path = join(folder, name); writeFileSync(path, bytes); return path; };
/** Of the command line. */
async function exitCode(...args: string[]): Promise<number> {
  const [out, error] = [jest.spyOn(process.stdout, 'write').mockReturnValue(true), jest.spyOn(process.stderr, 'write').mockReturnValue(true)];
  process.exitCode = 0;
  await run(args).finally(() => { out.mockRestore(); error.mockRestore(); });
  const code = Number(process.exitCode);
  process.exitCode = 0;
  return code;
}
beforeAll(async () => { all = await openInstallations(BEGIN); });
afterAll(async () => { await all?.close(); rmSync(folder, { recursive: true, force: true }); });

let framework: Buffer, record: string;
/** A chapter stands on those before it: none is begun after one that failed, nor walked twice. */
let failed: unknown;
function chapter(name: string, walk: () => Promise<void>): void {
  test(name, async () => {
    if (failed !== undefined) throw failed;
    await walk().catch((error: unknown) => { failed = error; throw error; });
  });
}

chapter('a ministry publishes a framework at its installation and exports it as a signed package', async () => {
  const giang = await all.at(all.ministry, 'giang', '/app/frameworks');
  const { page } = giang;
  await page.getByRole('button', { name: 'Soạn mô hình khung' }).click();
  const form = page.getByRole('form', { name: 'Công bố mô hình khung của đơn vị' });
  await form.getByLabel('Mã khung').fill(FRAMEWORK);
  await form.getByLabel('Có hiệu lực từ').fill(viDay(BEGIN));
  await form.getByLabel('Tên (tiếng Việt)').fill('Mô hình khung về nhà ở');
  await form.getByLabel('Tên (tiếng Anh)').fill('Model framework for housing');
  await form.locator('input[type="file"]').setInputFiles(kept('K01.bpmn', sampleProcess('bo-khcn', FIRST)));
  await form.getByRole('button', { name: 'Thêm câu hỏi' }).click();
  const question = form.getByRole('group', { name: 'Câu hỏi 1' });
  await question.getByLabel('Tên dùng trong điều kiện').fill('nhanXayDung');
  await question.getByLabel('Nội dung hỏi (tiếng Việt)').fill('Đơn vị có tiếp nhận thủ tục về nhà ở không?');
  await question.getByLabel('Nội dung hỏi (tiếng Anh)').fill('Does the agency take in procedures of housing?');
  await form.getByRole('button', { name: 'Thêm thủ tục' }).click();
  const entry = form.getByRole('group', { name: 'Thủ tục 1' });
  await entry.getByLabel('Mã').fill('K01');
  await entry.getByLabel('Điều kiện').fill('nhanXayDung');
  for (const [label, text] of [['Lý do khi thuộc danh mục (tiếng Việt)', 'Đơn vị tiếp nhận thủ tục về nhà ở'], ['Lý do khi thuộc danh mục (tiếng Anh)', 'The agency takes in procedures of housing'], ['Lý do khi không thuộc (tiếng Việt)', 'Đơn vị không tiếp nhận thủ tục về nhà ở'], ['Lý do khi không thuộc (tiếng Anh)', 'The agency does not']] as const) await entry.getByLabel(label).fill(text);
  await form.getByRole('button', { name: 'Thêm tài liệu mẫu' }).click();
  const document = form.getByRole('group', { name: 'Tài liệu 1' });
  await document.getByLabel('Mã').fill('chinh-sach');
  await document.getByLabel('Tên').fill('Chính sách chất lượng mẫu');
  await document.getByLabel('Nội dung').fill('Phục vụ người dân đúng hẹn.');
  await form.getByRole('button', { name: 'Công bố' }).click();
  await page.waitForURL(new RegExp(`/frameworks/${FRAMEWORK}$`));
  await page.getByRole('heading', { level: 1, name: 'Mô hình khung về nhà ở' }).waitFor();
  framework = await download(page, () => page.getByRole('link', { name: 'Xuất thành gói ký số' }).click());
  await leave(giang);
});

chapter('the agency refuses a package that was tampered with, looks at the true one and takes it in', async () => {
  const chi = await all.at(all.agency, 'chi', '/app/frameworks');
  const { page } = chi;
  const section = page.getByRole('region', { name: 'Nhận gói từ nơi khác' });
  const file = section.locator('input[type="file"]');
  await file.setInputFiles(kept('tampered.zip', tampered(framework)));
  await section.getByText('Gói không dùng được', { exact: false }).waitFor();
  await file.setInputFiles(kept('true.zip', framework));
  await section.getByText('Chưa có ở đây, sẽ được thêm.').waitFor();
  await section.getByText('Khóa ký chưa từng gặp', { exact: false }).waitFor();
  await section.getByRole('cell', { name: /^K01 – / }).waitFor();
  await section.getByRole('button', { name: 'Nhận vào' }).click();
  await page.getByRole('link', { name: 'Mô hình khung về nhà ở' }).waitFor();
  await leave(chi);
});

chapter('it answers the questionnaire, adopts, deviates with a reason and puts its version forward', async () => {
  const chi = await all.at(all.agency, 'chi', `/app/frameworks/${FRAMEWORK}`);
  const { page } = chi;
  await page.getByRole('radiogroup', { name: /tiếp nhận thủ tục về nhà ở/ }).getByRole('radio', { name: 'Có', exact: true }).check();
  await page.locator('tr[data-code="K01"][data-listed="true"]').getByText('Đơn vị tiếp nhận thủ tục về nhà ở').waitFor();
  await page.getByRole('button', { name: 'Áp dụng 1 thủ tục đã chọn' }).click();
  await page.getByRole('table', { name: 'Thủ tục của đơn vị theo khung' }).getByRole('link', { name: 'Xem K01' }).waitFor();

  await page.goto(DESIGN);
  await page.locator('.df-desk-canvas[data-ready="true"]').waitFor();
  await clickElement(page, 'thamTra');
  const limit = page.locator('#bio-properties-panel-df-limit');
  expect(await limit.inputValue()).toBe('16');
  await limit.fill('8');
  await limit.blur();
  await putForward(page, 'Áp dụng theo mô hình khung', 1);

  await page.goto(FOLLOWED);
  await page.getByRole('checkbox', { name: 'Chọn dòng 1' }).check();
  await page.getByRole('textbox', { name: /Nêu lý do/ }).fill('Hồ sơ nhà ở của phường ít');
  await page.getByRole('button', { name: 'Ghi lý do' }).click();
  await page.getByRole('table', { name: /1 chỗ khác với khung/ }).getByText(/^Hồ sơ nhà ở của phường ít/).waitFor();
  await leave(chi);
});

chapter('two people approve, one of them announces; the signed document is verified, and a tampered copy refused', async () => {
  await issue(all, all.agency, 1, '21/QĐ-UBND');
  const tuan = await all.at(all.agency, 'tuan', `/app/procedures/${PROCEDURE}/versions/1`);
  const link = await tuan.page.getByRole('link', { name: 'Văn bản (PDF)' }).getAttribute('href');
  const pdf = await (await tuan.page.request.get(link!)).body();
  await tuan.page.reload();
  const verify = await tuan.page.getByRole('link', { name: 'Xác minh' }).getAttribute('href');
  await leave(tuan);
  expect([await exitCode('verify-pdf', kept('signed.pdf', pdf)), await exitCode('verify-pdf', kept('tampered.pdf', tampered(pdf)))]).toEqual([0, 1]);

  const stranger = await all.stranger(all.agency, verify!);
  await stranger.page.getByText('Đang có hiệu lực', { exact: true }).waitFor();
  await picture(stranger.page, 'story-verify');
  const check = async (name: string, result: string): Promise<void> => {
    await stranger.page.getByLabel(/^Tệp PDF/).setInputFiles(join(folder, name));
    await stranger.page.getByRole('button', { name: 'Kiểm tra' }).click();
    await stranger.page.locator(`[data-result="${result}"]`).waitFor();
  };
  await check('signed.pdf', 'same');
  await check('tampered.pdf', 'altered');
  await picture(stranger.page, 'story-verify-tampered');
  await leave(stranger);
});

chapter('weeks of dossiers show a ping-pong; a record is opened from it, with cause and goal', async () => {
  await playWeeks({ world: all.agency, procedureId: PROCEDURE, from: BEGIN, weeks: WEEKS });
  const quang = await all.at(all.agency, 'quang', '/app/overview');
  const { page } = quang;
  await page.locator('section[aria-labelledby="heat-title"] select').first().selectOption(PROCEDURE);
  const row = page.locator('section[aria-labelledby="practice-title"] tbody tr', { hasText: 'L5 · cảnh báo' }).first();
  await row.waitFor();
  await picture(page, 'story-findings');
  await row.getByRole('button', { name: /^Mở phiếu cải tiến: L5/ }).click();
  await page.getByRole('heading', { level: 1, name: /^CT-\d{4}-0001$/ }).waitFor();
  const plan = page.locator('section[aria-labelledby="plan-title"]');
  await plan.getByLabel('Nguyên nhân').fill('Sổ gốc nằm ở đơn vị khác');
  await plan.getByLabel('Chỉ số để đánh giá').selectOption('handOvers');
  await plan.getByRole('button', { name: 'Lưu kế hoạch' }).click();
  await page.locator('tr[data-act="planned"]').waitFor();
  record = new URL(page.url()).pathname;
  await leave(quang);
});

chapter('the draft of the record takes the look-up to the unit that needs it; approved by two, in force', async () => {
  const chi = await all.at(all.agency, 'chi', record);
  const { page } = chi;
  await page.getByRole('button', { name: 'Mở bản nháp' }).click();
  await page.getByRole('link', { name: 'Xem bản nháp trên trình thiết kế' }).click();
  await page.locator('.df-desk-canvas[data-ready="true"]').waitFor();
  await moveIntoLane(page);
  await putForward(page, 'Phòng chuyên môn tự đối chiếu sổ gốc', 2);
  await page.goto(record);
  await page.getByRole('button', { name: 'Dự báo hiệu quả' }).click();
  await page.locator('tr[data-act="predicted"]').waitFor();
  await page.getByRole('button', { name: 'Gắn phiên bản' }).click();
  await page.locator('tr[data-act="versionNamed"]').waitFor();
  await leave(chi);
  await issue(all, all.agency, 2, '34/QĐ-UBND');
});

chapter('the effect is measured on the dossiers since, with its interval, and the change is kept by another', async () => {
  await playWeeks({ world: all.agency, procedureId: PROCEDURE, from: BEGIN + WEEKS * WEEK, weeks: WEEKS });
  await all.agency.until(BEGIN + (2 * WEEKS + 1) * WEEK);
  const quang = await all.at(all.agency, 'quang', record);
  await quang.page.getByRole('button', { name: 'Đo hiệu quả' }).click();
  await quang.page.locator('tr[data-act="measured"]').getByText('Tốt lên').waitFor();
  const shown = quang.page.locator('tr[data-measure="handOvers"][data-verdict="better"]').last();
  expect(await shown.locator('td').nth(3).textContent()).toMatch(/^\S+ … \S+$/);
  await picture(quang.page, 'story-effect');
  await leave(quang);
  const tuan = await all.at(all.agency, 'tuan', record);
  const decide = tuan.page.locator('section[aria-labelledby="decide-title"]');
  await decide.getByLabel('Lý do').fill('Bớt hẳn một lần chuyển đi chuyển lại');
  await decide.getByRole('button', { name: 'Giữ thay đổi' }).click();
  await tuan.page.locator('tr[data-act="kept"]').waitFor();
  await leave(tuan);
});

chapter('the next version of the framework is published, taken in and merged: the conflict is decided, neither side\'s change is lost', async () => {
  const giang = await all.at(all.ministry, 'giang', `/app/frameworks/${FRAMEWORK}`);
  const amend = giang.page.getByRole('region', { name: 'Công bố phiên bản mới' });
  await amend.getByLabel('Có hiệu lực từ').fill(viDay(all.agency.now()));
  await amend.getByLabel('Nội dung thay đổi').fill('Rút ngắn thời hạn');
  await amend.locator('input[type="file"]').setInputFiles(kept('K01-2.bpmn', sampleProcess('bo-khcn', NEXT)));
  await amend.getByRole('button', { name: 'Công bố' }).click();
  await giang.page.getByText('phiên bản 2', { exact: false }).first().waitFor();
  framework = await download(giang.page, () => giang.page.getByRole('link', { name: 'Xuất thành gói ký số' }).click());
  await leave(giang);

  const chi = await all.at(all.agency, 'chi', '/app/frameworks');
  const { page } = chi;
  const section = page.getByRole('region', { name: 'Nhận gói từ nơi khác' });
  await section.locator('input[type="file"]').setInputFiles(kept('next.zip', framework));
  await section.getByText('Mới hơn phiên bản 1 đang có.').waitFor();
  await section.getByText('Khóa ký đã biết', { exact: false }).waitFor();
  await section.getByRole('button', { name: 'Nhận vào' }).click();
  await page.getByRole('row', { name: /Mô hình khung về nhà ở/ }).getByText('có phiên bản mới').waitFor();

  await page.goto(FOLLOWED);
  const conflict = page.getByRole('radiogroup', { name: /Chỗ 1: .*thời hạn/ });
  await conflict.waitFor();
  await settled(page);
  await picture(page, 'story-merge');
  expect(await page.getByRole('button', { name: 'Lưu thành bản nháp' }).isDisabled()).toBe(true);
  await page.getByRole('row', { name: /Đối chiếu sổ gốc.*Bộ phận Tư pháp - Hộ tịch.*Phòng Kinh tế/ }).first().waitFor();
  await conflict.getByRole('radio', { name: 'Giữ của đơn vị: 8' }).check();
  await page.getByRole('button', { name: 'Lưu thành bản nháp' }).click();
  await page.getByRole('heading', { name: /Hợp nhất/ }).waitFor({ state: 'detached' });
  const { draft } = (await all.agency.parts.context.store.procedures.findById(PROCEDURE).lean())!;
  for (const [what, there] of [['the limit that the agency kept', /kind="appraise" limit="8"/], ['the limit of the framework', /<df:timeLimit value="4"/], ['the name of the framework', /name="Trả kết quả, thu phiếu hài lòng"/]] as const) expect([what, there.test(draft!.xml)]).toEqual([what, true]);
  expect(/<bpmn:lane id="lane_chuyenMon".*?<\/bpmn:lane>/s.exec(draft!.xml)?.[0]).toContain('<bpmn:flowNodeRef>doiChieu</bpmn:flowNodeRef>');
  await page.goto(DESIGN);
  await page.locator('.df-desk-canvas[data-ready="true"]').waitFor();
  await putForward(page, 'Theo phiên bản 2 của mô hình khung', 3);
  await leave(chi);
  await issue(all, all.agency, 3, '52/QĐ-UBND');
});

chapter('conformity is declared, and its evidence is whole as it was signed; a tampered one is refused', async () => {
  const tuan = await all.at(all.agency, 'tuan', '/app/conformity');
  const { page } = tuan;
  const form = page.locator('section[aria-labelledby="declare-title"]');
  await form.getByRole('row', { name: /K01/ }).waitFor();
  for (const box of await form.getByRole('checkbox', { name: /^Thuộc phạm vi: (?!K01)/ }).all()) await box.uncheck();
  await form.getByLabel('Số quyết định').fill('60/QĐ-UBND');
  await form.getByRole('textbox', { name: 'Người ký', exact: true }).fill('Hoàng Anh Tuấn');
  await form.getByRole('button', { name: 'Công bố' }).click();
  await page.locator('section[aria-labelledby="latest-title"]').getByText('1 quy trình').waitFor();
  const pack = await download(page, () => page.getByRole('link', { name: 'Lập gói bằng chứng' }).click());
  const names = Object.keys(unzipSync(pack)).join('\n');
  for (const what of [/declaration\.pdf/, /K01[^\n]*\/history\.json/, /K01[^\n]*QT-K01-3\.pdf/, /dossiers\/[^\n]*-06\.pdf/, /improvements\/[^\n]*\.pdf/]) expect(names).toMatch(what);
  const [whole, broken] = [kept('pack.zip', pack), kept('broken.zip', tampered(pack))];
  expect([await exitCode('verify-pack', whole), await exitCode('verify-pack', broken)]).toEqual([0, 1]);
  const check = page.locator('section[aria-labelledby="check-title"]');
  await check.locator('input[type="file"]').setInputFiles(whole);
  await check.getByText(/^Gói còn nguyên như khi ký/).waitFor();
  await check.getByText('Do hệ thống này ký.', { exact: false }).waitFor();
  await check.locator('input[type="file"]').setInputFiles(broken);
  await check.getByText('Gói không còn như khi ký').waitFor();
  await picture(page, 'story-evidence');
  await leave(tuan);
});
