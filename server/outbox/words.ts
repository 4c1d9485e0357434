/** What letters to applicants say, in both languages. Plain text: it is read aloud well, and nothing in it can run. */
import type { OutboxDoc } from '../../models/schemas/outbox.js';
import { dateTime, type Language } from '../i18n.js';

export type LetterLanguage = Language | 'both';
export interface Around { agencyName: string; deskName: string; /** Where the dossier is followed; absent: this server does not know its public address. */ link?: string }
type Letter = Pick<OutboxDoc, 'kind' | 'dossierNo' | 'procedureName' | 'facts'>;

const SUBJECTS: Readonly<Record<OutboxDoc['kind'], Readonly<Record<Language, string>>>> = {
  received: { vi: 'Đã tiếp nhận hồ sơ', en: 'Dossier received' }, supplement: { vi: 'Đề nghị bổ sung hồ sơ', en: 'Please complete dossier' },
  extended: { vi: 'Xin lỗi và gia hạn giải quyết hồ sơ', en: 'Apology: later date for dossier' }, ready: { vi: 'Đã có kết quả hồ sơ', en: 'Result ready for dossier' }, refused: { vi: 'Từ chối giải quyết hồ sơ', en: 'Dossier refused' },
};

export function letterWords(letter: Letter, around: Around, language: LetterLanguage): { subject: string; text: string } {
  const [first, second]: Language[] = language === 'both' ? ['vi', 'en'] : [language];
  const texts = [first!, ...(second ? [second] : [])].map((each) => body(letter, around, each));
  return { subject: `${SUBJECTS[letter.kind][first!]} ${letter.dossierNo}`, text: texts.join('\n\n----------\n\n') };
}

/** One line, for a telephone: number and what happened. */
export function shortWords(letter: Letter, { link }: Around, language: LetterLanguage): string {
  const shown: Language = language === 'en' ? 'en' : 'vi';
  return [`${SUBJECTS[letter.kind][shown]} ${letter.dossierNo}.`, link].filter(Boolean).join(' ');
}

function body(letter: Letter, around: Around, language: Language): string {
  const lines = language === 'vi' ? vietnamese(letter, around) : english(letter, around);
  return lines.filter((line): line is string => line !== undefined).join('\n');
}

const listed = (parts: readonly string[] | undefined): string[] => (parts ?? []).map((part) => `- ${part}`);
const on = (label: string, at: Date | undefined): string | undefined => (at ? `${label}: ${dateTime(new Date(at))}` : undefined);
const line = (label: string, text: string | undefined): string | undefined => (text ? `${label}: ${text}` : undefined);

function vietnamese({ kind, dossierNo, procedureName, facts }: Letter, { agencyName, deskName, link }: Around): (string | undefined)[] {
  const dossier = `hồ sơ ${dossierNo} (${procedureName})`;
  const said: Record<Letter['kind'], (string | undefined)[]> = {
    received: [`${agencyName} đã tiếp nhận ${dossier}.`, on('Hẹn trả kết quả', facts.dueAt)],
    supplement: [`Đề nghị ông/bà bổ sung, hoàn thiện ${dossier}.`, ...(facts.parts?.length ? ['Giấy tờ cần bổ sung:', ...listed(facts.parts)] : []), line('Lý do', facts.reason), line('Căn cứ', facts.ground), on('Hạn bổ sung', facts.answerBy), 'Thời hạn giải quyết tạm dừng cho đến khi nhận được giấy tờ bổ sung.'],
    extended: [`${agencyName} xin lỗi vì chưa giải quyết xong ${dossier} đúng hẹn.`, on('Ngày hẹn trước', facts.dueAt), on('Ngày hẹn mới', facts.newDueAt), line('Lý do', facts.reason)],
    ready: [`Đã có kết quả của ${dossier}.`, `Nhận kết quả tại: ${deskName}; mang theo giấy hẹn.`],
    refused: [`${agencyName} không giải quyết được ${dossier}.`, line('Lý do', facts.reason), line('Căn cứ', facts.ground), `Phiếu từ chối được trả tại ${deskName}.`],
  };
  return ['Kính gửi ông/bà,', '', ...said[kind], ...(link ? ['', `Theo dõi hồ sơ: ${link}`] : []), '', agencyName, 'Thư tự động, không trả lời vào địa chỉ này.'];
}

function english({ kind, dossierNo, procedureName, facts }: Letter, { agencyName, deskName, link }: Around): (string | undefined)[] {
  const dossier = `dossier ${dossierNo} (${procedureName})`;
  const said: Record<Letter['kind'], (string | undefined)[]> = {
    received: [`${agencyName} has received ${dossier}.`, on('Appointment', facts.dueAt)],
    supplement: [`Please complete ${dossier}.`, ...(facts.parts?.length ? ['What is missing:', ...listed(facts.parts)] : []), line('Reason', facts.reason), line('Legal ground', facts.ground), on('To be handed in by', facts.answerBy), 'The clock is stopped until it has been handed in.'],
    extended: [`${agencyName} apologises: ${dossier} is not ready on the day agreed.`, on('Appointment before', facts.dueAt), on('New appointment', facts.newDueAt), line('Reason', facts.reason)],
    ready: [`The result of ${dossier} is ready.`, `Collect it at: ${deskName}; bring the receipt.`],
    refused: [`${agencyName} cannot grant ${dossier}.`, line('Reason', facts.reason), line('Legal ground', facts.ground), `The written refusal is handed out at ${deskName}.`],
  };
  return ['Dear applicant,', '', ...said[kind], ...(link ? ['', `Follow the dossier: ${link}`] : []), '', agencyName, 'Sent automatically: answers to this address are not read.'];
}
