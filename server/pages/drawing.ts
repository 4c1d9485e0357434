/** The drawing on a public page: a picture by itself, which the viewer replaces by its own where scripts run. */
import type { Language } from '../i18n.js';
import { html, Html } from './html.js';

/** `svg`: text of a picture whose names are escaped; a file may be without. `words`: id of the heading of the same in words. */
export interface DrawingPart {
  address: string; title: string; svg?: string; words: string;
  path?: { done: readonly string[]; active: readonly string[]; flows: readonly string[]; here: string };
}

const WORDS = {
  same: { vi: 'Phần chữ nói cùng nội dung với lưu đồ', en: 'The same in words' },
  none: { vi: 'Tệp quy trình không có hình vẽ; phần chữ nói đủ nội dung', en: 'The file of the process has no picture; the words say everything' },
} as const;
/** Ids that the picture and the page share: of its name, and of the line below it that leads to the words. */
export const PICTURE = { titleId: 'drawing-title', describedBy: 'drawing-words' } as const;

export function drawingPart({ address, title, svg, words, path }: DrawingPart, heading: string, language: Language): Html {
  const line = html`<p class="soft" id="${PICTURE.describedBy}">${WORDS[svg ? 'same' : 'none'][language]}: <a href="#${words}">${heading}</a>.</p>`;
  if (!svg) return line;
  const marks = path && html` data-active="${path.active.join(' ')}" data-done="${path.done.join(' ')}" data-flows="${path.flows.join(' ')}" data-here="${path.here}"`;
  return html`<div class="drawing" data-bpmn="${address}"${marks} data-label="${title}"><div class="df-scrolled" tabindex="0" role="region" aria-label="${title}">${new Html(svg)}</div></div>
${line}`;
}
