/** Following a dossier: the question for its number and the last digits of the phone. */
import type { Language } from '../i18n.js';
import { html, type Html } from './html.js';

/** What was typed stays. `refusal`: nothing found, or too many wrong tries with minutes to wait. */
export interface TrackForm { asked: string; digits: number; refusal?: 'unknown' | { minutes: number } }

const WORDS = {
  title: { vi: 'Tra cứu hồ sơ', en: 'Track a dossier' }, code: { vi: 'Mã hồ sơ (trên giấy hẹn)', en: 'Dossier number (on the receipt)' }, find: { vi: 'Tra cứu', en: 'Look up' },
  note: { vi: 'Người không để lại số điện thoại: quét mã QR trên giấy hẹn.', en: 'Left no phone number? Scan the QR code on the receipt.' },
} as const;

export const trackTitle = (language: Language): string => WORDS.title[language];

export function trackPage({ asked, digits, refusal }: TrackForm, language: Language): Html {
  const word = (key: keyof typeof WORDS): string => WORDS[key][language];
  return html`<h1>${word('title')}</h1>
${refusal ? html`<p class="note" role="alert" id="why">${refusalWords(refusal, digits, language)}</p>` : undefined}
<form method="post" action="/tra-cuu"><label>${word('code')}<input name="ma" value="${asked}" maxlength="60" autocomplete="off" required${refusal ? html` aria-describedby="why"` : undefined}></label>
<label>${digitsWords(digits, language)}<input name="so" inputmode="numeric" maxlength="20" autocomplete="off" required${refusal ? html` aria-describedby="why"` : undefined}></label><button>${word('find')}</button></form>
<p>${word('note')}</p>`;
}

function digitsWords(digits: number, language: Language): string {
  return language === 'vi' ? `${digits} chữ số cuối của số điện thoại đã khai khi nộp hồ sơ` : `Last ${digits} digits of the phone number given with the dossier`;
}

/** The same words whether the number or the digits are wrong. */
function refusalWords(refusal: NonNullable<TrackForm['refusal']>, digits: number, language: Language): string {
  if (refusal === 'unknown') {
    return language === 'vi' ? `Không có hồ sơ nào khớp với mã và ${digits} chữ số này. Kiểm tra lại trên giấy hẹn.` : `No dossier matches this number and these ${digits} digits. Check them on the receipt.`;
  }
  const { minutes } = refusal;
  return language === 'vi' ? `Đã tra cứu sai quá nhiều lần. Hãy thử lại sau ${minutes} phút, hoặc quét mã QR trên giấy hẹn.` : `Too many wrong tries. Try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}, or scan the QR code on the receipt.`;
}
