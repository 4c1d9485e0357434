/** Forms 02 to 05, which are letters to the applicant: supplement, refusal, apology and extension, stop. Pure. */
import { PART_FORMS } from './blocks.js';
import type { ApologyFacts, FormFacts, RefusalFacts, StopFacts, SupplementFacts } from './facts.js';
import type { Letter, LetterBlock } from './letter.js';

/** Undefined for the forms that are no letters. */
export function letterOf(given: FormFacts): Letter | undefined {
  switch (given.form) {
    case '02': return supplement(given.facts);
    case '03': return refusal(given.facts);
    case '04': return apology(given.facts);
    case '05': return stop(given.facts);
    default: return undefined;
  }
}

const lines = (...rows: readonly (readonly [string, string | undefined])[]): LetterBlock => ({ kind: 'lines', rows });
const paragraph = (text: string): LetterBlock => ({ kind: 'paragraph', text });
function letter(title: string, name: string, { head, dossierNo, link, owner, signer }: SupplementFacts | RefusalFacts | ApologyFacts | StopFacts, blocks: LetterBlock[], ownerLabel?: string): Letter {
  return { title: `${title} ${dossierNo}`, name, head, about: { dossierNo, link, owner, ...(ownerLabel !== undefined && { ownerLabel }) }, signer, blocks };
}

function supplement(facts: SupplementFacts): Letter {
  const of = (form: string, wanted: readonly string[], copies: number): string => (wanted.includes(form) ? `${copies}` : '');
  const parts: LetterBlock = {
    kind: 'table',
    columns: [{ name: 'TT', width: 24 }, { name: 'Thành phần hồ sơ', width: '*' }, { name: PART_FORMS['original']!, width: 60, right: true }, { name: 'Bản sao chứng thực', width: 70, right: true }, { name: 'Bản chụp, điện tử', width: 70, right: true }],
    rows: facts.parts.map(({ name, form, copies }, index) => [`${index + 1}`, name, of(form, ['original'], copies), of(form, ['certified'], copies), of(form, ['copy', 'electronic', 'data'], copies)]),
  };
  return letter('Phiếu yêu cầu bổ sung', 'PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ', facts, [
    lines(['Nội dung yêu cầu giải quyết', facts.procedureName]), paragraph('Hồ sơ cần được bổ sung, hoàn thiện một lần các nội dung sau:'), ...(facts.parts.length === 0 ? [] : [parts]),
    lines(['Lý do', facts.reason], ['Căn cứ', facts.ground], ['Thời hạn bổ sung', facts.answerBy && `trước ${facts.answerBy}`], ['Liên hệ', facts.contact]),
    paragraph('Thời gian chờ bổ sung không tính vào thời hạn giải quyết hồ sơ.'),
  ]);
}

function refusal(facts: RefusalFacts): Letter {
  return letter('Phiếu từ chối', 'PHIẾU TỪ CHỐI TIẾP NHẬN, GIẢI QUYẾT HỒ SƠ', facts, [
    lines(['Nội dung yêu cầu giải quyết', facts.procedureName]), paragraph('Sau khi xem xét, cơ quan không tiếp nhận, giải quyết hồ sơ này.'), lines(['Lý do', facts.reason], ['Căn cứ pháp lý', facts.ground]),
  ]);
}

function apology(facts: ApologyFacts): Letter {
  return letter('Văn bản xin lỗi', 'VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT', facts, [
    lines(
      ['Nội dung yêu cầu giải quyết', facts.procedureName], ['Thời gian tiếp nhận', facts.receivedAt], ['Thời gian hẹn trả kết quả', facts.appointedAt], ['Đơn vị đang giải quyết', facts.unit], ['Lý do chậm', facts.reason],
    ),
    paragraph('Cơ quan xin lỗi vì sự chậm trễ này và đề nghị được gia hạn thời gian giải quyết hồ sơ.'), lines(['Thời gian trả kết quả mới', facts.newDueAt], ['Nhận kết quả tại', facts.place]),
  ], 'Kính gửi');
}

function stop(facts: StopFacts): Letter {
  return letter('Thông báo dừng giải quyết', 'THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ', facts, [
    lines(['Nội dung yêu cầu giải quyết', facts.procedureName]), paragraph('Cơ quan thông báo dừng giải quyết hồ sơ này.'),
    lines(['Từ', facts.stoppedAt], ['Hồ sơ đang ở bước', facts.stage], ['Lý do', facts.reason], ['Căn cứ', facts.ground], ['Phí, lệ phí cần quyết toán', facts.money]),
  ]);
}
