/** Drawings made by chance, as text: blocks inside blocks with lanes, documents and facts, some of them with a join of the wrong type. */
import type { Random } from '../scripts/seed/random.js';

export interface Wish { nodes: number; /** Share of blocks whose join does not match. */ wrong: number; /** Steps in a row only. */ steps?: boolean; /** A limit that is too short, papers of the applicant, requirements that are checked. */ facts?: boolean; /** With a picture: rows on a grid. */ picture?: boolean }
const VERBS = ['Tiếp nhận', 'Kiểm tra', 'Thẩm định', 'Soạn', 'Ký', 'Trả', 'Chuyển', 'Lấy ý kiến', 'Xác minh', 'Tổng hợp'];
const OBJECTS = ['hồ sơ đất đai', 'giấy phép xây dựng', 'chứng chỉ hành nghề', 'dự thảo quyết định', 'báo cáo thẩm định', 'biên bản kiểm tra', 'tờ trình', 'văn bản lấy ý kiến', 'kết quả', 'lệ phí', 'đơn đề nghị', 'phiếu hẹn'];
const KINDS = ['receive', 'check', 'appraise', 'draft', 'sign', 'return', 'transfer', 'consult'];
const UNITS = ['motCua', 'chuyenMon', 'lanhDao', 'vanThu'];
/** Of these the applicant may bring. */
const PAPERS = ['don', 'banDo'];
const DOCUMENTS = ['don', 'banDo', 'toTrinh', 'duThao', 'baoCao', 'quyetDinh'];

export function drawingOf(random: Random, wish: Wish, code: string): string { return new Drawing(random, wish).text(code); }

class Drawing {
  private readonly nodes: { id: string; xml: (inside: string) => string }[] = [];
  private readonly flows: [from: string, to: string][] = [];

  constructor(private readonly random: Random, private readonly wish: Wish) {}

