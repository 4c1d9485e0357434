/** Small pieces of what documents say. */
import type { Block } from './document.js';

export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
/** `{name}` in a text becomes the value of that name. */
export const filled = (text: string, values: Readonly<Record<string, string | number>>): string => text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
