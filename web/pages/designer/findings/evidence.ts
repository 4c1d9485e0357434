/** What proves a finding, as lines of words; figures that are shown otherwise, or that only a machine reads, are left out. */
import type { TellingFinding } from '../../../../engine/check.js';
import type { Language } from '../../../format.js';
import { formatNumber } from '../../../format.js';

const SHOWN = ['sumHours', 'limitHours', 'overHours', 'savedHours', 'handoffs', 'count', 'document', 'requirement', 'trips', 'perApplicant', 'perYear', 'savedMinutes', 'example', 'flow', 'end', 'similarity', 'from', 'fields', 'media', 'cycle', 'stuckAt', 'line'] as const;
export interface EvidenceLine { name: (typeof SHOWN)[number]; value: string }

export function evidenceOf({ evidence }: TellingFinding, nameOf: (element: string) => string, language: Language): EvidenceLine[] {
  const inWords = (value: unknown): string | undefined => {
    if (typeof value === 'number') return formatNumber(value, language);
    if (typeof value === 'string' && value !== '') return nameOf(value);
    if (Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === 'string' || typeof each === 'number')) return value.map(inWords).join(', ');
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) return Object.entries(value).map(([key, each]) => `${key} = ${String(each)}`).join(', ');
    return undefined;
  };
  return SHOWN.flatMap((name) => {
    const value = inWords(evidence[name]);
    return value === undefined || value === '' ? [] : [{ name, value }];
  });
}
