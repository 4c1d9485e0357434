/**
 * The outside systems of the sample procedures, played: national databases, registers, staff and accounting software.
 * They answer by rule from what they are asked, so that the same call always has the same answer.
 */
import { createHash } from 'node:crypto';
import type { Service } from '../workflows/activities/index.js';

const digits = (key: string, count: number): string => (BigInt(`0x${createHash('sha256').update(key).digest('hex')}`) % 10n ** BigInt(count)).toString().padStart(count, '0');

export const sampleServices: Readonly<Record<string, Service>> = {
  /** A personal identification number for a newborn: twelve digits. */
  'urn:dossierflow:service:capSoDinhDanh': ({ key }) => Promise.resolve({ soDinhDanhCaNhan: digits(key, 12) }),
  /** Whether the name of a household business is taken, and its tax number. */
  'urn:dossierflow:service:traCuuHoKinhDoanh': ({ key }) => Promise.resolve({ tenBiTrung: false, maSoThue: digits(key, 10) }),
  /** What the population database knows of the person who asks: nothing has to be stated again. */
  'urn:dossierflow:service:traCuuDanCu': ({ key }) => Promise.resolve({ soDinhDanhXacThuc: digits(key, 12) }),
  /** Violations and health of a driver; one in ten has something to settle first. */
  'urn:dossierflow:service:traCuuNguoiLaiXe': ({ key }) => Promise.resolve({ dangBiXuLyViPham: digits(key, 1) === '0', duSucKhoe: true }),
  /** Whether somebody draws a pension already; one in ten does. */
  'urn:dossierflow:service:traCuuBaoHiemXaHoi': ({ key }) => Promise.resolve({ dangHuongLuongHuu: digits(key, 1) === '0', cuTruTaiPhuong: true }),
  /** The entry in the electronic civil register. */
  'urn:dossierflow:service:traCuuHoTich': ({ key }) => Promise.resolve({ soDangKyHoTich: digits(key, 4) }),
  /** Place of an electronic result in the store that citizens and agencies read. */
  'urn:dossierflow:service:luuKhoKetQua': ({ key }) => Promise.resolve({ maLuuKho: `KDL-${digits(key, 8)}` }),
  /** Days of leave left this year, and whether they cover what is asked. */
  'urn:dossierflow:service:kiemTraNgayPhep': ({ key, data }) => {
    const left = Number(digits(key, 2)) % 13;
    return Promise.resolve({ soNgayPhepConLai: left, duNgayPhep: left >= Number(data['soNgayNghi'] ?? 0) });
  },
  /** Money left in the budget, in dong, and whether it covers what is asked. */
  'urn:dossierflow:service:kiemTraDuToan': ({ key, data }) => {
    const left = 50_000_000 + Number(digits(key, 2)) * 1_000_000;
    return Promise.resolve({ duToanConLai: left, conDuToan: left >= Number(data['soTienDeNghi'] ?? 0) });
  },
  /** Number of a bought thing in the register of public assets. */
  'urn:dossierflow:service:ghiTaiSan': ({ key }) => Promise.resolve({ maTaiSan: `TS-${digits(key, 6)}` }),
};
