/** The sheet of a procedure, with every part that the law names; what has not been stated says so. */
import { dateOnly, LEVELS, limitWords, type Language } from '../i18n.js';
import { drawingPart } from './drawing.js';
import { html, type Html } from './html.js';
import { CHANNEL_WORDS, KINDS, ONLINE, SHEET_WORDS, type SheetWord } from './sheet-words.js';

type Limit = { value: number; unit: 'workingHours' | 'workingDays' | 'days' };
export interface ProcedurePage {
  id: string; code: string; name: string; version: number; since: Date; field?: string; level?: string; fee?: string; result?: string; online?: string;
  sets?: number; subjects?: string; requirements: readonly string[]; channels: readonly { kind: 'desk' | 'online' | 'post'; limit?: Limit; fee?: string; note?: string }[];
  decides: readonly string[]; takesPart: readonly string[]; places: readonly string[];
  limits: readonly (Limit & { when?: string })[];
  parts: readonly { name: string; form?: string; original?: string; copies?: number; mandatory: boolean; source?: string }[];
  steps: readonly { name: string; department: string; limit?: Limit; contact: boolean; when?: 'supplement' | 'refuse' }[];
  forms: readonly { id: string; name: string; fileName: string; /** Bytes. */ size: number }[]; missingForms: readonly string[];
  legalBasis: readonly { ref: string; title?: string; from?: string; to?: string }[];
  /** Minutes of office time. */
  typical?: { dossiers: number; days: number; half: number; nineInTen: number };
}
type Words = (key: SheetWord) => string;

/** `svg`: the drawing as a picture, without which the page has its words. */
export function procedurePage(view: ProcedurePage, language: Language, svg?: string): Html {
  const word: Words = (key) => SHEET_WORDS[key][language];
  const row = (key: SheetWord, value: string | Html | undefined): Html => html`<dt>${word(key)}</dt><dd>${value || html`<span class="soft">${word('notStated')}</span>`}</dd>`;
  const address = `/thu-tuc/${encodeURIComponent(view.id)}`;
  return html`<h1>${view.name}</h1>
<dl>${row('code', view.code)}${row('field', view.field)}${row('level', view.level && (LEVELS[view.level]?.[language] ?? view.level))}
${row('subjects', view.subjects)}${row('decides', view.decides.join('; '))}${view.takesPart.length ? row('takesPart', view.takesPart.join('; ')) : undefined}${row('place', view.places.join('; '))}
${row('limit', view.limits.length ? html`${view.limits.map((each, index) => html`${index > 0 ? '; ' : ''}${limitWords(each, language)}${each.when ? ` (${word('when')} ${each.when})` : ''}`)}` : undefined)}
${view.typical ? row('typical', typicalWords(view.typical, language)) : undefined}
${row('fee', view.fee)}${row('result', view.result)}${row('online', view.online && (ONLINE[view.online]?.[language] ?? view.online))}${row('version', html`${view.version} (${word('since')} ${dateOnly(view.since)})`)}</dl>
<h2>${word('ways')}</h2>
${view.channels.length ? html`<ul>${view.channels.map((each) => channelLine(each, view, word, language))}</ul>` : stated(word)}
<h2>${word('parts')}</h2>
${view.parts.length === 0 ? html`<p>${word('noParts')}</p>` : partsTable(view, word, language)}
<p>${word('sets')}: ${view.sets ?? word('notStated')}</p>
<h2>${word('requirements')}</h2>
${view.requirements.length ? html`<ul>${view.requirements.map((each) => html`<li>${each}</li>`)}</ul>` : stated(word)}
<h2 id="steps">${word('flow')}</h2>
<ol>${view.steps.map((each) => html`<li><strong>${each.name}</strong> – ${each.department}${each.limit ? `, ${limitWords(each.limit, language)}` : ''}${each.contact ? ` (${word('applicant')})` : ''}${each.when ? ` – ${word(each.when)}` : ''}</li>`)}</ol>
<h2>${word('drawing')}</h2>
${drawingPart({ address: `${address}/luu-do.bpmn`, title: drawingTitle(view, language), words: 'steps', ...(svg ? { svg } : {}) }, word('flow'), language)}
<p><a href="${address}/luu-do.bpmn" download>${word('download')}</a></p>
${formsSection(view, address, word, language)}
<h2>${word('law')}</h2>
${view.legalBasis.length ? html`<ul>${view.legalBasis.map(({ ref, title, from, to }) => html`<li>${ref}${title ? ` – ${title}` : ''}${from ? ` (${word('inForce')} ${day(from)}${to ? ` – ${day(to)}` : ''})` : ''}</li>`)}</ul>` : stated(word)}`;
}

export const drawingTitle = ({ name }: Pick<ProcedurePage, 'name'>, language: Language): string => `${SHEET_WORDS.drawing[language]}: ${name}`;
const stated = (word: Words): Html => html`<p class="soft">${word('notStated')}</p>`;
const day = (iso: string): string => iso.split('-').reverse().join('/');

/** A way without a limit or a fee of its own has those of the procedure. */
function channelLine({ kind, limit, fee, note }: ProcedurePage['channels'][number], view: ProcedurePage, word: Words, language: Language): Html {
  const [common] = view.limits.filter((each) => each.when === undefined);
  const facts = [limit ?? common ? limitWords((limit ?? common)!, language) : undefined, fee ?? view.fee, note].filter(Boolean);
  return html`<li><strong>${CHANNEL_WORDS[kind][language]}</strong>${facts.length ? `: ${facts.join('; ')}` : ''}</li>`;
}

function formsSection({ forms, missingForms }: ProcedurePage, address: string, word: Words, language: Language): Html | undefined {
  if (forms.length + missingForms.length === 0) return undefined;
  const size = (bytes: number): string => `${Math.max(1, Math.round(bytes / 1024)).toLocaleString(language)} KB`;
  return html`<h2>${word('forms')}</h2><ul>${forms.map((form) => html`<li><a href="${address}/bieu-mau/${form.id}" download="${form.fileName}">${form.name}</a> (${form.fileName}, ${size(form.size)})</li>`)}
${missingForms.map((name) => html`<li>${name} – <span class="soft">${word('atDesk')}</span></li>`)}</ul>`;
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

function partsTable({ parts }: ProcedurePage, word: Words, language: Language): Html {
  const cell = (key: SheetWord, content: string | number): Html => html`<td data-label="${word(key)}">${content}</td>`;
  return html`<table class="cards"><thead><tr><th scope="col">${word('part')}</th><th scope="col">${word('form')}</th><th scope="col">${word('kind')}</th><th scope="col">${word('copies')}</th><th scope="col">${word('need')}</th></tr></thead>
<tbody>${parts.map((each) => html`<tr>${cell('part', each.name)}${cell('form', each.form ?? '–')}${cell('kind', each.original ? (KINDS[each.original]?.[language] ?? each.original) : '–')}${cell('copies', each.copies ?? 1)}${cell('need', each.mandatory ? word('yes') : word('no'))}</tr>`)}</tbody></table>`;
}
