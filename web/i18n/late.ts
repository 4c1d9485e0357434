/** Words of pages that few people open: they come with the page, not with the first one. */
import i18next from 'i18next';

export function addWords(words: { vi: object; en: object }): void {
  for (const language of ['vi', 'en'] as const) i18next.addResourceBundle(language, 'translation', words[language], true, true);
}
