/** The first documents of the quality system of the demonstration (procedures/documents): a policy and objectives in force, an instruction in review. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deskDay } from '../../models/desk.js';
import type { Actor } from '../../models/directory.js';
import { QualityDocuments } from '../../models/documents/documents.js';
import type { DocumentKind, Objective, RichNode } from '../../models/schemas/quality-document.js';
import type { Parts } from '../../server/parts.js';

interface DocumentFile { code: string; kind: DocumentKind; title: string; daysAgo: number; /** Without one it is still in review. */ decision?: string; concerned: string[]; text: string[]; objectives?: Omit<Objective, 'year'>[] }
const DAY_MS = 86_400_000;

export async function seedDocuments({ context }: Parts, folder: string, now: number): Promise<void> {
  const person = (id: string): Actor => context.directory.known(id)!;
  const [author, reviewer, leader] = [person('chi'), person('yen'), person('tuan')];
  const files = readdirSync(join(folder, 'documents')).sort().map((name) => JSON.parse(readFileSync(join(folder, 'documents', name), 'utf8')) as DocumentFile);
  for (const { code, kind, title, daysAgo, decision, concerned, text, objectives } of files) {
    // A filling that was interrupted begins each of them anew.
    if (await context.store.documentRevisions.exists({ agencyId: author.agencyId, code, ...(decision ? { state: 'announced' } : {}) })) continue;
    await context.store.qualityDocuments.deleteOne({ agencyId: author.agencyId, code });
    const at = new Date(now - daysAgo * DAY_MS);
    const documents = new QualityDocuments({ ...context, now: () => at });
    const { _id, seq } = await documents.create(author, { kind, code, title });
    await documents.saveDraft(author, _id, { seq, concerned, text: richTextOf(text), ...(objectives ? { objectives: objectives.map((each) => ({ ...each, year: at.getFullYear() })) } : {}) });
    const { version } = await documents.submit(author, _id, 'Ban hành lần đầu');
    if (!decision) continue;
    await documents.approve(reviewer, _id, version);
    await documents.approve(leader, _id, version);
    await documents.announce(leader, _id, version, { number: decision, date: deskDay(at), signatory: leader.name, position: leader.position, inForceFrom: deskDay(at) });
  }
}

const LISTS: Readonly<Record<string, string>> = { '- ': 'bulletList', '1. ': 'orderedList' };
/** Lines with the few marks of Markdown that the files use. */
function richTextOf(lines: readonly string[]): RichNode {
  const blocks: RichNode[] = [];
  for (const line of lines) {
    const mark = Object.keys(LISTS).find((each) => line.startsWith(each));
    const last = blocks.at(-1);
    if (mark === undefined) blocks.push(line.startsWith('# ') ? { type: 'heading', attrs: { level: 2 }, content: inline(line.slice(2)) } : { type: 'paragraph', content: inline(line) });
    else {
      const item = { type: 'listItem', content: [{ type: 'paragraph', content: inline(line.slice(mark.length)) }] };
      if (last?.type === LISTS[mark]) last!.content!.push(item);
      else blocks.push({ type: LISTS[mark]!, content: [item] });
    }
  }
  return { type: 'doc', content: blocks };
}
/** Every second part stands between asterisks. */
const inline = (line: string): RichNode[] => line.split('**').map((text, n) => ({ type: 'text', text, ...(n % 2 === 1 ? { marks: [{ type: 'bold' }] } : {}) })).filter(({ text }) => text !== '');
