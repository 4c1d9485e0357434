/** What findings say, in both languages; `{name}` stands for a value. */
import { data } from './messages/data.js';
import { library } from './messages/library.js';
import { log } from './messages/log.js';
import { modelling } from './messages/modelling.js';
import { order } from './messages/order.js';
import { overlap } from './messages/overlap.js';
import { soundness } from './messages/soundness.js';
import type { Language } from './messages/texts.js';
import { time } from './messages/time.js';

export type { Language } from './messages/texts.js';

const catalogue = {
  'READ.message': { vi: 'Không đọc được tệp: {reason}', en: 'The file cannot be read: {reason}' },
  ...soundness, ...modelling, ...data, ...overlap, ...library, ...time, ...order, ...log,
} as const;

export type MessageKey = keyof typeof catalogue;
/** A value that is itself said differently is given in both languages. */
export type MessageValue = string | number | Readonly<Record<Language, string>>;
export interface Message { key: MessageKey; values?: Readonly<Record<string, MessageValue>> }

/** Numbers are written with the decimal sign of the language. */
export function say({ key, values = {} }: Message, language: Language): string {
  return catalogue[key][language].replace(/\{(\w+)\}/g, (_, name: string) => {
    const given = values[name] ?? '';
    const value = typeof given === 'object' ? given[language] : given;
    return typeof value === 'number' && language === 'vi' ? String(value).replace('.', ',') : String(value);
  });
}

export const messageKeys = Object.keys(catalogue) as MessageKey[];
