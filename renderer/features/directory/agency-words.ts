import type { Agency, AgencyKind } from '../../../shared/contract/agencies.ts';
import { shortDate } from '../../../shared/domain/dates.ts';

export const kindWords: Record<AgencyKind, string> = {
  superior: 'Cấp trên, Trung ương',
  party: 'Cơ quan Đảng',
  department: 'Sở, ban, ngành',
  district: 'Cấp huyện',
  committee: 'Ủy ban, ban chỉ đạo',
  commune: 'Xã, phường, đặc khu',
  mass: 'Mặt trận, đoàn thể',
  press: 'Báo chí',
  enterprise: 'Doanh nghiệp, hiệp hội',
  unit: 'Đơn vị khác',
};

/** How long it stood: `từ 01/07/2025`, `đến 30/06/2025`; empty while nothing is known and it stands. */
export function validityWords({ validFrom, validTo }: Pick<Agency, 'validFrom' | 'validTo'>): string {
  return [validFrom ? `từ ${shortDate(validFrom)}` : '', validTo ? `đến ${shortDate(validTo)}` : ''].filter(Boolean).join(' ');
}
