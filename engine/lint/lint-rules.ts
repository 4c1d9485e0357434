/** The rules of bpmnlint 11 by name, with what each asks for in Vietnamese; its own text is English. */
import adHocSubProcess from 'bpmnlint/rules/ad-hoc-sub-process.js';
import conditionalEvent from 'bpmnlint/rules/conditional-event.js';
import conditionalFlows from 'bpmnlint/rules/conditional-flows.js';
import endEventRequired from 'bpmnlint/rules/end-event-required.js';
import eventBasedGateway from 'bpmnlint/rules/event-based-gateway.js';
import eventSubProcessStart from 'bpmnlint/rules/event-sub-process-typed-start-event.js';
import fakeJoin from 'bpmnlint/rules/fake-join.js';
import global from 'bpmnlint/rules/global.js';
import labelRequired from 'bpmnlint/rules/label-required.js';
import linkEvent from 'bpmnlint/rules/link-event.js';
import noBpmndi from 'bpmnlint/rules/no-bpmndi.js';
import noComplexGateway from 'bpmnlint/rules/no-complex-gateway.js';
import noDisconnected from 'bpmnlint/rules/no-disconnected.js';
import noDuplicateFlows from 'bpmnlint/rules/no-duplicate-sequence-flows.js';
import noJoinFork from 'bpmnlint/rules/no-gateway-join-fork.js';
import noImplicitEnd from 'bpmnlint/rules/no-implicit-end.js';
import noImplicitSplit from 'bpmnlint/rules/no-implicit-split.js';
import noImplicitStart from 'bpmnlint/rules/no-implicit-start.js';
import noInclusiveGateway from 'bpmnlint/rules/no-inclusive-gateway.js';
import noOverlapping from 'bpmnlint/rules/no-overlapping-elements.js';
import singleBlankStart from 'bpmnlint/rules/single-blank-start-event.js';
import singleDefinition from 'bpmnlint/rules/single-event-definition.js';
import startEventRequired from 'bpmnlint/rules/start-event-required.js';
import subProcessBlankStart from 'bpmnlint/rules/sub-process-blank-start-event.js';
import superfluousGateway from 'bpmnlint/rules/superfluous-gateway.js';
import superfluousTermination from 'bpmnlint/rules/superfluous-termination.js';

type Visit = (element: object, reporter: { report(id: string | undefined, message: string): void }) => unknown;
/** Shown every element when it is come to, and when everything inside it has been seen; `false` leaves the inside out. */
export type Check = Visit | { enter?: Visit; leave?: Visit };
export interface LintRule { name: string; create: () => { check: Check }; vi: string }

export const bpmnlintRules: readonly LintRule[] = [
  { name: 'ad-hoc-sub-process', create: adHocSubProcess, vi: 'quy trình con tùy biến không có điểm bắt đầu, kết thúc' },
  { name: 'conditional-event', create: conditionalEvent, vi: 'sự kiện điều kiện phải có điều kiện' },
  { name: 'conditional-flows', create: conditionalFlows, vi: 'mỗi nhánh sau cổng rẽ phải có điều kiện hoặc là nhánh mặc định' },
  { name: 'end-event-required', create: endEventRequired, vi: 'phải có sự kiện kết thúc' },
  { name: 'event-based-gateway', create: eventBasedGateway, vi: 'cổng sự kiện phải dẫn tới từ hai sự kiện trở lên' },
  { name: 'event-sub-process-typed-start-event', create: eventSubProcessStart, vi: 'quy trình con sự kiện phải bắt đầu bằng một sự kiện có loại' },
  { name: 'fake-join', create: fakeJoin, vi: 'nhiều luồng đi vào mà không qua cổng gộp' },
  { name: 'global', create: global, vi: 'thông điệp, tín hiệu, lỗi dùng chung phải có tên riêng và được dùng' },
  { name: 'label-required', create: labelRequired, vi: 'thiếu tên' },
  { name: 'link-event', create: linkEvent, vi: 'sự kiện liên kết phải có đủ hai đầu cùng tên' },
  { name: 'no-bpmndi', create: noBpmndi, vi: 'phần tử chưa được vẽ trên hình' },
  { name: 'no-complex-gateway', create: noComplexGateway, vi: 'không dùng cổng phức hợp' },
  { name: 'no-disconnected', create: noDisconnected, vi: 'phần tử không nối với luồng nào' },
  { name: 'no-duplicate-sequence-flows', create: noDuplicateFlows, vi: 'hai luồng trùng nhau' },
  { name: 'no-gateway-join-fork', create: noJoinFork, vi: 'một cổng không vừa gộp vừa tách' },
  { name: 'no-implicit-end', create: noImplicitEnd, vi: 'luồng dừng ở đây mà không có sự kiện kết thúc' },
  { name: 'no-implicit-split', create: noImplicitSplit, vi: 'tách nhánh mà không qua cổng' },
  { name: 'no-implicit-start', create: noImplicitStart, vi: 'luồng bắt đầu ở đây mà không có sự kiện bắt đầu' },
  { name: 'no-inclusive-gateway', create: noInclusiveGateway, vi: 'không dùng cổng bao hàm' },
  { name: 'no-overlapping-elements', create: noOverlapping, vi: 'hình vẽ chồng lên nhau hoặc ra ngoài khung' },
  { name: 'single-blank-start-event', create: singleBlankStart, vi: 'chỉ có một điểm bắt đầu không có loại' },
  { name: 'single-event-definition', create: singleDefinition, vi: 'mỗi sự kiện chỉ có một loại' },
  { name: 'start-event-required', create: startEventRequired, vi: 'phải có sự kiện bắt đầu' },
  { name: 'sub-process-blank-start-event', create: subProcessBlankStart, vi: 'quy trình con bắt đầu bằng sự kiện không có loại' },
  { name: 'superfluous-gateway', create: superfluousGateway, vi: 'cổng thừa, chỉ có một luồng vào và một luồng ra' },
  { name: 'superfluous-termination', create: superfluousTermination, vi: 'sự kiện kết thúc toàn bộ là thừa ở đây' },
];
