/** What the checks that compare procedures say. */
import type { Texts } from './texts.js';

export const library = {
  'O9.message': { vi: 'Thủ tục {one} và {two} gần như trùng nhau ({percent} %)', en: 'Procedures {one} and {two} are nearly the same ({percent} %)' },
  'O9.twoLimits': { vi: 'Thủ tục {one} và {two} gần như trùng nhau ({percent} %) mà thời hạn khác nhau: {first} và {second} giờ', en: 'Procedures {one} and {two} are nearly the same ({percent} %) with different limits: {first} and {second} hours' },
  'O9.suggestion': { vi: 'Dùng một quy trình khung có tham số', en: 'Make it one framework with parameters' },
  'O10.message': { vi: 'Đoạn {count} bước lặp lại nguyên vẹn ở {files} thủ tục: {elements}', en: 'The same {count} steps stand in {files} procedures: {elements}' },
  'O10.suggestion': { vi: 'Tách thành quy trình dùng chung rồi gọi lại', en: 'Make it one process that both call' },
  'O11.message': { vi: 'Người nộp phải nộp {document}, vốn là kết quả của thủ tục {from}', en: 'The applicant has to hand in {document}, which is the result of procedure {from}' },
  'O11.suggestion': { vi: 'Lấy từ kho kết quả của thủ tục {from}', en: 'Read it from the result store of {from}' },
  'O12.message': { vi: 'Các thủ tục cần kết quả của nhau theo vòng tròn: {cycle}', en: 'Procedures need each other’s results in a circle: {cycle}' },
  'O12.suggestion': { vi: 'Bỏ một điều kiện trong vòng, căn cứ văn bản quy định nó', en: 'Drop one of the prerequisites, at the legal basis that asks for it' },
  'O13.message': { vi: 'Hai mô hình khung cùng hiệu lực quy định khác nhau về thủ tục {code}: {frameworks} ({differs})', en: 'Two frameworks in force rule procedure {code} differently: {frameworks} ({differs})' },
  'O13.suggestion': { vi: '{later} ban hành sau; xét từng nội dung xem mô hình trước có trái không', en: '{later} is the later one; judge for each point whether the earlier is contrary to it' },
  'T1.framework': { vi: 'Tổng thời gian các bước là {sum} giờ, vượt thời hạn {limit} giờ của mô hình khung {framework} {over} giờ', en: 'The steps take {sum} hours in total, {over} hours over the limit of {limit} hours of framework {framework}' },
  'T19.message': { vi: 'Quy trình tại đơn vị vượt mô hình khung {framework}: {differs}', en: 'The local procedure goes beyond framework {framework}: {differs}' },
  'T19.suggestion': { vi: 'Sửa theo mô hình khung đang có hiệu lực: {clause}', en: 'Follow the framework in force: {clause}' },
} as const satisfies Texts;
