/** Language of everything that bpmn-js draws: a translate service that looks texts up by their English original. */
import { elements } from './vi/elements.js';
import { facts } from './vi/facts.js';
import { palette } from './vi/palette.js';
import { panel } from './vi/panel.js';

export type Language = 'vi' | 'en';
export type Translate = (template: string, replacements?: Record<string, string>) => string;

const vietnamese: Record<string, string> = { ...elements, ...palette, ...panel, ...facts };

export function translator(language: Language): Translate {
  return (template, replacements = {}) => {
    const text = (language === 'vi' ? vietnamese[template] : undefined) ?? template;
    return text.replace(/\{([^}]+)\}/g, (hole, name: string) => replacements[name] ?? hole);
  };
}

/** Texts without a Vietnamese translation, for the test that walks through every menu. */
export const isTranslated = (template: string): boolean => template in vietnamese;

export const translateModule = (language: Language) => ({ translate: ['value', translator(language)] });
