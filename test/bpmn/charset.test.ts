import { decodeXml, encodeXml } from '../../engine/bpmn/charset.js';

const declared = (encoding: string, text: string): string => `<?xml version="1.0" encoding="${encoding}"?>\n<a b="${text}"/>`;
const bytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));

test.each([
  ['UTF-8', 'Đăng ký khai sinh 🙂', 'Đăng ký khai sinh 🙂'], ['UTF-16', 'Thẩm định 🙂', 'Thẩm định 🙂'], ['UTF-16LE', 'Thẩm định', 'Thẩm định'],
  ['ISO-8859-1', 'café', 'café'], ['ISO-8859-1', 'lệ phí', 'l&#7879; phí'], ['US-ASCII', 'thu', 'thu'], ['US-ASCII', 'thú', 'th&#250;'],
  ['windows-1258', 'Đăng ký đất đai, ơn ư ₫', 'Đăng ký đất đai, ơn ư ₫'], ['windows-1258', '漢', '&#28450;'],
])('%s keeps "%s"', (encoding, text, kept) => {
  const decoded = decodeXml(encodeXml(declared(encoding, text)));
  expect(decoded.diagnostics).toEqual([]);
  expect(decoded.xml!.normalize('NFC')).toBe(declared(encoding, kept).normalize('NFC'));
});

test.each(['windows-1258', 'iso-8859-1', 'utf-8', 'utf-16le', 'utf-16be'])('%s is decoded as other programs decode it', (encoding) => {
  const encoded = encodeXml(declared(encoding, 'Thẩm định hồ sơ, café “ngày” – ₫'));
  // By the label iso-8859-1 the platform means windows-1252, which differs in control characters that are not used here.
  expect(decodeXml(encoded).xml).toBe(new TextDecoder(encoding).decode(encoded));
});

test('without a declaration a file is UTF-8, or what its first bytes say', () => {
  expect(decodeXml(new TextEncoder().encode('<a b="đ"/>'))).toMatchObject({ xml: '<a b="đ"/>', encoding: 'utf-8' });
  expect(decodeXml(Uint8Array.of(0xef, 0xbb, 0xbf, 0x3c, 0x61, 0x2f, 0x3e))).toMatchObject({ xml: '<a/>', encoding: 'utf-8' });
  expect(decodeXml(Uint8Array.of(0x3c, 0, 0x61, 0, 0x2f, 0, 0x3e, 0))).toMatchObject({ xml: '<a/>', encoding: 'utf-16le' });
  expect(decodeXml(Uint8Array.of(0xfe, 0xff, 0, 0x3c, 0, 0x61, 0, 0x2f, 0, 0x3e))).toMatchObject({ xml: '<a/>', encoding: 'utf-16be' });
});

test.each([
  ['an encoding that is not read', bytes(declared('EBCDIC-CP-US', 'x')), '"EBCDIC-CP-US" is not read', undefined],
  ['a byte that UTF-8 does not have', bytes(declared('UTF-8', 'caf\xe9')), 'Byte 49 of the file is not UTF-8', 2],
  ['an overlong form', bytes(declared('UTF-8', '\xc0\xaf')), 'is not UTF-8', 2],
  ['a surrogate in UTF-8', bytes(declared('UTF-8', '\xed\xa0\x80')), 'is not UTF-8', 2],
  ['beyond Unicode', bytes(declared('UTF-8', '\xf5\x80\x80\x80')), 'is not UTF-8', 2],
  ['a letter in ASCII', bytes(declared('US-ASCII', '\xe9')), 'is not US-ASCII', 2],
  ['a gap of the code page', bytes(declared('windows-1258', '\x81')), 'is not windows-1258', 2],
  ['UTF-16 that is not', bytes(declared('UTF-16', 'x')), 'its bytes are not', undefined],
  ['half a unit', Uint8Array.of(0xff, 0xfe, 0x3c), 'odd number of bytes', undefined],
])('%s is refused', (_what, given, message, line) => {
  const { xml, diagnostics } = decodeXml(given);
  expect(xml).toBeUndefined();
  expect(diagnostics).toEqual([expect.objectContaining({ code: 'XML-ENCODING', severity: 'error', message: expect.stringContaining(message), ...(line && { line }) })]);
});
