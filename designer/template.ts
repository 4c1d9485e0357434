/** A new procedure: one pool with the one-stop desk and one department, start, two steps, end. Ids are fresh. */
interface Box { id: string; x: number; y: number; w: number; h: number }
interface Words { pool: string; desk: string; department: string; start: string; receive: string; appraise: string; end: string }

const words: Record<'vi' | 'en', Words> = {
  vi: { pool: 'Thủ tục mới', desk: 'Bộ phận Một cửa', department: 'Phòng chuyên môn', start: 'Hồ sơ đã nộp', receive: 'Tiếp nhận hồ sơ', appraise: 'Thẩm định hồ sơ', end: 'Đã trả kết quả' },
  en: { pool: 'New procedure', desk: 'One-stop desk', department: 'Department', start: 'Dossier submitted', receive: 'Receive the dossier', appraise: 'Appraise the dossier', end: 'Result delivered' },
};

const shape = ({ id, x, y, w, h }: Box, horizontal = false): string =>
  `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}"${horizontal ? ' isHorizontal="true"' : ''}><dc:Bounds x="${x}" y="${y}" width="${w}" height="${h}" /></bpmndi:BPMNShape>`;
const edge = (id: string, points: readonly (readonly [number, number])[]): string =>
  `<bpmndi:BPMNEdge id="${id}_di" bpmnElement="${id}">${points.map(([x, y]) => `<di:waypoint x="${x}" y="${y}" />`).join('')}</bpmndi:BPMNEdge>`;
const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

/** `unique` goes into the ids of process and elements: two drawings of one library must not share them. */
export function newDiagram(language: 'vi' | 'en', code: string, unique: string): string {
  const w = words[language];
  const id = (name: string): string => `${name}_${unique}`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:df="https://dossierflow.org/schema/bpmn/1.0" id="${id('definitions')}" targetNamespace="https://dossierflow.org/procedures">
  <bpmn:collaboration id="${id('collaboration')}"><bpmn:participant id="${id('pool')}" name="${escape(w.pool)}" processRef="${id('process')}" /></bpmn:collaboration>
  <bpmn:process id="${id('process')}" name="${escape(w.pool)}" isExecutable="true">
    <bpmn:extensionElements><df:procedure code="${escape(code)}" name="${escape(w.pool)}" counting="dayCount" /></bpmn:extensionElements>
    <bpmn:laneSet id="${id('lanes')}">
      <bpmn:lane id="${id('desk')}" name="${escape(w.desk)}"><bpmn:extensionElements><df:department id="motCua" oneStop="true" /></bpmn:extensionElements><bpmn:flowNodeRef>${id('start')}</bpmn:flowNodeRef><bpmn:flowNodeRef>${id('receive')}</bpmn:flowNodeRef><bpmn:flowNodeRef>${id('end')}</bpmn:flowNodeRef></bpmn:lane>
      <bpmn:lane id="${id('department')}" name="${escape(w.department)}"><bpmn:flowNodeRef>${id('appraise')}</bpmn:flowNodeRef></bpmn:lane>
    </bpmn:laneSet>
    <bpmn:startEvent id="${id('start')}" name="${escape(w.start)}"><bpmn:outgoing>${id('f1')}</bpmn:outgoing></bpmn:startEvent>
    <bpmn:userTask id="${id('receive')}" name="${escape(w.receive)}"><bpmn:extensionElements><df:step kind="receive" applicantContact="true" /></bpmn:extensionElements><bpmn:incoming>${id('f1')}</bpmn:incoming><bpmn:outgoing>${id('f2')}</bpmn:outgoing></bpmn:userTask>
    <bpmn:userTask id="${id('appraise')}" name="${escape(w.appraise)}"><bpmn:extensionElements><df:step kind="appraise" /></bpmn:extensionElements><bpmn:incoming>${id('f2')}</bpmn:incoming><bpmn:outgoing>${id('f3')}</bpmn:outgoing></bpmn:userTask>
    <bpmn:endEvent id="${id('end')}" name="${escape(w.end)}"><bpmn:incoming>${id('f3')}</bpmn:incoming></bpmn:endEvent>
    <bpmn:sequenceFlow id="${id('f1')}" sourceRef="${id('start')}" targetRef="${id('receive')}" />
    <bpmn:sequenceFlow id="${id('f2')}" sourceRef="${id('receive')}" targetRef="${id('appraise')}" />
    <bpmn:sequenceFlow id="${id('f3')}" sourceRef="${id('appraise')}" targetRef="${id('end')}" />
  </bpmn:process>
  <bpmndi:BPMNDiagram id="${id('diagram')}"><bpmndi:BPMNPlane id="${id('plane')}" bpmnElement="${id('collaboration')}">
    ${[
      shape({ id: id('pool'), x: 160, y: 80, w: 840, h: 320 }, true), shape({ id: id('desk'), x: 190, y: 80, w: 810, h: 160 }, true), shape({ id: id('department'), x: 190, y: 240, w: 810, h: 160 }, true),
      shape({ id: id('start'), x: 242, y: 142, w: 36, h: 36 }), shape({ id: id('receive'), x: 340, y: 120, w: 120, h: 80 }), shape({ id: id('appraise'), x: 540, y: 280, w: 120, h: 80 }), shape({ id: id('end'), x: 862, y: 142, w: 36, h: 36 }),
      edge(id('f1'), [[278, 160], [340, 160]]), edge(id('f2'), [[460, 160], [500, 160], [500, 320], [540, 320]]), edge(id('f3'), [[660, 320], [880, 320], [880, 178]]),
    ].join('\n    ')}
  </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</bpmn:definitions>
`;
}
