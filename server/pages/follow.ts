/** Where a dossier stands, for its applicant: in words, and the same on the drawing. Nothing personal. */
import { dateTime, STATES, type Language } from '../i18n.js';
import type { BusinessState } from '../contract.js';
import { drawingPart } from './drawing.js';
import { html, type Html } from './html.js';
import { ratingPart, type RatingPart } from './rating.js';

export interface FollowPage {
  dossierNo: string; procedureId: string; procedureName: string; version: number; state: BusinessState; dueState: string;
  receivedAt: Date; dueAt?: Date; readyAt?: Date; endedAt?: Date; departments: readonly string[];
  asked?: { kind: 'supplement' | 'payment' | 'collect'; parts: readonly string[]; others: boolean; answerBy?: Date; fee?: string };
  steps: readonly { name: string; department: string; from: Date; to?: Date }[];
  rating?: RatingPart;
  path: { done: readonly string[]; active: readonly string[]; flows: readonly string[] };
}

const WORDS = {
  title: { vi: 'Hồ sơ', en: 'Dossier' }, procedure: { vi: 'Thủ tục', en: 'Procedure' }, state: { vi: 'Tình trạng', en: 'State' }, received: { vi: 'Tiếp nhận lúc', en: 'Received' },
  due: { vi: 'Hẹn trả kết quả', en: 'Appointment' }, ready: { vi: 'Có kết quả lúc', en: 'Result ready since' }, ended: { vi: 'Kết thúc lúc', en: 'Ended' }, at: { vi: 'Đang ở bộ phận', en: 'Now with' },
  paused: { vi: 'Thời hạn tạm dừng; ngày hẹn mới sẽ được báo khi tiếp tục.', en: 'The clock is stopped; a new appointment follows when it goes on.' },
  overdue: { vi: 'Hồ sơ đang quá hạn.', en: 'The dossier is overdue.' },
  todo: { vi: 'Việc của người nộp', en: 'What you have to do' }, supplement: { vi: 'Bổ sung, hoàn thiện hồ sơ', en: 'Hand in what is missing' },
  payment: { vi: 'Nộp phí, lệ phí hoặc thuế theo thông báo', en: 'Pay the fee or tax as notified' }, collect: { vi: 'Kết quả đã có: đến nhận theo giấy hẹn, hoặc chờ nhận qua bưu chính, trực tuyến như đã đăng ký.', en: 'The result is ready: collect it as the receipt says, or receive it by post or online as agreed.' },
  others: { vi: 'và nội dung khác ghi trong phiếu yêu cầu bổ sung', en: 'and what else the request for supplement says' }, asWritten: { vi: 'như phiếu yêu cầu bổ sung đã ghi', en: 'as the request for supplement says' },
  until: { vi: 'Hạn bổ sung', en: 'To be handed in by' }, fee: { vi: 'Phí, lệ phí', en: 'Fee' },
  way: { vi: 'Các bước đã và đang thực hiện', en: 'Steps done and under way' }, since: { vi: 'từ', en: 'since' }, done: { vi: 'xong lúc', en: 'done' }, now: { vi: 'đang thực hiện', en: 'under way' },
  noSteps: { vi: 'Chưa có bước nào bắt đầu.', en: 'No step has begun.' }, drawing: { vi: 'Trên lưu đồ', en: 'On the drawing' }, here: { vi: 'đang ở đây', en: 'here now' },
  keep: { vi: 'Địa chỉ của trang này mở được hồ sơ: chỉ đưa cho người được xem.', en: 'The address of this page opens the dossier: give it only to those who may see it.' },
  another: { vi: 'Tra cứu hồ sơ khác', en: 'Look up another dossier' },
} as const;
type Word = keyof typeof WORDS;

export const followTitle = ({ dossierNo }: FollowPage, language: Language): string => `${WORDS.title[language]} ${dossierNo}`;

/** What the picture of the drawing is called, and the way that is marked on it. */
export const drawnWay = ({ procedureName, path }: FollowPage, language: Language): { title: string; path: FollowPage['path'] & { here: string } } =>
  ({ title: `${WORDS.drawing[language]}: ${procedureName}`, path: { ...path, here: WORDS.here[language] } });

/** `svg`: the drawing as a picture, without which the page has its words. */
export function followPage(view: FollowPage, language: Language, svg?: string): Html {
  const word = (key: Word): string => WORDS[key][language];
  return html`<h1>${word('title')} ${view.dossierNo}</h1>
<dl><dt>${word('state')}</dt><dd><span class="state">${STATES[view.state][language]}</span></dd>
<dt>${word('procedure')}</dt><dd><a href="/thu-tuc/${encodeURIComponent(view.procedureId)}">${view.procedureName}</a></dd><dt>${word('received')}</dt><dd>${dateTime(view.receivedAt)}</dd>
${view.dueAt && !view.readyAt && !view.endedAt ? html`<dt>${word('due')}</dt><dd>${dateTime(view.dueAt)}</dd>` : undefined}
${view.readyAt && !view.endedAt ? html`<dt>${word('ready')}</dt><dd>${dateTime(view.readyAt)}</dd>` : undefined}
${view.endedAt ? html`<dt>${word('ended')}</dt><dd>${dateTime(view.endedAt)}</dd>` : undefined}
${view.departments.length && !view.endedAt ? html`<dt>${word('at')}</dt><dd>${view.departments.join(', ')}</dd>` : undefined}</dl>
${view.dueState === 'paused' ? html`<p class="note">${word('paused')}</p>` : undefined}${view.dueState === 'overdue' ? html`<p class="note">${word('overdue')}</p>` : undefined}
${view.asked ? askedSection(view.asked, word) : undefined}${view.rating ? ratingPart(view.rating, language) : undefined}
<h2 id="way">${word('way')}</h2>
${view.steps.length === 0 ? html`<p>${word('noSteps')}</p>` : html`<ol class="way">${view.steps.map((step) => stepLine(step, word))}</ol>`}
<h2>${word('drawing')}</h2>
${drawingPart({ address: `/thu-tuc/${encodeURIComponent(view.procedureId)}/luu-do.bpmn?v=${view.version}`, ...drawnWay(view, language), words: 'way', ...(svg ? { svg } : {}) }, word('way'), language)}
<p class="soft">${word('keep')}</p><p><a href="/tra-cuu">${word('another')}</a></p>`;
}

function askedSection(asked: NonNullable<FollowPage['asked']>, word: (key: Word) => string): Html {
  const parts = [...asked.parts, ...(asked.others ? [asked.parts.length ? word('others') : word('asWritten')] : [])];
  return html`<section class="todo" aria-labelledby="todo"><h2 id="todo">${word('todo')}</h2><p>${word(asked.kind)}</p>
${parts.length ? html`<ul>${parts.map((part) => html`<li>${part}</li>`)}</ul>` : undefined}
${asked.answerBy ? html`<p><strong>${word('until')}: ${dateTime(asked.answerBy)}</strong></p>` : undefined}${asked.fee ? html`<p>${word('fee')}: ${asked.fee}</p>` : undefined}</section>`;
}

function stepLine({ name, department, from, to }: FollowPage['steps'][number], word: (key: Word) => string): Html {
  return html`<li${to ? undefined : html` aria-current="step"`}><strong>${name}</strong> – ${department}<br>${word('since')} ${dateTime(from)}, ${to ? `${word('done')} ${dateTime(to)}` : html`<em>${word('now')}</em>`}</li>`;
}
