/** The public front page: procedures with field, level and limit, searched by text and field, page by page. */
import { LEVELS, limitWords, type Language } from '../i18n.js';
import { html, type Html } from './html.js';

export interface HomeProcedure { id: string; code: string; name: string; field?: string; level?: string; limit?: { value: number; unit: 'workingHours' | 'workingDays' | 'days' } }
export interface HomePage { q: string; field: string; fields: readonly string[]; items: readonly HomeProcedure[]; total: number; page: number; pageSize: number }

const WORDS = {
  title: { vi: 'Thủ tục hành chính', en: 'Administrative procedures' }, search: { vi: 'Tìm theo tên, mã hoặc lĩnh vực (gõ không dấu cũng được)', en: 'Search by name, code or field (marks may be left out)' },
  find: { vi: 'Tìm kiếm', en: 'Search' }, code: { vi: 'Mã', en: 'Code' }, name: { vi: 'Tên thủ tục', en: 'Procedure' }, field: { vi: 'Lĩnh vực', en: 'Field' }, level: { vi: 'Cấp', en: 'Level' },
  limit: { vi: 'Thời hạn', en: 'Time limit' }, none: { vi: 'Không tìm thấy thủ tục nào. Thử một từ ngắn hơn hoặc lĩnh vực khác.', en: 'No procedure found. Try a shorter word or another field.' },
  count: { vi: 'thủ tục', en: 'procedures' }, track: { vi: 'Đã nộp hồ sơ? Tra cứu bằng mã trên giấy hẹn', en: 'Already submitted? Look it up by the number on the receipt' },
  anyField: { vi: 'Mọi lĩnh vực', en: 'All fields' }, pages: { vi: 'Các trang', en: 'Pages' }, pageNo: { vi: 'Trang', en: 'Page' }, before: { vi: 'Trang trước', en: 'Previous page' }, next: { vi: 'Trang sau', en: 'Next page' },
} as const;

export const homeTitle = (language: Language): string => WORDS.title[language];

export function homePage(view: HomePage, language: Language): Html {
  const word = (key: keyof typeof WORDS): string => WORDS[key][language];
  const cell = (key: keyof typeof WORDS, content: string | Html | undefined): Html => html`<td data-label="${word(key)}">${content}</td>`;
  return html`<h1>${word('title')}</h1>
<form method="get" action="/" role="search"><label>${word('search')}<input type="search" name="q" value="${view.q}" maxlength="200"></label>
<label>${word('field')}<select name="linhvuc"><option value="">${word('anyField')}</option>${view.fields.map((each) => html`<option value="${each}"${each === view.field ? html` selected` : undefined}>${each}</option>`)}</select></label><button>${word('find')}</button></form>
<p><a href="/tra-cuu">${word('track')}</a></p>
${view.items.length === 0 ? html`<p class="note" role="status">${word('none')}</p>` : html`<table class="cards">
<caption>${view.total} ${word('count')}</caption>
<thead><tr><th scope="col">${word('code')}</th><th scope="col">${word('name')}</th><th scope="col">${word('field')}</th><th scope="col">${word('level')}</th><th scope="col">${word('limit')}</th></tr></thead>
<tbody>${view.items.map((each) => html`<tr>${cell('code', each.code)}${cell('name', html`<a href="/thu-tuc/${encodeURIComponent(each.id)}">${each.name}</a>`)}${cell('field', each.field)}${cell('level', each.level ? (LEVELS[each.level]?.[language] ?? each.level) : '')}${cell('limit', each.limit ? limitWords(each.limit, language) : '–')}</tr>`)}</tbody>
</table>${pager(view, word)}`}`;
}

function pager({ q, field, total, page, pageSize }: HomePage, word: (key: keyof typeof WORDS) => string): Html | undefined {
  const last = Math.ceil(total / pageSize);
  if (last <= 1) return undefined;
  const to = (n: number): string => `/?${new URLSearchParams({ ...(q ? { q } : {}), ...(field ? { linhvuc: field } : {}), trang: String(n) }).toString()}`;
  return html`<nav class="pager" aria-label="${word('pages')}">${page > 1 ? html`<a rel="prev" href="${to(page - 1)}">${word('before')}</a>` : undefined}
<span>${word('pageNo')} ${page}/${last}</span>${page < last ? html`<a rel="next" href="${to(page + 1)}">${word('next')}</a>` : undefined}</nav>`;
}
