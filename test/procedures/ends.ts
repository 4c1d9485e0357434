/** Where each scripted run of the library ends. */

/** End event of a branch, by the last part of its script's name; `ordinary` is the run beside the drawing. */
const ENDS: Record<string, string> = {
  refusal: 'daTuChoi', refusalAtDesk: 'daTuChoi', notSigned: 'daTuChoi', timeout: 'daTuChoi', secondSupplement: 'daTuChoi',
  councilRefuses: 'daTuChoi', newSchoolRefuses: 'daTuChoi',
  ordinary: 'daTraKetQua', supplement: 'daTraKetQua', noticeNotOver: 'daTraKetQua', exempt: 'duocMien', found: 'daDung',
};
/** The same for procedures inside an agency, which end with something else than a result handed over. */
const ENDS_INSIDE: Record<string, Record<string, string>> = {
  P13: { ordinary: 'daBanHanh', redraft: 'daBanHanh', redraftTwice: 'khongBanHanh', requestRefused: 'khongBanHanh', notIssued: 'khongBanHanh' },
  P14: { ordinary: 'daDong', conforming: 'daDong', programmeRefused: 'chuaDuyet' },
  P15: { ordinary: 'daDong', fromAudit: 'daDong', notEffective: 'daDong', escalated: 'chuyenLanhDao' },
  P16: { ordinary: 'daGiaoViec', moreData: 'daGiaoViec', nextPeriod: 'chuyenKySau', noAction: 'khongCaiTien' },
  P17: { ordinary: 'daThongBao', short: 'daThongBao', headRefuses: 'khongDongY', notEnough: 'khongDongY', leaderRefuses: 'khongDongY' },
  P18: { ordinary: 'daThanhToan', supplement: 'daThanhToan', timeout: 'khongChi', noBudget: 'khongChi', notEligible: 'khongChi', notSigned: 'khongChi' },
};
export const endOf = (file: string, branch: string): string | undefined => (ENDS_INSIDE[file.slice(0, 3)] ?? ENDS)[branch];