  text(code: string): string {
    const start = this.node('startEvent', 'Nhận hồ sơ');
    let last = start;
    while (this.nodes.length < this.wish.nodes - 1) last = this.part(last, 0);
    this.flow(last, this.node('endEvent', 'Đã trả kết quả'));
    const links = (id: string): string => this.flows.flatMap(([from, to], at) => [...(to === id ? [`<bpmn:incoming>f${at}</bpmn:incoming>`] : []), ...(from === id ? [`<bpmn:outgoing>f${at}</bpmn:outgoing>`] : [])]).join('');
    return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:df="https://dossierflow.org/schema/bpmn/1.0" id="D" targetNamespace="https://dossierflow.org/bench"><bpmn:process id="P" isExecutable="true">
<bpmn:extensionElements><df:procedure code="${code}" name="Thủ tục ${code}" applicantsPerYear="1000"><df:timeLimit value="${this.wish.facts ? 6 : 30}" unit="workingDays"/></df:procedure></bpmn:extensionElements>
<bpmn:laneSet id="L">${UNITS.map((unit, at) => `<bpmn:lane id="lane_${unit}" name="${unit}"><bpmn:extensionElements><df:department id="${unit}" oneStop="${unit === 'motCua'}"/></bpmn:extensionElements>${this.nodes.filter((_, index) => index % UNITS.length === at).map(({ id }) => `<bpmn:flowNodeRef>${id}</bpmn:flowNodeRef>`).join('')}</bpmn:lane>`).join('')}</bpmn:laneSet>
${DOCUMENTS.map((each) => `<bpmn:dataObject id="do_${each}" name="${each}"><bpmn:extensionElements><df:document type="${each}" source="${this.wish.facts && PAPERS.includes(each) ? 'applicant' : 'unit'}" form="either"/></bpmn:extensionElements></bpmn:dataObject><bpmn:dataObjectReference id="ref_${each}" name="${each}" dataObjectRef="do_${each}"/>`).join('\n')}
${this.nodes.map(({ id, xml }) => xml(links(id))).join('\n')}
${this.flows.map(([from, to], at) => `<bpmn:sequenceFlow id="f${at}" sourceRef="${from}" targetRef="${to}"/>`).join('\n')}
</bpmn:process>${this.wish.picture ? this.picture() : ''}</bpmn:definitions>`;
  }

  private picture(): string {
    const place = new Map(this.nodes.map(({ id }, at) => [id, { x: 100 + (at % 20) * 140, y: 100 + Math.floor(at / 20) * 140 }]));
    const shape = (id: string): string => `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}"><dc:Bounds x="${place.get(id)!.x}" y="${place.get(id)!.y}" width="80" height="60"/></bpmndi:BPMNShape>`;
    const point = (id: string): string => `<di:waypoint x="${place.get(id)!.x + 40}" y="${place.get(id)!.y + 30}"/>`;
    const edges = this.flows.map(([from, to], at) => `<bpmndi:BPMNEdge id="f${at}_di" bpmnElement="f${at}">${point(from)}${point(to)}</bpmndi:BPMNEdge>`);
    const spaces = 'xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI"';
    return `<bpmndi:BPMNDiagram ${spaces} id="BD"><bpmndi:BPMNPlane id="BP" bpmnElement="P">${this.nodes.map(({ id }) => shape(id)).join('')}${edges.join('')}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>`;
  }

  private node(tag: string, name?: string, inside = ''): string {
    const id = `n${this.nodes.length}`;
    this.nodes.push({ id, xml: (links) => `<bpmn:${tag} id="${id}"${name ? ` name="${name}"` : ''}>${inside.split('|')[0] ?? ''}${links}${inside.split('|')[1] ?? ''}</bpmn:${tag}>` });
    return id;
  }
  private flow(from: string, to: string): void { this.flows.push([from, to]); }

  private part(from: string, depth: number): string {
    const { random, wish } = this;
    if (wish.steps || depth > 2 || random.chance(0.65)) return this.step(from);
    return random.chance(0.2) ? this.loop(from, depth) : this.block(from, depth);
  }
  private step(from: string): string {
    const { random, wish } = this;
    const id = `n${this.nodes.length}`;
    const [reads, writes] = [random.pick(wish.facts && random.chance(0.5) ? PAPERS : DOCUMENTS), random.pick(wish.facts ? DOCUMENTS.filter((each) => !PAPERS.includes(each)) : DOCUMENTS)];
    const more = wish.facts ? `${random.chance(0.4) ? ' applicantContact="true"' : ''}${random.chance(0.3) ? ` checks="${random.pick(['yc1', 'yc2'])}"` : ''}` : '';
    const step = this.node('userTask', `${random.pick(VERBS)} ${random.pick(OBJECTS)}`,
      `<bpmn:extensionElements><df:step kind="${random.pick(KINDS)}" limit="${1 + Math.floor(random.next() * 3)}" unit="workingDays" role="officer"${more}/></bpmn:extensionElements>|<bpmn:property id="${id}_in" name="__targetRef_placeholder"/><bpmn:dataInputAssociation id="${id}_r"><bpmn:sourceRef>ref_${reads}</bpmn:sourceRef><bpmn:targetRef>${id}_in</bpmn:targetRef></bpmn:dataInputAssociation>${random.chance(0.7) ? `<bpmn:dataOutputAssociation id="${id}_w"><bpmn:targetRef>ref_${writes}</bpmn:targetRef></bpmn:dataOutputAssociation>` : ''}`);
    this.flow(from, step);
    return step;
  }
  private block(from: string, depth: number): string {
    const types = ['exclusiveGateway', 'parallelGateway', 'inclusiveGateway'] as const;
    const type = this.random.pick(types);
    const split = this.node(type);
    this.flow(from, split);
    const ends = Array.from({ length: 2 + Math.floor(this.random.next() * 2) }, () => this.part(split, depth + 1));
    const join = this.node(this.random.chance(this.wish.wrong) ? this.random.pick(types) : type);
    for (const end of ends) this.flow(end, join);
    return join;
  }
  private loop(from: string, depth: number): string {
    const again = this.node('exclusiveGateway');
    this.flow(from, again);
    const decide = this.node('exclusiveGateway');
    this.flow(this.part(again, depth + 1), decide);
    this.flow(decide, again);
    return decide;
  }
}
