/** A drawing as SVG text, made without a screen: for pages that are good without scripts. Its look needs no style sheet. */
import { eventSign, gatewaySign, mayBeFilled } from './svg-marks.js';
import { LABEL_WIDTH, wrapped } from './text.js';
import type { Picture, PictureEdge, PictureShape, Point, Rect } from './types.js';

export interface SvgOptions {
  /** What the picture is called, and the id that its name has on the page. */
  title: string;
  titleId: string;
  /** Id of what says the same in words. */
  describedBy?: string;
  /** The way of a dossier: ids of steps and flows, and the words on the step where it stands. */
  path?: { done: readonly string[]; active: readonly string[]; flows: readonly string[]; here: string };
}
type Standing = 'here' | 'done' | 'walked' | '';

const INK = '#22242a';
const WALKED = '#1b6e43';
const HERE = '#0f5c72';
const HEADER = 30;
/** Marks stand above and below Vietnamese letters. */
const LINE_HEIGHT = 1.3;

export function svgOf(picture: Picture, options: SvgOptions): string {
  const { x, y, width, height, shapes, edges } = picture;
  const sets = { here: new Set(options.path?.active), done: new Set(options.path?.done), walked: new Set(options.path?.flows) };
  const standing = ({ id }: { id: string }): Standing => (sets.here.has(id) ? 'here' : sets.done.has(id) ? 'done' : sets.walked.has(id) ? 'walked' : '');
  // Frames behind, then flows, then what they lead to, then the words on them.
  const [frames, nodes] = [shapes.filter(isFrame), shapes.filter((shape) => !isFrame(shape))];
  const parts = [
    ...frames.map((each) => group(each, standing(each), frame(each))), ...edges.map((each) => group(each, standing(each), line(each, standing(each)))),
    ...nodes.map((each) => group(each, standing(each), node(each, standing(each)))), ...edges.map(edgeName), ...nodes.filter((each) => standing(each) === 'here').map((each) => chip(each, options.path!.here)),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="${xml(options.titleId)}"${options.describedBy ? ` aria-describedby="${xml(options.describedBy)}"` : ''} viewBox="${x} ${y} ${width} ${height}" width="${width}" height="${height}" `
    + `font-family="system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif" fill="#fff" stroke="${INK}" stroke-width="1.5" stroke-linejoin="round"><title id="${xml(options.titleId)}">${xml(options.title)}</title>${parts.join('')}</svg>`;
}

const isFrame = ({ look, open }: PictureShape): boolean => look === 'pool' || look === 'lane' || open === true;
const group = ({ id }: { id: string }, standing: Standing, content: string): string => `<g data-id="${xml(id)}"${standing ? ` class="${standing}"` : ''}>${content}</g>`;

function frame(shape: PictureShape): string {
  const { x, y, width, height, name, look, header } = shape;
  if (look === 'activity') return box(shape, '') + words(name, { x: x + width / 2, y: y + 14, width: width - 16, height: 20 });
  const border = `<rect x="${x}" y="${y}" width="${width}" height="${height}"/>`;
  const middle = { x: x + width / 2, y: y + height / 2 };
  if (header === 'none') return border + words(name, { ...middle, width: width - 16, height });
  if (header === 'top') return border + words(name, { x: middle.x, y: y + HEADER / 2, width: width - 16, height: HEADER });
  const rule = look === 'pool' ? `<path d="M${x + HEADER} ${y}v${height}"/>` : '';
  return `${border}${rule}<g transform="translate(${x + HEADER / 2} ${middle.y}) rotate(-90)">${words(name, { x: 0, y: 0, width: height - 12, height: HEADER })}</g>`;
}

function node(shape: PictureShape, standing: Standing): string {
  const { x, y, width, height, name, look } = shape;
  const tick = standing === 'done' ? doneMark(shape) : '';
  if (look === 'activity') {
    const plus = shape.mark === 'subProcess' ? `<path fill="none" d="M${x + width / 2 - 7} ${y + height - 15}h14v14h-14zm7 3v8m-4-4h8"/>` : '';
    return box(shape, standing) + plus + words(name, { x: x + width / 2, y: y + height / 2, width: width - 14, height: height - (plus ? 34 : 6) }) + tick;
  }
  return (look === 'event' ? event(shape, standing) : gateway(shape, standing)) + outsideName(shape) + tick;
}

const paint = (standing: Standing): string =>
  (standing === 'here' ? ` fill="#dcebef" stroke="${HERE}" stroke-width="4"` : standing === 'done' ? ` fill="#eef7f1" stroke="${WALKED}"` : '');
const box = ({ x, y, width, height, thick }: PictureShape, standing: Standing): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="10"${paint(standing) || (thick ? ' stroke-width="4"' : '')}/>`;

function event({ x, y, width, ring, dashed, throws, mark = '' }: PictureShape, standing: Standing): string {
  const [cx, cy, r] = [x + width / 2, y + width / 2, width / 2];
  const dash = dashed ? ' stroke-dasharray="5 3"' : '';
  const inner = ring === 'between' ? `<circle cx="${cx}" cy="${cy}" r="${r - 4}" fill="none"${dash}/>` : '';
  const outer = `<circle cx="${cx}" cy="${cy}" r="${r}"${paint(standing) || (ring === 'end' ? ' stroke-width="4"' : '')}${dash}/>`;
  const sign = eventSign(mark);
  return outer + inner + (sign ? `<path transform="translate(${cx} ${cy})" d="${sign}" fill="${throws && mayBeFilled(mark) ? INK : 'none'}"${throws && mark === 'message' ? ' stroke="#fff"' : ''}/>` : '');
}

function gateway({ x, y, width, height, mark = '' }: PictureShape, standing: Standing): string {
  const sign = gatewaySign(mark);
  const ring = mark === 'eventBased' ? `<circle cx="${x + width / 2}" cy="${y + height / 2}" r="14" fill="none"/>` : '';
  return `<path d="M${x + width / 2} ${y}l${width / 2} ${height / 2}-${width / 2} ${height / 2}-${width / 2}-${height / 2}z"${paint(standing)}/>${ring}`
    + (sign ? `<path transform="translate(${x + width / 2} ${y + height / 2})" d="${sign}" fill="none" stroke-width="${mark === 'eventBased' ? 1.5 : 3}"/>` : '');
}

/** What is over has a tick, so that it is not told by its colour alone. */
const doneMark = ({ x, y, width }: Rect): string => `<circle cx="${x + width}" cy="${y}" r="8" fill="${WALKED}" stroke="#fff"/><path d="M${x + width - 4} ${y}l3 3 5-6" fill="none" stroke="#fff" stroke-width="2"/>`;

function chip({ x, y, width }: Rect, text: string): string {
  const [half, middle] = [text.length * 3.6 + 10, x + width / 2];
  return `<g class="chip"><rect x="${middle - half}" y="${y - 22}" width="${2 * half}" height="20" rx="10" fill="${HERE}" stroke="none"/><text x="${middle}" y="${y - 8}" font-size="12" font-weight="600" text-anchor="middle" stroke="none">${xml(text)}</text></g>`;
}

function line({ waypoints, message }: PictureEdge, standing: Standing): string {
  const [first, last, before] = [waypoints[0]!, waypoints.at(-1)!, waypoints.at(-2)!];
  const colour = standing === '' ? INK : WALKED;
  const way = `<path d="M${waypoints.map(({ x, y }) => `${x} ${y}`).join('L')}" fill="none" stroke="${colour}"${standing === '' ? '' : ' stroke-width="3.5"'}${message ? ' stroke-dasharray="8 5"' : ''}/>`;
  return way + (message ? `<circle cx="${first.x}" cy="${first.y}" r="4"/>` : '') + arrow(before, last, message ? '#fff' : colour, colour);
}

function arrow(from: Point, to: Point, fill: string, stroke: string): string {
  const turn = Math.round((Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI);
  return `<path transform="translate(${to.x} ${to.y}) rotate(${turn})" d="M0 0-11-5v10z" fill="${fill}" stroke="${stroke}"/>`;
}

const NAME_SIZE = 11;
function outsideName({ name, label, x, y, width, height }: PictureShape): string {
  return label ? named(name, label) : named(name, { x: x + width / 2 - LABEL_WIDTH / 2, y: y + height + 2, width: LABEL_WIDTH, height: 0 });
}

function edgeName({ name, label, waypoints }: PictureEdge): string {
  const [a, b] = [waypoints[Math.ceil(waypoints.length / 2) - 1]!, waypoints[Math.ceil(waypoints.length / 2)]!];
  return named(name, label ?? { x: (a.x + b.x) / 2 - LABEL_WIDTH / 2, y: (a.y + b.y) / 2 + 2, width: LABEL_WIDTH, height: 0 });
}

/** A name outside its shape begins at the top of its place; flows that pass below it stay readable by its rim. */
function named(name: string | undefined, { x, y, width }: Rect): string {
  if (!name) return '';
  const lines = wrapped(name, Math.max(width, LABEL_WIDTH), NAME_SIZE);
  return textBlock(lines, { x: x + width / 2, y: y + NAME_SIZE }, NAME_SIZE, ' stroke="#fff" stroke-width="3" paint-order="stroke"');
}

/** A name around the middle of its place, as large as it fits in. */
function words(name: string | undefined, { x, y, width, height }: Rect): string {
  if (!name) return '';
  const size = [12, 11, 10].find((each) => wrapped(name, width, each).length * each * LINE_HEIGHT <= height) ?? 9;
  const lines = wrapped(name, width, size);
  return textBlock(lines, { x, y: y - ((lines.length - 1) * size * LINE_HEIGHT) / 2 + size * 0.36 }, size, ' stroke="none"');
}

function textBlock(lines: readonly string[], { x, y }: Point, size: number, look: string): string {
  const rows = lines.map((each, index) => `<tspan x="${x}" y="${round(y + index * size * LINE_HEIGHT)}">${xml(each)}</tspan>`);
  return `<text font-size="${size}" text-anchor="middle" fill="${INK}"${look}>${rows.join(' ')}</text>`;
}

const round = (value: number): number => Math.round(value * 10) / 10;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const xml = (text: string): string => text.replace(/[&<>"']/g, (letter) => ENTITIES[letter]!);
