/** The sample process that the framework of the story publishes: drawn by the ministry with departments of its own, which every agency has under other names. */

const CODE = 'K01';
const NAME = 'Cấp giấy xác nhận nhà ở riêng lẻ';
/** What the ministry changes from one version to the next. */
export interface Facts { examineHours: number; days: number; returning: string }
export const FIRST: Facts = { examineHours: 16, days: 5, returning: 'Trả kết quả' };
/** Shorter as a whole, another limit of the step that the agency has one of its own for, and another name. */
export const NEXT: Facts = { examineHours: 12, days: 4, returning: 'Trả kết quả, thu phiếu hài lòng' };

const LANES = [
  { id: 'lane_motCua', name: 'Bộ phận Một cửa', department: 'boPhanMotCua', more: ' oneStop="true"', y: 0, height: 140, nodes: ['batDau', 'tiepNhan', 'traKetQua', 'daTra'] },
  { id: 'lane_chuyenMon', name: 'Phòng Kinh tế', department: 'phongChuyenMon', more: '', y: 140, height: 240, nodes: ['thamTra', 'canDoiChieu', 'gop', 'kyGiay'] },
  { id: 'lane_tuPhap', name: 'Bộ phận Tư pháp - Hộ tịch', department: 'boPhanTuPhap', more: '', y: 380, height: 140, nodes: ['doiChieu'] },
] as const;
const STEPS = [
  { id: 'tiepNhan', name: 'Tiếp nhận hồ sơ', x: 200, y: 30, step: 'kind="receive" limit="2" unit="workingHours" role="oneStopOfficer" applicantContact="true" checks="thanhPhanHoSo"' },
  { id: 'thamTra', name: 'Thẩm tra hồ sơ', x: 200, y: 170, step: 'kind="appraise" limit="{examine}" unit="workingHours" role="officer" checks="hienTrangNha"' },
  { id: 'doiChieu', name: 'Đối chiếu sổ gốc', x: 480, y: 410, step: 'kind="check" limit="8" unit="workingHours" role="officer" checks="soGoc"' },
  { id: 'kyGiay', name: 'Ký giấy xác nhận', x: 720, y: 170, step: 'kind="sign" limit="4" unit="workingHours" role="head"' },
  { id: 'traKetQua', name: '{returning}', x: 900, y: 30, step: 'kind="return" limit="2" unit="workingHours" role="oneStopOfficer" applicantContact="true"' },
] as const;
const OTHERS = [
  { id: 'batDau', x: 100, y: 52, size: 36 }, { id: 'canDoiChieu', x: 375, y: 185, size: 50 }, { id: 'gop', x: 625, y: 185, size: 50 }, { id: 'daTra', x: 1060, y: 52, size: 36 },
] as const;
const FLOWS: readonly { from: string; to: string; points: readonly (readonly [number, number])[]; inner?: string; name?: string }[] = [
  { from: 'batDau', to: 'tiepNhan', points: [[136, 70], [200, 70]] },
  { from: 'tiepNhan', to: 'thamTra', points: [[250, 110], [250, 170]] },
  { from: 'thamTra', to: 'canDoiChieu', points: [[300, 210], [375, 210]] },
  { from: 'canDoiChieu', to: 'gop', name: 'Đã rõ', points: [[425, 210], [625, 210]], inner: facts(0.6) },
  { from: 'canDoiChieu', to: 'doiChieu', name: 'Cần đối chiếu', points: [[400, 235], [400, 450], [480, 450]], inner: `${facts(0.4)}<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">ketQuaThamTra = "canDoiChieu"</bpmn:conditionExpression>` },
  { from: 'doiChieu', to: 'gop', points: [[580, 450], [650, 450], [650, 235]] },
  { from: 'gop', to: 'kyGiay', points: [[675, 210], [720, 210]] },
  { from: 'kyGiay', to: 'traKetQua', points: [[820, 210], [950, 210], [950, 110]] },
  { from: 'traKetQua', to: 'daTra', points: [[1000, 70], [1060, 70]] },
];
function facts(probability: number): string { return `<bpmn:extensionElements><df:flow probability="${probability}" /></bpmn:extensionElements>`; }
const idOf = ({ from, to }: { from: string; to: string }): string => `f_${from}__${to}`;

