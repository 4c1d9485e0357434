/**
 * The ISO document of a procedure, from its drawing and what is stated in it: nothing is typed a second time. Seven sections, as process
 * documents of agencies have them (domain.md, section 3).
 */
import type { ProcessGraph } from '../../engine/graph/types.js';
import type { Decision } from '../../models/schemas/revision.js';
import { dateOnly } from '../i18n.js';
import { CHANNEL_WORDS, KINDS } from '../pages/sheet-words.js';
import type { ProcedurePage } from '../pages/procedure.js';
import { decisionWords, type Block, type ControlledDocument } from './document.js';
import { eachLimitWords } from './procedure-papers-words.js';
import { stepTable, type StepNames } from './step-table.js';

export interface DocumentFacts extends StepNames {
  sheet: ProcedurePage; root: ProcessGraph; svg?: string | undefined; agency: string; superior?: string; crest?: Buffer; standard: string;
  /** Newest first. */
  versions: readonly { version: number; /** In force from. */ from: Date; note?: string; /** Each a sentence. */ changes: readonly string[] }[];
  approval: ControlledDocument['approval']; decision?: Decision;
}

const NOT_STATED = 'Chưa công bố.';
const heading = (level: 1 | 2, text: string): Block => ({ kind: 'heading', level, text });
const said = (text: string | undefined): Block => ({ kind: 'paragraph', text: text || NOT_STATED });
const listed = (items: readonly string[], none = NOT_STATED): Block => (items.length > 0 ? { kind: 'list', items } : said(none));

export const codeOf = ({ code }: { code: string }): string => `QT-${code}`;

export function procedureDocument(facts: DocumentFacts): ControlledDocument {
  const { sheet, versions, agency, superior, crest, standard, approval, decision } = facts;
  return {
    agency, ...(superior ? { superior } : {}), ...(crest ? { crest } : {}), code: codeOf(sheet), type: 'Quy trình', title: sheet.name, issue: sheet.version, date: dateOnly(sheet.since), standard,
    approval, ...(decision ? { decision: decisionWords(decision, agency) } : {}),
    amendments: versions.filter(({ version }) => version <= sheet.version).map((each) => ({ issue: each.version, date: dateOnly(each.from), content: amendment(each) })),
    blocks: [...purpose(facts), ...content(facts), ...forms(facts), ...records(facts)],
  };
}

const MOST_CHANGES = 8;
/** The note of whoever changed it, then what differs. */
function amendment({ version, note, changes }: DocumentFacts['versions'][number]): string {
  const more = changes.length - MOST_CHANGES;
  const said = [note ?? (version === 1 ? 'Ban hành lần đầu' : undefined), ...changes.slice(0, MOST_CHANGES), more > 0 ? `và ${more} thay đổi khác` : undefined].filter((each) => each !== undefined);
  return said.join('\n');
}

function purpose({ sheet, standard, agency }: DocumentFacts): Block[] {
  const units = [...new Set(sheet.steps.map(({ department }) => department).filter(Boolean))];
  return [
    heading(1, '1. Mục đích'), said(`Thống nhất trình tự, trách nhiệm và thời gian giải quyết thủ tục “${sheet.name}” tại ${agency}; làm căn cứ để theo dõi, đánh giá và cải tiến.`),
    heading(1, '2. Phạm vi áp dụng'), said(`Đối tượng thực hiện: ${sheet.subjects ?? 'chưa công bố'}. Quy trình áp dụng cho: ${units.join('; ')}.`),
    heading(1, '3. Tài liệu viện dẫn'), listed([standard, ...lawOf(sheet)]),
    heading(1, '4. Định nghĩa, chữ viết tắt'), listed(['TTHC: thủ tục hành chính.', 'Một cửa: bộ phận tiếp nhận hồ sơ và trả kết quả.', 'QT: quy trình; BM: biểu mẫu.']),
  ];
}

const lawOf = ({ legalBasis }: ProcedurePage): string[] => legalBasis.map(({ ref, title }) => (title ? `${ref} – ${title}` : ref));

function content(facts: DocumentFacts): Block[] {
  const { sheet, svg } = facts;
  const limits = eachLimitWords(sheet, 'vi');
  return [
    heading(1, '5. Nội dung quy trình'),
    heading(2, '5.1. Cơ sở pháp lý'), listed(lawOf(sheet)),
    heading(2, '5.2. Thành phần hồ sơ'), sheet.parts.length === 0 ? said('Không phải nộp giấy tờ.') : {
      kind: 'table', columns: [{ name: 'STT', width: 38 }, { name: 'Giấy tờ', width: '*' }, { name: 'Loại bản', width: 92 }, { name: 'Số bản', width: 44, right: true }, { name: 'Bắt buộc', width: 54 }],
      rows: sheet.parts.map((part, n) => [`${n + 1}`, part.form && part.form !== part.name ? `${part.name} (${part.form})` : part.name, part.original ? (KINDS[part.original]?.vi ?? part.original) : '', `${part.copies ?? 1}`, part.mandatory ? 'có' : 'không']),
    },
    heading(2, '5.3. Số lượng hồ sơ'), said(sheet.sets === undefined ? undefined : `${sheet.sets} bộ.`),
    heading(2, '5.4. Thời gian giải quyết'), listed(limits),
    heading(2, '5.5. Nơi tiếp nhận và trả kết quả'), listed([...sheet.places, ...sheet.channels.map(({ kind, note }) => `${CHANNEL_WORDS[kind].vi}${note ? `: ${note}` : ''}`)]),
    heading(2, '5.6. Phí, lệ phí'), said(sheet.fee && `${sheet.fee}.`),
    heading(2, '5.7. Các bước thực hiện'), stepTable(facts, 'vi'),
    ...(svg ? [heading(2, '5.8. Lưu đồ'), { kind: 'drawing', title: sheet.name, svg } as const] : []),
  ];
}

function forms({ sheet }: DocumentFacts): Block[] {
  const named = [...new Set([...sheet.parts.flatMap(({ form }) => form ?? []), ...sheet.forms.map(({ name }) => name)])];
  return [heading(1, '6. Biểu mẫu'), listed(named.map((name) => `BM: ${name}`), 'Không có biểu mẫu riêng.')];
}

function records({ sheet }: DocumentFacts): Block[] {
  const keeper = sheet.places[0] ?? sheet.steps.at(-1)?.department ?? '';
  const kept = [...sheet.parts.filter(({ original }) => original !== 'data').map(({ name }) => name), ...(sheet.result ? [sheet.result] : []), 'Phiếu kiểm soát quá trình giải quyết hồ sơ'];
  return [heading(1, '7. Hồ sơ lưu'), {
    kind: 'table', columns: [{ name: 'STT', width: 38 }, { name: 'Hồ sơ', width: '*' }, { name: 'Nơi lưu', width: 150 }, { name: 'Thời gian lưu', width: 110 }],
    rows: kept.map((name, n) => [`${n + 1}`, name, keeper, 'Theo pháp luật về lưu trữ']),
  }];
}
