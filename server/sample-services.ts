/**
 * The outside systems of the sample procedures, played: a population database and a business register.
 * They answer by rule from what they are asked, so that the same call always has the same answer.
 */
import { createHash } from 'node:crypto';
import type { Service } from '../workflows/activities/index.js';

const digits = (key: string, count: number): string => (BigInt(`0x${createHash('sha256').update(key).digest('hex')}`) % 10n ** BigInt(count)).toString().padStart(count, '0');

export const sampleServices: Readonly<Record<string, Service>> = {
  /** A personal identification number for a newborn: twelve digits. */
  'urn:dossierflow:service:capSoDinhDanh': ({ key }) => Promise.resolve({ soDinhDanhCaNhan: digits(key, 12) }),
  /** Whether the name of a household business is taken, and its tax number. */
  'urn:dossierflow:service:traCuuHoKinhDoanh': ({ key }) => Promise.resolve({ tenBiTrung: false, maSoThue: digits(key, 10) }),
};
