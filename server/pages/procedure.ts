/** The public page of a procedure: requirements, flow, result, time, fee, legal basis. */
import { LEVELS, limitWords, type Language } from '../i18n.js';
import { html, type Html } from './html.js';

export interface ProcedurePage {
  id: string; code: string; name: string; version: number; field?: string; level?: string; fee?: string; result?: string; online?: string;
  limits: { value: number; unit: 'workingHours' | 'workingDays' | 'days'; when?: string }[];
  parts: { name: string; form?: string; original?: string; copies?: number; mandatory: boolean; source?: string }[];
  steps: { name: string; department: string; limit?: { value: number; unit: 'workingHours' | 'workingDays' | 'days' }; contact: boolean }[];
  legalBasis: { ref: string; title?: string }[];
  /** Minutes of office time. */
  typical?: { dossiers: number; days: number; half: number; nineInTen: number };
}

const WORDS = {
  code: { vi: 'Mã thủ tục', en: 'Code' }, field: { vi: 'Lĩnh vực', en: 'Field' }, level: { vi: 'Cấp thực hiện', en: 'Level' }, limit: { vi: 'Thời hạn giải quyết', en: 'Time limit' },
  fee: { vi: 'Phí, lệ phí', en: 'Fee' }, result: { vi: 'Kết quả', en: 'Result' }, online: { vi: 'Dịch vụ công trực tuyến', en: 'Online service' }, version: { vi: 'Phiên bản quy trình', en: 'Version of the process' },
  parts: { vi: 'Thành phần hồ sơ', en: 'Required documents' }, noParts: { vi: 'Không phải nộp giấy tờ.', en: 'No documents are required.' },
  part: { vi: 'Giấy tờ', en: 'Document' }, form: { vi: 'Mẫu', en: 'Form' }, kind: { vi: 'Loại bản', en: 'Kind' }, copies: { vi: 'Số bản', en: 'Copies' }, need: { vi: 'Bắt buộc', en: 'Required' },
  flow: { vi: 'Trình tự thực hiện', en: 'How it is done' }, step: { vi: 'Bước', en: 'Step' }, unit: { vi: 'Bộ phận thực hiện', en: 'Done by' }, time: { vi: 'Thời gian', en: 'Time' },
  drawing: { vi: 'Lưu đồ', en: 'Drawing' }, download: { vi: 'Tải lưu đồ (BPMN 2.0)', en: 'Download the drawing (BPMN 2.0)' }, law: { vi: 'Căn cứ pháp lý', en: 'Legal basis' },
  typical: { vi: 'Thời gian thường gặp', en: 'Usual time' },
  yes: { vi: 'có', en: 'yes' }, no: { vi: 'không', en: 'no' }, when: { vi: 'khi', en: 'when' }, applicant: { vi: 'có mặt người nộp', en: 'with the applicant' },
} as const;
const KINDS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  original: { vi: 'bản chính', en: 'original' }, certified: { vi: 'bản sao chứng thực', en: 'certified copy' }, copy: { vi: 'bản chụp', en: 'photocopy' },
  electronic: { vi: 'bản điện tử', en: 'electronic' }, data: { vi: 'dữ liệu (không phải nộp)', en: 'data (nothing to hand in)' },
};
const ONLINE: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  full: { vi: 'toàn trình', en: 'fully online' }, partial: { vi: 'một phần', en: 'partly online' }, none: { vi: 'chưa có', en: 'none' },
};

export function procedurePage(view: ProcedurePage, language: Language): Html {
  const word = (key: keyof typeof WORDS): string => WORDS[key][language];
  const row = (key: keyof typeof WORDS, value: string | Html | undefined): Html | undefined => (value ? html`<dt>${word(key)}</dt><dd>${value}</dd>` : undefined);
  return html`<h1>${view.name}</h1>
<dl>${row('code', view.code)}${row('field', view.field)}${row('level', view.level && (LEVELS[view.level]?.[language] ?? view.level))}
${row('limit', view.limits.length ? html`${view.limits.map((each, index) => html`${index > 0 ? '; ' : ''}${limitWords(each, language)}${each.when ? ` (${word('when')} ${each.when})` : ''}`)}` : undefined)}
${row('typical', view.typical && typicalWords(view.typical, language))}
${row('fee', view.fee)}${row('result', view.result)}${row('online', view.online && (ONLINE[view.online]?.[language] ?? view.online))}${row('version', String(view.version))}</dl>
<h2>${word('parts')}</h2>
${view.parts.length === 0 ? html`<p>${word('noParts')}</p>` : partsTable(view, language)}
<h2>${word('flow')}</h2>
<ol>${view.steps.map((each) => html`<li><strong>${each.name}</strong> – ${each.department}${each.limit ? `, ${limitWords(each.limit, language)}` : ''}${each.contact ? ` (${word('applicant')})` : ''}</li>`)}</ol>
<h2>${word('drawing')}</h2>
<div class="drawing" data-bpmn="/thu-tuc/${encodeURIComponent(view.id)}/luu-do.bpmn" data-lang="${language}" role="img" aria-label="${word('drawing')}: ${view.name}"></div>
<p><a href="/thu-tuc/${encodeURIComponent(view.id)}/luu-do.bpmn" download>${word('download')}</a></p>
${view.legalBasis.length ? html`<h2>${word('law')}</h2><ul>${view.legalBasis.map(({ ref, title }) => html`<li>${ref}${title ? ` – ${title}` : ''}</li>`)}</ul>` : undefined}`;
}

const HOUR_MIN = 60;
const DAY_MIN = 480;
/** What happened lately, as two figures: neither a mean nor a promise. */
function typicalWords({ dossiers, days, half, nineInTen }: NonNullable<ProcedurePage['typical']>, language: Language): string {
  const time = (minutes: number): string => (minutes < DAY_MIN
    ? limitWords({ value: Math.max(1, Math.ceil(minutes / HOUR_MIN)), unit: 'workingHours' }, language) : limitWords({ value: Math.ceil((minutes / DAY_MIN) * 2) / 2, unit: 'workingDays' }, language));
  return language === 'vi'
    ? `một nửa số hồ sơ có kết quả trong ${time(half)}, chín phần mười trong ${time(nineInTen)} (${dossiers} hồ sơ trong ${days} ngày qua)`
    : `half of the dossiers had their result within ${time(half)}, nine in ten within ${time(nineInTen)} (${dossiers} dossiers of the last ${days} days)`;
}

function partsTable({ parts }: ProcedurePage, language: Language): Html {
  const word = (key: keyof typeof WORDS): string => WORDS[key][language];
  return html`<div class="scroll"><table><thead><tr><th scope="col">${word('part')}</th><th scope="col">${word('form')}</th><th scope="col">${word('kind')}</th><th scope="col" class="num">${word('copies')}</th><th scope="col">${word('need')}</th></tr></thead>
<tbody>${parts.map((each) => html`<tr><td>${each.name}</td><td>${each.form ?? ''}</td><td>${each.original ? (KINDS[each.original]?.[language] ?? each.original) : ''}</td><td class="num">${each.copies ?? 1}</td><td>${each.mandatory ? word('yes') : word('no')}</td></tr>`)}</tbody></table></div>`;
}
