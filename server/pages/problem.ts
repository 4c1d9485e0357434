/** What a reader sees when a public page cannot be shown: what happened, and what to do. Needs nothing else to work. */
import type { Language } from '../i18n.js';
import { html } from './html.js';

export function problemPage(title: string, again: boolean, language: Language): string {
  const words = language === 'vi'
    ? { home: 'Về trang đầu', again: 'Trang sẽ tự tải lại sau vài giây.' }
    : { home: 'To the front page', again: 'The page reloads by itself in a few seconds.' };
  return html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">${again ? html`<meta http-equiv="refresh" content="5">` : undefined}
<title>${title}</title><link rel="stylesheet" href="/public.css"></head>
<body><main><h1>${title}</h1>${again ? html`<p>${words.again}</p>` : undefined}<p><a href="/">${words.home}</a></p></main></body></html>
`.text;
}
