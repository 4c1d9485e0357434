/** Writes docs/findings.md: how each check is tried, what the checks say about the library and why it stays, what the flawed procedures cost before and after. */
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readAccepted } from '../engine/analysis/acceptance.js';
import { sumOfSteps } from '../engine/analysis/rules/t1-limit.js';
import { Subject } from '../engine/analysis/subject.js';
import { catalogue, check, markAccepted, type TellingFinding } from '../engine/check.js';
import type { Model } from '../engine/graph/types.js';
import { readModel } from '../engine/session/read-model.js';
import { projectRoot } from '../services/places.js';

/** The day on which the library is looked at. */
const ON = '2026-11-25';
const root = projectRoot();
const read = (path: string): Promise<Model> => readModel(readFileSync(path, 'utf8'), basename(path));
const drawings = (folder: string): string[] => readdirSync(folder).filter((each) => /\.(bpmn|dmn)$/.test(each)).sort();
const telling = (found: Awaited<ReturnType<typeof check>>): TellingFinding[] => found.filter((each): each is TellingFinding => each.canTell);

interface Tried { bad: number; fires: number; good: number; near: number; silent: number; unknown: number }

/** Runs the check over its fixtures: `bad*` must be found, `good*` and `near*` must not. */
async function tried(id: string): Promise<Tried> {
  const folder = join(root, 'test/analysis/fixtures', id);
  const counts: Tried = { bad: 0, fires: 0, good: 0, near: 0, silent: 0, unknown: 0 };
  const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as { on?: string };
  for (const name of readdirSync(folder).filter((each) => each !== 'expected.json').sort()) {
    const path = join(folder, name);
    const library = statSync(path).isDirectory();
    const models = await Promise.all((library ? readdirSync(path).sort().map((each) => join(path, each)) : [path]).map(read));
    const found = telling(await check(models, { checks: [id], library, ...(expected.on !== undefined && { on: expected.on }) })).length > 0;
    const kind = (['bad', 'good', 'near', 'unknown'] as const).find((each) => name.startsWith(each))!;
    counts[kind] += 1;
    if (kind === 'bad' && found) counts.fires += 1;
    if (kind === 'near' && !found) counts.silent += 1;
  }
  return counts;
}

async function libraryFindings(): Promise<TellingFinding[]> {
  const folder = join(root, 'procedures');
  const models = await Promise.all(drawings(folder).map((each) => read(join(folder, each))));
  const accepted = readAccepted(JSON.parse(readFileSync(join(folder, 'accepted-findings.json'), 'utf8')));
  return markAccepted(telling(await check(models, { library: true, on: ON })), accepted.ok ? accepted.accepted : [], ON) as TellingFinding[];
}

async function checkRows(found: readonly TellingFinding[]): Promise<string[]> {
  const rows: string[] = [];
  for (const { id, title } of catalogue) {
    const { bad, fires, good, near, silent, unknown } = await tried(id);
    const own = found.filter((each) => each.check === id);
    rows.push(`| ${id} | ${title.vi} – ${title.en} | ${fires}/${bad} | ${good} | ${silent}/${near} | ${unknown} | ${own.length || ''} |`);
  }
  return rows;
}

/** One line for each reason, with the procedures that it is said of. */
function reasonRows(found: readonly TellingFinding[]): string[] {
  const groups = new Map<string, Set<string>>();
  for (const { check: id, file, accepted } of found) {
    const key = `${id} | ${accepted?.reason ?? '**chưa chấp nhận – not accepted**'}`;
    groups.set(key, (groups.get(key) ?? new Set()).add(basename(file).split('-')[0]!));
  }
  const order = new Map(catalogue.map((each, at) => [each.id, at]));
  return [...groups].sort(([a], [b]) => order.get(a.split(' ')[0]!)! - order.get(b.split(' ')[0]!)! || (a < b ? -1 : 1)).map(([key, files]) => {
    const [id, reason] = key.split(' | ');
    return `| ${id} | ${[...files].sort().join(', ')} | ${reason} |`;
  });
}

