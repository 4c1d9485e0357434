/** Forms 02 to 05, which are letters to the applicant: supplement, refusal, apology and extension, stop. Pure. */
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { heading, lines, ownerLines, page, paragraph, PART_FORMS, signatures, table, titleWithCode } from './blocks.js';
import type { ApologyFacts, RefusalFacts, StopFacts, SupplementFacts } from './facts.js';

export function supplementForm(facts: SupplementFacts): TDocumentDefinitions {
  const of = (form: string, wanted: readonly string[], copies: number): string => (wanted.includes(form) ? `${copies}` : '');
  return page(`Phiếu yêu cầu bổ sung ${facts.dossierNo}`, [
    heading(facts.head), titleWithCode('PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ', facts.dossierNo, facts.link),
    ...ownerLines(facts.owner), ...lines([['Nội dung yêu cầu giải quyết', facts.procedureName]]),
    paragraph('Hồ sơ cần được bổ sung, hoàn thiện một lần các nội dung sau:'),
    ...(facts.parts.length === 0 ? [] : [table(
      [{ name: 'TT', width: 24 }, { name: 'Thành phần hồ sơ', width: '*' }, { name: PART_FORMS['original']!, width: 60, right: true }, { name: 'Bản sao chứng thực', width: 70, right: true }, { name: 'Bản chụp, điện tử', width: 70, right: true }],
      facts.parts.map(({ name, form, copies }, index) => [`${index + 1}`, name, of(form, ['original'], copies), of(form, ['certified'], copies), of(form, ['copy', 'electronic', 'data'], copies)]),
    )]),
    ...lines([['Lý do', facts.reason], ['Căn cứ', facts.ground], ['Thời hạn bổ sung', facts.answerBy && `trước ${facts.answerBy}`], ['Liên hệ', facts.contact]]),
    paragraph('Thời gian chờ bổ sung không tính vào thời hạn giải quyết hồ sơ.'),
    signatures(undefined, facts.signer),
  ]);
}

export function refusalForm(facts: RefusalFacts): TDocumentDefinitions {
  return page(`Phiếu từ chối ${facts.dossierNo}`, [
    heading(facts.head), titleWithCode('PHIẾU TỪ CHỐI TIẾP NHẬN, GIẢI QUYẾT HỒ SƠ', facts.dossierNo, facts.link),
    ...ownerLines(facts.owner), ...lines([['Nội dung yêu cầu giải quyết', facts.procedureName]]),
    paragraph('Sau khi xem xét, cơ quan không tiếp nhận, giải quyết hồ sơ này.'),
    ...lines([['Lý do', facts.reason], ['Căn cứ pháp lý', facts.ground]]),
    signatures(undefined, facts.signer),
  ]);
}

export function apologyForm(facts: ApologyFacts): TDocumentDefinitions {
  return page(`Văn bản xin lỗi ${facts.dossierNo}`, [
    heading(facts.head), titleWithCode('VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT', facts.dossierNo, facts.link),
    ...ownerLines(facts.owner, 'Kính gửi'),
    ...lines([
      ['Nội dung yêu cầu giải quyết', facts.procedureName], ['Thời gian tiếp nhận', facts.receivedAt], ['Thời gian hẹn trả kết quả', facts.appointedAt],
      ['Đơn vị đang giải quyết', facts.unit], ['Lý do chậm', facts.reason],
    ]),
    paragraph('Cơ quan xin lỗi vì sự chậm trễ này và đề nghị được gia hạn thời gian giải quyết hồ sơ.'),
    ...lines([['Thời gian trả kết quả mới', facts.newDueAt], ['Nhận kết quả tại', facts.place]]),
    signatures(undefined, facts.signer),
  ]);
}

export function stopForm(facts: StopFacts): TDocumentDefinitions {
  return page(`Thông báo dừng giải quyết ${facts.dossierNo}`, [
    heading(facts.head), titleWithCode('THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ', facts.dossierNo, facts.link),
    ...ownerLines(facts.owner), ...lines([['Nội dung yêu cầu giải quyết', facts.procedureName]]),
    paragraph('Cơ quan thông báo dừng giải quyết hồ sơ này.'),
    ...lines([['Từ', facts.stoppedAt], ['Hồ sơ đang ở bước', facts.stage], ['Lý do', facts.reason], ['Căn cứ', facts.ground], ['Phí, lệ phí cần quyết toán', facts.money]]),
    signatures(undefined, facts.signer),
  ]);
}
