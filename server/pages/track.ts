/** The state of a dossier for whoever has its number; nothing personal is shown. */
import { dateTime, STATES, type Language } from '../i18n.js';
import type { BusinessState } from '../contract.js';
import { html, type Html } from './html.js';

export interface TrackedDossier { dossierNo: string; procedureName: string; state: BusinessState; receivedAt: Date; dueAt?: Date; endedAt?: Date; departments: readonly string[]; dueState: string }

const WORDS = {
  title: { vi: 'Tra cứu hồ sơ', en: 'Track a dossier' }, code: { vi: 'Mã hồ sơ (trên giấy hẹn)', en: 'Dossier number (on the receipt)' }, find: { vi: 'Tra cứu', en: 'Look up' },
  unknown: { vi: 'Không có hồ sơ mang mã này. Kiểm tra lại mã trên giấy hẹn.', en: 'There is no dossier with this number. Check the number on the receipt.' },
  procedure: { vi: 'Thủ tục', en: 'Procedure' }, state: { vi: 'Tình trạng', en: 'State' }, received: { vi: 'Tiếp nhận lúc', en: 'Received' }, due: { vi: 'Hẹn trả kết quả', en: 'Appointment' },
  ended: { vi: 'Kết thúc lúc', en: 'Ended' }, at: { vi: 'Đang ở bộ phận', en: 'Now with' },
  paused: { vi: 'Thời hạn tạm dừng; ngày hẹn mới sẽ được báo khi tiếp tục.', en: 'The clock is stopped; a new appointment follows when it goes on.' },
  overdue: { vi: 'Hồ sơ đang quá hạn.', en: 'The dossier is overdue.' },
} as const;

export const trackTitle = (language: Language): string => WORDS.title[language];

export function trackPage(asked: string, found: TrackedDossier | undefined, language: Language): Html {
  const word = (key: keyof typeof WORDS): string => WORDS[key][language];
  return html`<h1>${word('title')}</h1>
<form method="get" action="/tra-cuu"><label>${word('code')}<input name="ma" value="${asked}" maxlength="60" autocomplete="off" required></label><button>${word('find')}</button></form>
${asked === '' ? undefined : found ? details(found, language) : html`<p class="note" role="status">${word('unknown')}</p>`}`;
}

function details(found: TrackedDossier, language: Language): Html {
  const word = (key: keyof typeof WORDS): string => WORDS[key][language];
  return html`<section aria-live="polite"><h2>${found.dossierNo}</h2><dl>
<dt>${word('state')}</dt><dd><span class="state">${STATES[found.state][language]}</span></dd>
<dt>${word('procedure')}</dt><dd>${found.procedureName}</dd><dt>${word('received')}</dt><dd>${dateTime(found.receivedAt)}</dd>
${found.dueAt && !found.endedAt ? html`<dt>${word('due')}</dt><dd>${dateTime(found.dueAt)}</dd>` : undefined}
${found.endedAt ? html`<dt>${word('ended')}</dt><dd>${dateTime(found.endedAt)}</dd>` : undefined}
${found.departments.length && !found.endedAt ? html`<dt>${word('at')}</dt><dd>${found.departments.join(', ')}</dd>` : undefined}</dl>
${found.dueState === 'paused' ? html`<p class="note">${word('paused')}</p>` : undefined}${found.dueState === 'overdue' ? html`<p class="note">${word('overdue')}</p>` : undefined}</section>`;
}
