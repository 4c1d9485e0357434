/** Words of the staff pages: Vietnamese unless the browser asks for English; a choice made by hand is remembered. */
import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import type { Language } from '../format.js';
import { vi } from './vi/index.js';

/** Shared with the server-rendered pages, so that a choice made on one side holds on the other. */
const COOKIE = 'df.lang';
const YEAR_S = 31_536_000;

/** The first language of the browser's list that we have; Vietnamese when it has none of ours. */
export function preferredLanguage(wanted: readonly string[], stored: string | null): Language {
  if (stored === 'vi' || stored === 'en') return stored;
  for (const tag of wanted) {
    const language = tag.toLowerCase().split('-')[0];
    if (language === 'vi' || language === 'en') return language;
  }
  return 'vi';
}

function readStored(): string | null {
  return /(?:^|;\s*)df\.lang=(\w+)/.exec(document.cookie)?.[1] ?? null;
}

/** English comes when somebody reads it; Vietnamese, which stands in for what is missing, is always there. */
async function withWords(language: Language): Promise<void> {
  if (language !== 'en' || i18next.exists('app.name', { lng: 'en', fallbackLng: [] })) return;
  const { en } = await import('./en/index.js');
  i18next.addResourceBundle('en', 'translation', en, true, true);
}

export async function setLanguage(language: Language): Promise<void> {
  document.cookie = `${COOKIE}=${language}; path=/; max-age=${YEAR_S}; samesite=lax`;
  await withWords(language);
  await i18next.changeLanguage(language);
}

export async function startI18n(): Promise<void> {
  i18next.on('languageChanged', (language) => { document.documentElement.lang = language; });
  const language = preferredLanguage(navigator.languages, readStored());
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'vi',
    resources: { vi: { translation: vi } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  await withWords(language);
}

/** Translation function and the language in force, which formatting needs too. */
export function useWords() {
  const { t, i18n } = useTranslation();
  return { t, language: (i18n.language === 'en' ? 'en' : 'vi') as Language };
}
