import { isJuel, translateJuel } from '../../engine/bpmn/juel.js';

test.each([
  ["${status == 'ok' && amount > 3}", 'status = "ok" and amount > 3'], ['#{approved}', 'approved'], ['${!approved}', 'not(approved)'],
  ['${!(a || b) && !c.d}', 'not(( a or b )) and not(c.d)'], ['${!!a}', 'not(not(a))'], ['${a ne null and b le 2.5}', 'a != null and b <= 2.5'],
  ['${not done}', 'not(done)'], ["${name == 'say \"hi\"'}", 'name = "say \\"hi\\""'], ['${a + b * 2 >= c div 4}', 'a + b * 2 >= c / 4'], ['${true}', 'true'],
])('%s', (juel, feel) => {
  expect(isJuel(juel)).toBe(true);
  expect(translateJuel(juel)).toBe(feel);
});

test.each(['${bean.method(x)}', '${a ? b : c}', '${empty list}', '${list[0]}', '${}', '${a mod 2}', '${!}', 'plain', '${a}${b}'])('%s is left alone', (juel) => {
  expect(translateJuel(juel)).toBeUndefined();
});
