/** Language of everything that bpmn-js draws: a translate service that looks texts up by their English original. */
import { elements } from './vi/elements.js';
import { facts } from './vi/facts.js';
import { palette } from './vi/palette.js';
import { panel } from './vi/panel.js';

export type Language = 'vi' | 'en';
export type Translate = (template: string, replacements?: Record<string, string>) => string;

/** The panel writes "User Task" where the menus write "User task": case, spaces and hyphens do not count. */
const plain = (text: string): string => text.toLowerCase().replace(/[\s-]/g, '');
const vietnamese = new Map(Object.entries({ ...elements, ...palette, ...panel, ...facts }).flatMap(([english, words]) => [[english, words], [plain(english), words]] as const));

export function translator(language: Language): Translate {
  return (template, replacements = {}) => {
    const text = (language === 'vi' ? vietnamese.get(template) ?? vietnamese.get(plain(template)) : undefined) ?? template;
    return text.replace(/\{([^}]+)\}/g, (hole, name: string) => replacements[name] ?? hole);
  };
}

/** Texts without a Vietnamese translation, for the test that walks through every menu. */
export const isTranslated = (template: string): boolean => vietnamese.has(plain(template));

export const translateModule = (language: Language) => ({ translate: ['value', translator(language)] });
