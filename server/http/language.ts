/** Vietnamese unless the reader asks for English: by the switch, remembered in a cookie, or by the browser. */
import type { Request, Response } from 'express';

export type Language = 'vi' | 'en';
const COOKIE = 'df.lang';
const A_YEAR_MS = 365 * 86_400_000;

export function languageOf(req: Request): Language {
  const chosen = req.query.lang;
  if (chosen === 'vi' || chosen === 'en') return chosen;
  const remembered = new RegExp(`(?:^|;\\s*)${COOKIE.replace('.', '\\.')}=(vi|en)(?:;|$)`).exec(req.headers.cookie ?? '')?.[1];
  if (remembered === 'vi' || remembered === 'en') return remembered;
  return req.acceptsLanguages('vi', 'en') === 'en' ? 'en' : 'vi';
}

/** Keeps a choice made by `?lang=`. */
export function rememberLanguage(req: Request, res: Response): void {
  const { lang } = req.query;
  if (lang === 'vi' || lang === 'en') res.cookie(COOKIE, lang, { maxAge: A_YEAR_MS, sameSite: 'lax' });
}