async function flawedRows(): Promise<string[]> {
  const folder = join(root, 'procedures/flawed');
  const rows: string[] = [];
  for (const before of drawings(folder).filter((each) => each.endsWith('-before.bpmn'))) {
    const after = before.replace('-before', '-after');
    if (!existsSync(join(folder, after))) continue;
    const [was, is] = [await judged(join(folder, before)), await judged(join(folder, after))];
    rows.push(`| ${before.split('-')[0]} | ${was.hours} | ${is.hours} | ${was.hours - is.hours} | ${was.checks.join(', ')} | ${is.checks.join(', ') || '–'} |`);
  }
  return rows;
}
async function judged(path: string): Promise<{ hours: number; checks: string[] }> {
  const model = await read(path);
  return { hours: sumOfSteps(new Subject(model, model.processes[0]!)).hours, checks: [...new Set(telling(await check([model], { on: ON })).map((each) => (each.accepted ? `${each.check} (được chấp nhận – accepted)` : each.check)))] };
}

export async function findingsPage(): Promise<string> {
  const found = await libraryFindings();
  const reports = found.filter((each) => each.check === 'T17' || each.check === 'T13').length;
  return `# Phát hiện đã thử ra sao – how the checks have been tried

Trang này do \`scripts/findings-page.ts\` làm từ các mẫu thử và thư viện; một phép thử so hai bên (sau khi build: \`node dist/scripts/findings-page.js\`).
Made by \`scripts/findings-page.ts\` from the fixtures and the library; a test compares the two (after a build: \`node dist/scripts/findings-page.js\`).

## Từng phép kiểm tra – check by check

Cột: mẫu sai bị báo; mẫu đúng; mẫu gần sai không bị báo; mẫu thiếu thông tin; số lần báo trên thư viện.
Columns: bad fixtures that fire; good ones; near misses that stay silent; those that lack facts; findings on the library.

| id | check | bad | good | near | unknown | library |
| --- | --- | --- | --- | --- | --- | --- |
${(await checkRows(found)).join('\n')}

## Thư viện: báo gì và vì sao giữ – what is told about the library, and why it stays

${found.length} phát hiện trên ${drawings(join(root, 'procedures')).length} bản vẽ, trong đó ${reports} là báo cáo (T13, T17) chứ không phải lỗi; ${found.filter((each) => !each.accepted).length} chưa được chấp nhận.
Mỗi phát hiện có lý do bên dưới. Có phát hiện đúng mà chờ nơi khác quyết định (bản đã công bố P03, P05; kết nối dữ liệu; gộp thủ tục); còn lại là báo động giả: quy định đòi hỏi đúng cách làm đó.
${found.length} findings on ${drawings(join(root, 'procedures')).length} drawings, of which ${reports} are reports (T13, T17) and no faults; ${found.filter((each) => !each.accepted).length} not accepted. Each has its reason below: some are
true and wait for a decision elsewhere (P03 and P05 as published, data not yet shared, procedures not yet merged); the others are false alarms, where the rules ask
for just that way of working. The reasons are those of \`procedures/accepted-findings.json\`.

| id | thủ tục – procedure | lý do – reason |
| --- | --- | --- |
${reasonRows(found).join('\n')}

## Tám thủ tục có lỗi – the eight flawed procedures

Giờ làm việc của đường dài nhất trước và sau khi sửa. Working hours of the longest path before and after the repair.

| id | trước – before | sau – after | bớt – saved | báo trước – found before | còn lại – left |
| --- | --: | --: | --: | --- | --- |
${(await flawedRows()).join('\n')}
`;
}

if (process.argv[1]?.endsWith('findings-page.js')) void findingsPage().then((page) => writeFileSync(join(root, 'docs/findings.md'), page));
