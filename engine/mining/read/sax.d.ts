/** The few calls of the package sax that the reader uses. */
declare module 'sax' {
  export interface Tag { name: string; attributes: Record<string, string> }
  export interface SAXParser {
    line: number;
    onopentag: (tag: Tag) => void;
    onclosetag: (name: string) => void;
    ontext: (text: string) => void;
    onerror: (error: Error) => void;
    write(text: string): SAXParser;
    close(): SAXParser;
  }
  export function parser(strict: boolean, options?: { trim?: boolean; position?: boolean }): SAXParser;
}
