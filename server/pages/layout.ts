/** The frame of every public page: readable on paper, on a phone, and without scripts. */
import type { Language } from '../i18n.js';
import { html, type Html } from './html.js';

export interface Frame { language: Language; agencyName: string; title: string; /** Path and query of this page, for the language switch. */ path: string; scripts?: readonly string[] }

const WORDS = {
  home: { vi: 'Thủ tục hành chính', en: 'Procedures' }, track: { vi: 'Tra cứu hồ sơ', en: 'Track a dossier' }, verify: { vi: 'Xác minh văn bản', en: 'Verify a document' }, staff: { vi: 'Dành cho cán bộ', en: 'For staff' },
  skip: { vi: 'Đến nội dung chính', en: 'Skip to content' },
} as const;

export function layout({ language, agencyName, title, path, scripts = [] }: Frame, content: Html): string {
  const other: Language = language === 'vi' ? 'en' : 'vi';
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – ${agencyName}</title>
<link rel="stylesheet" href="/public.css"><link rel="icon" href="/app/icon.svg" type="image/svg+xml">
</head>
<body>
<a class="skip" href="#main">${WORDS.skip[language]}</a>
<header>
<p class="agency"><a href="/">${agencyName}</a></p>
<nav aria-label="${WORDS.home[language]}">
<a href="/">${WORDS.home[language]}</a> <a href="/tra-cuu">${WORDS.track[language]}</a> <a href="/xac-minh">${WORDS.verify[language]}</a> <a href="/app/">${WORDS.staff[language]}</a>
<a href="${switchTo(path, other)}" lang="${other}" hreflang="${other}">${other === 'vi' ? 'Tiếng Việt' : 'English'}</a>
</nav>
</header>
<main id="main">
${content}
</main>
${scripts.map((script) => html`<script type="module" src="${script}"></script>`)}
</body>
</html>
`.text;
}

function switchTo(path: string, language: Language): string {
  const [page = '/', query = ''] = path.split('?');
  const kept = query.split('&').filter((each) => each !== '' && !each.startsWith('lang='));
  return `${page}?${[...kept, `lang=${language}`].join('&')}`;
}
