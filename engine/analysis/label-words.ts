/** Words of step labels, folded (see `labels.ts`). Data: an agency may add its own. */

/** [as written, as compared]; several words count before single ones. */
export const synonyms: readonly (readonly [string, string])[] = [
  ['ra soat', 'kiem tra'], ['tham tra', 'kiem tra'], ['xem xet', 'kiem tra'], ['kiem tra lai', 'kiem tra'],
  ['phe duyet', 'duyet'], ['phe chuan', 'duyet'], ['thong qua', 'duyet'],
  ['ky duyet', 'ky'], ['ky ban hanh', 'ky'], ['ky ten', 'ky'],
  ['nhan ho so', 'tiep nhan ho so'], ['thu nhan', 'tiep nhan'],
  ['soan thao', 'soan'], ['du thao', 'soan'], ['lap du thao', 'soan'],
  ['tinh day du', 'thanh phan'], ['tinh hop le', 'thanh phan'], ['giay to', 'ho so'],
  ['giay chung nhan', 'gcn'], ['uy ban nhan dan', 'ubnd'], ['hoi dong nhan dan', 'hdnd'],
  ['giao tra', 'tra'], ['chuyen tra', 'tra'],
  ['verify', 'check'], ['review', 'check'], ['examine', 'check'], ['inspect', 'check'],
  ['authorise', 'approve'], ['authorize', 'approve'], ['endorse', 'approve'],
  ['application', 'dossier'], ['file', 'dossier'],
];

/** Words without meaning of their own in a label. */
export const stopWords: readonly string[] = [
  'theo quy dinh', 'theo tham quyen', 'cua phap luat', 'co tham quyen', 'co lien quan', 'lien quan', 'quy dinh', 'thuc hien', 'tien hanh',
  've viec', 've', 'va', 'cua', 'cac', 'cho', 'viec', 'thu tuc', 'neu co', 'the', 'a', 'an', 'of', 'for', 'and',
];
