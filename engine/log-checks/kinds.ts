/** What kind of step an activity is: by the drawing, else by the words of its name. */
import { fold } from '../analysis/labels.js';

/** First match wins: narrower words stand before wider ones. Names are folded: no diacritics, lower case. */
const WORDS: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['supplement', /bo sung|supplement|additional (documents|information)/],
  ['refuse', /^(thong bao )?(tu choi|tra lai)|refus|reject/],
  ['transfer', /^(chuyen|luan chuyen)|^(transfer|forward)/],
  ['return', /^(tra|giao) (ket qua|giay)|^(return|deliver)/],
  ['receive', /^tiep nhan|^nhan ho so|^(receive|accept)/],
  ['approve', /^(phe )?duyet|^(approve|countersign)/],
  ['sign', /^ky( |$)|^sign/],
  ['decide', /^quyet dinh|^decide/],
  ['numberAndSeal', /^(dong dau|cap so|lay so)|^(number|seal)/],
  ['consult', /lay y kien|^(tham van|xin y kien)|^(consult|ask)/],
  ['appraise', /^tham (dinh|tra|xet)|^(appraise|assess|evaluate|examine)/],
  ['check', /^(kiem tra|xac minh|doi chieu|ra soat)|^(check|verify|review|inspect)/],
  ['draft', /^(du thao|soan|lap)|^(draft|prepare)/],
  ['pay', /^(thu|nop) (phi|le phi|tien)|^(pay|collect)/],
  ['archive', /^luu|^archive/],
];

export function kindByName(name: string): string | undefined {
  const text = fold(name).trim();
  return WORDS.find(([, pattern]) => pattern.test(text))?.[0];
}

/** Outcomes by which a step sends a dossier back or ends it. */
export function isNegative(outcome: string | undefined): boolean {
  return outcome !== undefined && /refus|reject|return|tu choi|tra lai|khong (dat|duyet|dong y)|denied|negative/.test(fold(outcome));
}
