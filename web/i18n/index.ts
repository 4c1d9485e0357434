/** Words of the staff pages: Vietnamese unless the browser asks for English; a choice made by hand is remembered. */
import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import type { Language } from '../format.js';
import { en } from './en/index.js';
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

export function setLanguage(language: Language): void {
  document.cookie = `${COOKIE}=${language}; path=/; max-age=${YEAR_S}; samesite=lax`;
  void i18next.changeLanguage(language);
}

export function startI18n(): void {
  i18next.on('languageChanged', (language) => { document.documentElement.lang = language; });
  void i18next.use(initReactI18next).init({
    lng: preferredLanguage(navigator.languages, readStored()),
    fallbackLng: 'vi',
    resources: { vi: { translation: vi }, en: { translation: en } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
}

/** Translation function and the language in force, which formatting needs too. */
export function useWords() {
  const { t, i18n } = useTranslation();
  return { t, language: (i18n.language === 'en' ? 'en' : 'vi') as Language };
}
