/**
 * Removes the dust of binary arithmetic, so that 0.1 + 0.2 is 0.3 and money adds up. FEEL computes with 34 decimal
 * digits (DMN 1.5, 10.3.2.3.1); a double holds 15 to 17. A result that has fewer than 15 digits once rounded to 15
 * was meant to be that number; a longer one, as of 1 / 3, keeps all that the double has.
 */
export function rounded(value: number): number {
  if (Number.isSafeInteger(value) || !Number.isFinite(value)) return value;
  const text = value.toPrecision(15);
  const exponent = text.indexOf('e');
  const mantissa = exponent < 0 ? text : text.slice(0, exponent);
  return mantissa.endsWith('0') ? Number(text) + 0 : value;
}
