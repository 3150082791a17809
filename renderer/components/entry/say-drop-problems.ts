import { sayMissing } from '../say.tsx';
import type { DroppedFiles } from './dropped-files.ts';

/** How many of the files that were not taken are told one by one. */
const told = 3;

/** Tells why some of what was dropped is not taken, or that there was nothing to take. */
export function sayDropProblems({ files, problems }: DroppedFiles): void {
  if (problems.length > 0) sayMissing(problems.length > told ? `${problems.slice(0, told).join(' ')} Và ${problems.length - told} tệp nữa.` : problems.join(' '));
  else if (files.length === 0) sayMissing('Không có tệp nào để thêm: thư mục trống, hoặc chỉ có tệp của hệ thống.');
}
