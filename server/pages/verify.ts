/** The page that a code on a document leads to: what it is, whether it is in force now, by whom it is signed, and a check of a copy. */
import { dateOnly, dateTime, type Language } from '../i18n.js';
import { html, type Html } from './html.js';

export interface SignedBy { name: string; subject: string; issuer: string; serial: string; isTest: boolean }
/** `code`: as it is printed. */
export interface VerifiedDocument {
  code: string; number: string; title: string; issue: number; agency: string; decision?: { number: string; date: string; signatory: string; position?: string };
  state: 'announced' | 'inForce' | 'replaced' | 'withdrawn'; inForceFrom: Date; ended?: Date; replacedBy?: number; sha256: string; signedAt: Date; signer: SignedBy;
}
/** Of a file that somebody brought. `same`: byte for byte the copy that was issued; `own`: signed by the certificate of this office, but no copy that it keeps. */
export interface CheckedFile { result: 'same' | 'other' | 'own' | 'stranger' | 'altered' | 'appended' | 'unsigned' | 'unreadable'; sha256: string; signer?: SignedBy; at?: Date; isInTime?: boolean }
/** `asked`: a code that leads nowhere. */
export interface VerifyPage { document?: VerifiedDocument; asked?: string; checked?: CheckedFile; refusal?: 'no-file' | { minutes: number } }

const WORDS = {
  title: { vi: 'Xác minh văn bản', en: 'Verify a document' }, code: { vi: 'Mã xác minh (dưới mã QR)', en: 'Verification code (beside the QR code)' }, find: { vi: 'Tra cứu', en: 'Look up' },
  unknown: { vi: 'Không có văn bản nào mang mã này. Kiểm tra lại mã trên văn bản.', en: 'No document has this code. Check it on the document.' },
  issued: { vi: 'Văn bản đã ban hành', en: 'The issued document' }, document: { vi: 'Tên', en: 'Title' }, number: { vi: 'Mã số', en: 'Code' }, issue: { vi: 'Lần ban hành', en: 'Revision' }, agency: { vi: 'Cơ quan ban hành', en: 'Issued by' }, decision: { vi: 'Quyết định ban hành', en: 'Decision' },
  from: { vi: 'Có hiệu lực từ', en: 'In force from' }, signer: { vi: 'Ký số bởi', en: 'Signed by' }, signedAt: { vi: 'Thời điểm ký', en: 'Signed at' }, certificate: { vi: 'Chứng thư', en: 'Certificate' }, issuer: { vi: 'Nơi cấp chứng thư', en: 'Certificate issued by' }, serial: { vi: 'Số chứng thư', en: 'Certificate number' },
  hash: { vi: 'Mã băm SHA-256 của bản đã ký', en: 'SHA-256 of the signed copy' }, yours: { vi: 'Mã băm SHA-256 của tệp', en: 'SHA-256 of the file' }, test: { vi: 'Chứng thư thử nghiệm: chữ ký không có giá trị pháp lý.', en: 'A test certificate: the signature has no legal value.' },
  check: { vi: 'Kiểm tra một bản PDF', en: 'Check a PDF' }, file: { vi: 'Tệp PDF (không quá 10 MB)', en: 'PDF file (at most 10 MB)' }, send: { vi: 'Kiểm tra', en: 'Check' },
  noFile: { vi: 'Hãy chọn một tệp PDF.', en: 'Choose a PDF file.' }, late: { vi: 'Ký ngoài thời hạn của chứng thư.', en: 'Signed outside the validity of the certificate.' }, kept: { vi: 'Tệp chỉ được đọc để kiểm tra, không được lưu lại.', en: 'The file is only read for the check and not kept.' },
} as const;
const STATES = { announced: { vi: 'Chưa có hiệu lực', en: 'Not yet in force' }, inForce: { vi: 'Đang có hiệu lực', en: 'In force' }, replaced: { vi: 'Hết hiệu lực, đã được thay thế', en: 'No longer in force: replaced' }, withdrawn: { vi: 'Đã bị thu hồi', en: 'Withdrawn' } } as const;
const RESULTS: Readonly<Record<CheckedFile['result'], Readonly<Record<Language, string>>>> = {
  same: { vi: 'Đúng bản đã ban hành: tệp trùng từng byte, chữ ký còn nguyên vẹn.', en: 'The copy that was issued: byte for byte the same, the signature holds.' },
  other: { vi: 'Tệp là bản đã ban hành của một văn bản khác, nêu dưới đây.', en: 'The file is the issued copy of another document, shown below.' },
  own: { vi: 'Chữ ký còn nguyên vẹn và do cơ quan này ký, nhưng tệp không phải bản đã ban hành được lưu ở đây.', en: 'The signature holds and is of this agency, but the file is no issued copy that is kept here.' },
  stranger: { vi: 'Chữ ký còn nguyên vẹn, nhưng của người ký không quen biết: không phải văn bản do cơ quan này ký.', en: 'The signature holds, but its signer is unknown here: this agency has not signed it.' },
  altered: { vi: 'Tệp đã bị sửa sau khi ký. Không sử dụng.', en: 'The file was altered after it was signed. Do not use it.' },
  appended: { vi: 'Tệp đã bị thêm nội dung sau khi ký. Không sử dụng.', en: 'Something was added to the file after it was signed. Do not use it.' },
  unsigned: { vi: 'Tệp không có chữ ký số, và không phải bản đã ban hành.', en: 'The file has no signature and is not the issued copy.' },
  unreadable: { vi: 'Không đọc được chữ ký của tệp; tệp không phải bản đã ban hành.', en: 'The signature of the file cannot be read; it is not the issued copy.' },
};
const GOOD: readonly CheckedFile['result'][] = ['same', 'other'];

