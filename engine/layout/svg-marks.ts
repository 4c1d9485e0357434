/** The signs inside events and gateways (BPMN 2.0 tables 10.93 and 13.1), drawn around 0, 0; one without a sign here is named by its words. */

const GATEWAYS: Readonly<Record<string, string>> = {
  exclusive: 'M-7-8 7 8M7-8-7 8', parallel: 'M0-11V11M-11 0H11', complex: 'M0-11V11M-11 0H11M-8-8 8 8M8-8-8 8',
  inclusive: 'M-10 0a10 10 0 1 0 20 0a10 10 0 1 0-20 0', eventBased: 'M0-10 9.5-3 6 8H-6L-9.5-3Z',
};
const EVENTS: Readonly<Record<string, string>> = {
  timer: 'M-10 0a10 10 0 1 0 20 0a10 10 0 1 0-20 0M0-6V0L4 3', message: 'M-9-6H9V6H-9ZM-9-6 0 1 9-6', signal: 'M0-9 9 6H-9Z', error: 'M-8 8-4-7 3 2 8-8 4 7-3-2Z',
  escalation: 'M0-9 7 8 0 2-7 8Z', compensate: 'M0-7V7L-9 0ZM9-7V7L0 0Z', conditional: 'M-7-9H7V9H-7ZM-4-5H4M-4 0H4M-4 5H4', link: 'M-9-4H2V-8L10 0 2 8V4H-9Z',
  cancel: 'M-7-7 7 7M7-7-7 7', several: 'M0-9 9-2 5 8H-5L-9-2Z', terminate: 'M-9 0a9 9 0 1 0 18 0a9 9 0 1 0-18 0Z',
};

/** Path data of a gateway's sign; the plain diamond means exclusive too. */
export const gatewaySign = (mark: string): string | undefined => GATEWAYS[mark];
export const eventSign = (mark: string): string | undefined => EVENTS[mark];
/** These signs are areas: thrown ones are filled. */
export const mayBeFilled = (mark: string): boolean => !['timer', 'conditional', 'cancel'].includes(mark);
