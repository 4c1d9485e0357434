/** The question how the service was, below a dossier that has been delivered. */
import { dateOnly, type Language } from '../i18n.js';
import { html, type Html } from './html.js';

export interface RatingPart {
  dossierNo: string; secret: string; until?: Date; closed: boolean; longest: number;
  /** What has been said, or what was typed and could not be taken. */
  score?: number; comment?: string; given: boolean; wrong?: boolean;
}
const WORDS = {
  title: { vi: 'Đánh giá việc giải quyết hồ sơ', en: 'How was it?' }, score: { vi: 'Mức độ hài lòng', en: 'How satisfied are you?' },
  comment: { vi: 'Góp ý (không bắt buộc)', en: 'Comment (optional)' }, send: { vi: 'Gửi đánh giá', en: 'Send' }, again: { vi: 'Gửi lại đánh giá', en: 'Send again' },
  closed: { vi: 'Đã hết thời gian đánh giá.', en: 'The time for rating is over.' }, wrong: { vi: 'Hãy chọn một mức từ 1 đến 5; góp ý không quá 1.000 ký tự.', en: 'Choose a score from 1 to 5; a comment has at most 1,000 characters.' },
  noNames: { vi: 'Người quản lý cơ quan đọc góp ý; không cần ghi tên.', en: 'Managers of the agency read it; no name is needed.' },
} as const;
const SCORES = {
  1: { vi: 'Rất không hài lòng', en: 'Very dissatisfied' }, 2: { vi: 'Không hài lòng', en: 'Dissatisfied' }, 3: { vi: 'Bình thường', en: 'Neither' }, 4: { vi: 'Hài lòng', en: 'Satisfied' }, 5: { vi: 'Rất hài lòng', en: 'Very satisfied' },
} as const;

export function ratingPart(view: RatingPart, language: Language): Html {
  const word = (key: keyof typeof WORDS): string => WORDS[key][language];
  return html`<section class="todo" aria-labelledby="rating"><h2 id="rating">${word('title')}</h2>
${view.given ? html`<p role="status">${thanks(view, language)}</p>` : undefined}
${view.closed ? html`<p>${word('closed')}</p>` : form(view, word, language)}</section>`;
}

function form(view: RatingPart, word: (key: keyof typeof WORDS) => string, language: Language): Html {
  return html`${view.wrong ? html`<p class="note" role="alert" id="rating-why">${word('wrong')}</p>` : undefined}
<form method="post" action="/danh-gia" class="stacked"><input type="hidden" name="ma" value="${view.dossierNo}"><input type="hidden" name="khoa" value="${view.secret}">
<fieldset${view.wrong ? html` aria-describedby="rating-why"` : undefined}><legend>${word('score')}</legend>${([5, 4, 3, 2, 1] as const).map((score) => html`<label class="choice"><input type="radio" name="diem" value="${score}" required${view.score === score ? html` checked` : undefined}> ${score} – ${SCORES[score][language]}</label>`)}</fieldset>
<label>${word('comment')}<textarea name="gopy" rows="3" maxlength="${view.longest}">${view.comment}</textarea></label><p class="soft">${word('noNames')} ${view.until ? untilWords(view.until, language) : ''}</p>
<button>${view.given ? word('again') : word('send')}</button></form>`;
}

function thanks({ score }: RatingPart, language: Language): string {
  const words = SCORES[(score ?? 3) as keyof typeof SCORES]?.[language] ?? '';
  return language === 'vi' ? `Cảm ơn, đã ghi nhận: ${score}/5 – ${words}.` : `Thank you. Recorded: ${score}/5 – ${words}.`;
}
function untilWords(until: Date, language: Language): string {
  return language === 'vi' ? `Có thể đánh giá, và sửa đánh giá, đến ${dateOnly(until)}.` : `A rating can be given, and changed, until ${dateOnly(until)}.`;
}