export const verifyTitle = ({ document }: VerifyPage, language: Language): string => (document ? `${WORDS.title[language]}: ${document.number}` : WORDS.title[language]);

export function verifyPage(view: VerifyPage, language: Language): Html {
  const word = (key: keyof typeof WORDS): string => WORDS[key][language];
  const { document, asked, checked } = view;
  return html`<h1>${word('title')}</h1>
${checked ? result(checked, language) : undefined}
${document ? about(document, language) : html`${asked ? html`<p class="note" role="alert" id="why">${word('unknown')}</p>` : undefined}
<form method="get" action="/xac-minh"><label>${word('code')}<input name="ma" value="${asked}" maxlength="40" autocomplete="off" required${asked ? html` aria-describedby="why"` : undefined}></label><button>${word('find')}</button></form>`}
<section aria-labelledby="check"><h2 id="check">${word('check')}</h2>
${view.refusal ? html`<p class="note" role="alert" id="refused">${refused(view.refusal, language)}</p>` : undefined}
<form method="post" action="/xac-minh" enctype="multipart/form-data"><input type="hidden" name="ma" value="${document?.code}"><label>${word('file')}<input type="file" name="tep" accept="application/pdf,.pdf" required${view.refusal ? html` aria-describedby="refused"` : undefined}></label><button>${word('send')}</button></form>
<p class="soft">${word('kept')}</p></section>`;
}

function about(view: VerifiedDocument, language: Language): Html {
  const word = (key: keyof typeof WORDS): string => WORDS[key][language];
  const rows: [keyof typeof WORDS, string | number | undefined][] = [
    ['document', view.title], ['number', view.number], ['issue', view.issue], ['agency', view.agency], ['decision', decided(view, language)], ['from', dateOnly(view.inForceFrom)], ...signed(view.signer), ['signedAt', dateTime(view.signedAt)], ['code', view.code],
  ];
  return html`<h2>${word('issued')}</h2>
<p><span class="state">${STATES[view.state][language]}</span> ${ended(view, language)}</p>
${view.signer.isTest ? html`<p class="note">${word('test')}</p>` : undefined}
<dl>${rows.map(([key, value]) => (value === undefined ? undefined : html`<dt>${word(key)}</dt><dd>${value}</dd>`))}<dt>${word('hash')}</dt><dd><code>${view.sha256}</code></dd></dl>`;
}

const signed = ({ name, subject, issuer, serial }: SignedBy): [keyof typeof WORDS, string][] => [['signer', name], ['certificate', subject], ...(issuer === subject ? [] : [['issuer', issuer] as [keyof typeof WORDS, string]]), ['serial', serial]];

function decided({ decision }: VerifiedDocument, language: Language): string | undefined {
  if (!decision) return undefined;
  const [date, who] = [decision.date.split('-').reverse().join('/'), [decision.signatory, decision.position].filter(Boolean).join(', ')];
  return language === 'vi' ? `Số ${decision.number} ngày ${date}, ${who} ký` : `No. ${decision.number} of ${date}, signed by ${who}`;
}

function ended({ state, inForceFrom, ended: at, replacedBy }: VerifiedDocument, language: Language): string {
  const day = at && dateOnly(at);
  if (state === 'announced') return language === 'vi' ? `Có hiệu lực từ ngày ${dateOnly(inForceFrom)}.` : `In force from ${dateOnly(inForceFrom)}.`;
  if (state === 'withdrawn') return !day ? '' : language === 'vi' ? `Từ ngày ${day}.` : `On ${day}.`;
  if (state !== 'replaced' || !day) return '';
  const by = replacedBy === undefined ? '' : language === 'vi' ? ` bằng lần ban hành ${replacedBy}` : ` by revision ${replacedBy}`;
  return language === 'vi' ? `Đã được thay thế${by} từ ngày ${day}.` : `Replaced${by} on ${day}.`;
}

function result({ result: found, sha256, signer, at, isInTime }: CheckedFile, language: Language): Html {
  const word = (key: keyof typeof WORDS): string => WORDS[key][language];
  // What was issued is told below, with its signer.
  const shown = GOOD.includes(found) ? undefined : signer;
  return html`<section class="todo" aria-labelledby="result" data-result="${found}"><h2 id="result" role="${GOOD.includes(found) ? 'status' : 'alert'}">${GOOD.includes(found) ? '✓' : '✕'} ${RESULTS[found][language]}</h2>
${isInTime === false ? html`<p class="note">${word('late')}</p>` : undefined}${shown?.isTest ? html`<p class="note">${word('test')}</p>` : undefined}
<dl>${shown ? signed(shown).map(([key, value]) => html`<dt>${word(key)}</dt><dd>${value}</dd>`) : undefined}${shown && at ? html`<dt>${word('signedAt')}</dt><dd>${dateTime(at)}</dd>` : undefined}<dt>${word('yours')}</dt><dd><code>${sha256}</code></dd></dl></section>`;
}

function refused(refusal: NonNullable<VerifyPage['refusal']>, language: Language): string {
  if (refusal === 'no-file') return WORDS.noFile[language];
  return language === 'vi' ? `Đã kiểm tra quá nhiều lần. Hãy thử lại sau ${refusal.minutes} phút.` : `Too many checks. Try again in ${refusal.minutes} ${refusal.minutes === 1 ? 'minute' : 'minutes'}.`;
}
