/** Pictures of published drawings for pages without scripts; a version never changes, so that its drawing is read once. */
import { pictureOf } from '../engine/bpmn/picture.js';
import { svgOf, type SvgOptions } from '../engine/layout/svg.js';
import type { Picture } from '../engine/layout/types.js';

const MOST_KEPT = 100;

export class Drawings {
  private readonly kept = new Map<string, Picture | undefined>();

  constructor(private readonly xmlOf: (procedureId: string, version: number) => Promise<string | undefined>) {}

  /** SVG text; undefined when the file has no picture, or there is no such version. */
  async svg(procedureId: string, version: number, options: SvgOptions): Promise<string | undefined> {
    const picture = await this.picture(procedureId, version);
    return picture && svgOf(picture, options);
  }

  /** Of a drawing that may still change: not kept. */
  async draft(xml: string, options: SvgOptions): Promise<string | undefined> {
    const picture = await pictureOf(xml);
    return picture && svgOf(picture, options);
  }

  private async picture(procedureId: string, version: number): Promise<Picture | undefined> {
    const key = `${procedureId}@${version}`;
    if (this.kept.has(key)) return this.kept.get(key);
    const xml = await this.xmlOf(procedureId, version);
    const picture = xml === undefined ? undefined : await pictureOf(xml);
    this.kept.set(key, picture);
    const oldest = this.kept.keys().next();
    if (this.kept.size > MOST_KEPT && !oldest.done) this.kept.delete(oldest.value);
    return picture;
  }
}
