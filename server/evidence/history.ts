/** The versions of a procedure with who did what to them, as data and as pages. */
import type { Directory } from '../../models/directory.js';
import type { ReviewComment, RevisionDoc } from '../../models/schemas/revision.js';
import type { Block } from '../documents/document.js';
import type { PlainDocument } from '../documents/plain-pdf.js';
import { dateOnly, dateTime } from '../i18n.js';

interface Told { at: string; byName: string; position: string }
export interface VersionHistory {
  version: number; state: RevisionDoc['state']; note?: string; authors: string[]; inForceFrom?: string; decision?: RevisionDoc['decision']; acts: (Partial<Told> & { act: RevisionDoc['history'][number]['act']; at: string; note?: string })[];
  comments: (Told & { element?: string; text: string; answers: (Told & { text: string })[]; resolved?: Told })[];
}

export function historyOf(doc: RevisionDoc, directory: Directory): VersionHistory {
  const told = ({ at, by }: { at: Date; by: string }): Told => ({ at: at.toISOString(), byName: directory.staffName(by), position: directory.positionOf(by) });
  const comment = ({ element, text, answers, resolved, ...said }: ReviewComment): VersionHistory['comments'][number] => ({ ...told(said), ...(element && { element }), text, answers: answers.map((each) => ({ ...told(each), text: each.text })), ...(resolved && { resolved: told(resolved) }) });
  return {
    version: doc.version, state: doc.state, ...(doc.note && { note: doc.note }), authors: doc.authors.map((id) => directory.staffName(id)), ...(doc.inForceFrom && { inForceFrom: doc.inForceFrom }), ...(doc.decision && { decision: doc.decision }),
    acts: doc.history.map(({ act, at, by, note }) => ({ act, ...(by === undefined ? { at: at.toISOString() } : told({ at, by })), ...(note && { note }) })), comments: doc.comments.map(comment),
  };
}

const ACTS: Record<RevisionDoc['history'][number]['act'], string> = { submitted: 'Trình góp ý', returned: 'Trả lại', reviewed: 'Xem xét', approved: 'Phê duyệt', announced: 'Công bố', issued: 'Ban hành thẳng', inForce: 'Có hiệu lực', replaced: 'Được thay thế', withdrawn: 'Thu hồi' };
const STATES: Record<RevisionDoc['state'], string> = { inReview: 'đang góp ý', returned: 'đã trả lại', approved: 'đã phê duyệt', announced: 'đã công bố', inForce: 'đang có hiệu lực', replaced: 'đã được thay thế', withdrawn: 'đã thu hồi' };

export function historyDocument(versions: readonly VersionHistory[], { code, name, agency, now }: { code: string; name: string; agency: string; now: Date }): PlainDocument {
  return { agency, code: `QT-${code}`, title: 'Lịch sử phiên bản', subtitle: name, date: dateOnly(now), blocks: versions.flatMap(blocksOf) };
}
const who = ({ byName, position }: Partial<Told>): string => (byName === undefined ? 'tự động' : position ? `${byName}, ${position}` : byName);
const when = (at: string): string => dateTime(new Date(at));

function blocksOf({ version, state, note, authors, inForceFrom, decision, acts, comments }: VersionHistory): Block[] {
  const day = (value: string): string => value.split('-').reverse().join('/');
  const facts = [`Soạn thảo: ${authors.join(', ') || 'không ghi'}.`, ...(note ? [`Nội dung: ${note}.`] : []), ...(inForceFrom ? [`Hiệu lực từ ${day(inForceFrom)}.`] : []), ...(decision ? [`Quyết định số ${decision.number} ngày ${day(decision.date)}, ${decision.signatory} ký.`] : [])];
  const said = comments.map((each) => [`${when(each.at)}\n${who(each)}`, each.element ? `${each.text}\n(${each.element})` : each.text, each.answers.map((answer) => `${answer.byName}: ${answer.text}`).join('\n') || '–', each.resolved ? `${each.resolved.byName}, ${when(each.resolved.at)}` : 'chưa']);
  return [
    { kind: 'heading', level: 1, text: `Phiên bản ${version} (${STATES[state]})` }, { kind: 'paragraph', text: facts.join(' ') },
    { kind: 'table', columns: [{ name: 'Lúc', width: 92 }, { name: 'Việc', width: 90 }, { name: 'Người', width: 130 }, { name: 'Ghi chú', width: '*' }], rows: acts.map((each) => [when(each.at), ACTS[each.act], who(each), each.note ?? '']) },
    ...(said.length > 0 ? [{ kind: 'table' as const, columns: [{ name: 'Người góp ý', width: 110 }, { name: 'Góp ý', width: '*' as const }, { name: 'Trả lời', width: 120 }, { name: 'Giải quyết', width: 84 }], rows: said }] : []),
  ];
}
