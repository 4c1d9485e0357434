/** The declaration of conformity as the paper that is posted and sent: what is declared, who signs, and the procedures as its annex. */
import type { FormTemplate } from '../../models/form-templates.js';
import type { DeclarationDoc } from '../../models/schemas/conformity.js';
import type { Letter } from '../forms/letter.js';

const dayWords = (day: string): string => day.split('-').reverse().join('/');

/** `agency`: its name, unless the template of its papers has another. */
export function declarationLetter({ n, standard, decision, procedures }: Pick<DeclarationDoc, 'n' | 'standard' | 'decision' | 'procedures'>, agency: string, template: FormTemplate): Letter {
  const [name, date] = [template.name ?? agency, dayWords(decision.date)];
  const named = `Quyết định số ${decision.number} ngày ${date}`;
  return {
    title: `Bản công bố ${decision.number}`, name: 'BẢN CÔNG BỐ\nHệ thống quản lý chất lượng phù hợp tiêu chuẩn quốc gia',
    head: { agencyName: template.superior ?? '', departmentName: name, number: decision.number, date, ...(template.place && { place: template.place }), ...(template.crest && { crest: template.crest }) },
    blocks: [
      { kind: 'paragraph', text: `${name} công bố hệ thống quản lý chất lượng của cơ quan phù hợp tiêu chuẩn quốc gia ${standard}, với phạm vi là ${procedures.length} quy trình nêu tại Phụ lục.` },
      { kind: 'paragraph', text: `Bản công bố này ban hành kèm theo ${named}, là lần công bố thứ ${n}${n > 1 ? ` và thay thế lần công bố thứ ${n - 1}` : ''}. Cơ quan công bố lại khi phạm vi thay đổi.` },
    ],
    signer: { as: decision.position ?? 'Thủ trưởng cơ quan', name: decision.signatory },
    annex: {
      title: 'PHỤ LỤC', note: `Quy trình thuộc phạm vi công bố, kèm theo ${named}`,
      blocks: [{ kind: 'table', columns: [{ name: 'STT', width: 38, right: true }, { name: 'Mã số', width: 70 }, { name: 'Tên quy trình', width: '*' }, { name: 'Lần ban hành', width: 60, right: true }], rows: procedures.map(({ code, name: of, version }, at) => [`${at + 1}`, `QT-${code}`, of, `${version}`]) }],
    },
  };
}
