/** The public front page: every procedure with its limit and fee, and a search. */
import { LEVELS, limitWords, type Language } from '../i18n.js';
import { html, type Html } from './html.js';

export interface HomeProcedure { id: string; code: string; name: string; field?: string; level?: string; limit?: { value: number; unit: 'workingHours' | 'workingDays' | 'days' } }

const WORDS = {
  title: { vi: 'Thủ tục hành chính', en: 'Administrative procedures' }, search: { vi: 'Tìm theo tên, mã hoặc lĩnh vực (gõ không dấu cũng được)', en: 'Search by name, code or field (marks may be left out)' },
  find: { vi: 'Tìm kiếm', en: 'Search' }, code: { vi: 'Mã', en: 'Code' }, name: { vi: 'Tên thủ tục', en: 'Procedure' }, field: { vi: 'Lĩnh vực', en: 'Field' }, level: { vi: 'Cấp', en: 'Level' },
  limit: { vi: 'Thời hạn', en: 'Time limit' }, none: { vi: 'Không tìm thấy thủ tục nào. Thử một từ ngắn hơn.', en: 'No procedure found. Try a shorter word.' },
  count: { vi: 'thủ tục', en: 'procedures' }, track: { vi: 'Đã nộp hồ sơ? Tra cứu bằng mã trên giấy hẹn', en: 'Already submitted? Look it up by the number on the receipt' },
} as const;

export const homeTitle = (language: Language): string => WORDS.title[language];

export function homePage(procedures: readonly HomeProcedure[], q: string, language: Language): Html {
  const word = (key: keyof typeof WORDS): string => WORDS[key][language];
  return html`<h1>${word('title')}</h1>
<form method="get" action="/" role="search"><label>${word('search')}<input type="search" name="q" value="${q}" maxlength="200"></label><button>${word('find')}</button></form>
<p><a href="/tra-cuu">${word('track')}</a></p>
${procedures.length === 0 ? html`<p class="note">${word('none')}</p>` : html`<div class="scroll"><table>
<caption>${procedures.length} ${word('count')}</caption>
<thead><tr><th scope="col">${word('code')}</th><th scope="col">${word('name')}</th><th scope="col">${word('field')}</th><th scope="col">${word('level')}</th><th scope="col">${word('limit')}</th></tr></thead>
<tbody>${procedures.map((each) => html`<tr><td>${each.code}</td><td><a href="/thu-tuc/${encodeURIComponent(each.id)}">${each.name}</a></td><td>${each.field}</td><td>${each.level ? (LEVELS[each.level]?.[language] ?? each.level) : ''}</td><td>${each.limit ? limitWords(each.limit, language) : '–'}</td></tr>`)}</tbody>
</table></div>`}`;
}