/** @param agency the publisher, whose departments become those of whoever adopts it */
export function sampleProcess(agency: string, { examineHours, days, returning }: Facts): string {
  const said = (text: string): string => text.replace('{examine}', String(examineHours)).replace('{returning}', returning);
  const around = (id: string): string => `${FLOWS.filter(({ to }) => to === id).map((flow) => `<bpmn:incoming>${idOf(flow)}</bpmn:incoming>`).join('')}${FLOWS.filter(({ from }) => from === id).map((flow) => `<bpmn:outgoing>${idOf(flow)}</bpmn:outgoing>`).join('')}`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:df="https://dossierflow.org/schema/bpmn/1.0" id="${CODE}_definitions" targetNamespace="https://dossierflow.org/procedures">
  <bpmn:collaboration id="${CODE}_collaboration"><bpmn:participant id="${CODE}_pool" name="${NAME}" processRef="${CODE}_xacNhanNhaO" /></bpmn:collaboration>
  <bpmn:process id="${CODE}_xacNhanNhaO" name="${NAME}" isExecutable="true">
    <bpmn:extensionElements><df:procedure code="${CODE}" name="${NAME}" level="commune" field="Xây dựng" counting="dayCount" fee="Không" result="giayXacNhan" applicantsPerYear="600" timesPerYear="1" onlineService="full" sets="1"><df:timeLimit value="${days}" unit="workingDays" /><df:channel kind="desk" /><df:channel kind="online" /><df:legalBasis ref="118/2025/NĐ-CP" title="Nghị định về thực hiện thủ tục hành chính theo cơ chế một cửa, một cửa liên thông" from="2025-07-01" /><df:requiredDocument type="donXacNhan" name="Đơn đề nghị xác nhận" copies="1" original="electronic" source="applicant" /></df:procedure></bpmn:extensionElements>
    <bpmn:property id="bien_ketQuaThamTra" name="ketQuaThamTra"><bpmn:documentation>Kết quả thẩm tra</bpmn:documentation></bpmn:property>
    <bpmn:laneSet id="${CODE}_laneSet">${LANES.map(({ id, name, department, more, nodes }) => `<bpmn:lane id="${id}" name="${name}"><bpmn:extensionElements><df:department id="${department}" agency="${agency}"${more} /></bpmn:extensionElements>${nodes.map((node) => `<bpmn:flowNodeRef>${node}</bpmn:flowNodeRef>`).join('')}</bpmn:lane>`).join('')}</bpmn:laneSet>
    <bpmn:startEvent id="batDau" name="Hồ sơ đã nộp">${around('batDau')}</bpmn:startEvent>
    ${STEPS.map(({ id, name, step }) => `<bpmn:userTask id="${id}" name="${said(name)}"><bpmn:extensionElements><df:step ${said(step)} medium="online" valueClass="requiredByLaw"><df:legalBasis ref="118/2025/NĐ-CP" /></df:step></bpmn:extensionElements>${around(id)}</bpmn:userTask>`).join('\n    ')}
    <bpmn:exclusiveGateway id="canDoiChieu" name="Cần đối chiếu?" default="f_canDoiChieu__gop">${around('canDoiChieu')}</bpmn:exclusiveGateway>
    <bpmn:exclusiveGateway id="gop">${around('gop')}</bpmn:exclusiveGateway>
    <bpmn:endEvent id="daTra" name="Đã trả kết quả">${around('daTra')}</bpmn:endEvent>
    ${FLOWS.map((flow) => `<bpmn:sequenceFlow id="${idOf(flow)}"${flow.name ? ` name="${flow.name}"` : ''} sourceRef="${flow.from}" targetRef="${flow.to}">${flow.inner ?? ''}</bpmn:sequenceFlow>`).join('\n    ')}
  </bpmn:process>
  <bpmndi:BPMNDiagram id="${CODE}_diagram"><bpmndi:BPMNPlane id="${CODE}_plane" bpmnElement="${CODE}_collaboration">
    ${shape(`${CODE}_pool`, 0, 0, 1180, 520, ' isHorizontal="true"')}
    ${LANES.map(({ id, y, height }) => shape(id, 30, y, 1150, height, ' isHorizontal="true"')).join('')}
    ${STEPS.map(({ id, x, y }) => shape(id, x, y, 100, 80)).join('')}
    ${OTHERS.map(({ id, x, y, size }) => shape(id, x, y, size, size)).join('')}
    ${FLOWS.map((flow) => `<bpmndi:BPMNEdge id="${idOf(flow)}_di" bpmnElement="${idOf(flow)}">${flow.points.map(([x, y]) => `<di:waypoint x="${x}" y="${y}" />`).join('')}</bpmndi:BPMNEdge>`).join('')}
  </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</bpmn:definitions>`;
}

function shape(id: string, x: number, y: number, width: number, height: number, more = ''): string {
  return `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}"${more}><dc:Bounds x="${x}" y="${y}" width="${width}" height="${height}" /></bpmndi:BPMNShape>`;
}
