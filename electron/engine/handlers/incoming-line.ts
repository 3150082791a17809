import { numberWithSuffix } from '../../../shared/domain/numbering.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import type { EngineParts } from '../engine-parts.ts';
import { findIncoming, type IncomingLine } from '../storage/incoming-repository.ts';

/** «Số đến 1.247 năm 2026». */
export const nameOfIncoming = ({ arrivalNumber, numberSuffix, year }: Pick<IncomingLine, 'arrivalNumber' | 'numberSuffix' | 'year'>): string => `Số đến ${numberWithSuffix(arrivalNumber, numberSuffix)} năm ${year}`;

/** The line of an id; a refusal when there is none. */
export async function incomingOf({ database }: Pick<EngineParts, 'database'>, id: number): Promise<IncomingLine> {
  const line = await findIncoming(database, id);
  if (!line) throw new Refusal('NOT_FOUND', `Không có văn bản đến mã ${id}.`, { id });
  return line;
}

/** Refuses to go on with a line that was cancelled, or recalled by its sender. */
export function refuseSettled(line: IncomingLine, wanted: string): void {
  if (line.status === 'registered') return;
  const state = line.status === 'cancelled' ? 'đã hủy' : 'đã bị nơi gửi thu hồi';
  throw new Refusal('NOT_ALLOWED', `${nameOfIncoming(line)} ${state} nên không ${wanted} được. Khôi phục trước nếu nhầm.`, { id: line.id, status: line.status });
}
