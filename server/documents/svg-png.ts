/** A drawing as dots, for files that know no lines: with the fonts that come with the program, so that it looks alike everywhere. */
import { Resvg } from '@resvg/resvg-js';
import { FONT_FILES } from '../forms/pdf.js';

/** `width` in dots; the height follows. */
export function pngOf(svg: string, width: number): Buffer {
  return Buffer.from(new Resvg(svg, { fitTo: { mode: 'width', value: width }, background: '#ffffff', font: { fontFiles: [...FONT_FILES], loadSystemFonts: false, defaultFontFamily: 'Roboto' } }).render().asPng());
}
