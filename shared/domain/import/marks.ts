import { foldVietnamese, oneLine } from '../vietnamese-text.ts';

/** The urgency a cell names: 0 for none, 1 khẩn, 2 thượng khẩn, 3 hỏa tốc; null when it names none of them. */
export function priorityCalled(text: string): number | null {
  const words = foldVietnamese(oneLine(text)).replace(/[^a-z]+/g, ' ').trim();
  if (/^(?:thuong|binh thuong|khong|khong khan)?$/.test(words)) return 0;
  if (/^(?:do )?(?:hoa toc|ht)(?: hen gio)?$/.test(words)) return 3;
  if (/^(?:do )?(?:thuong khan|tk)$/.test(words)) return 2;
  return /^(?:do )?(?:khan|k)$/.test(words) ? 1 : null;
}

/**
 * What a column of degrees of secrecy says: whether the dispatch is one, or that it cannot be told. Offices write the
 * words, their short forms (M, TM, TuM) or the letters of the stamps (A tuyệt mật, B tối mật, C mật).
 */
export function secrecyColumnSays(text: string): 'secret' | 'open' | 'unclear' {
  const words = foldVietnamese(oneLine(text)).replace(/[^a-z0-9]+/g, ' ').trim();
  if (/^(?:|0|thuong|binh thuong|khong|khong mat|khong co|ko|k|x? ?thuong)$/.test(words)) return 'open';
  return /^(?:do )?(?:mat|toi mat|tuyet mat|m|tm|tum|a|b|c)$/.test(words) ? 'secret' : 'unclear';
}

/** The urgency that a note names by a part of its own (`Hủy: trùng; Hỏa tốc`); 0 when it names none. */
export function priorityNoted(note: string): number {
  if (!/kh|t[oôố]/iu.test(note)) return 0;
  const parts = note.split(/[;\n]/).map((part) => foldVietnamese(oneLine(part)));
  return Math.max(0, ...parts.map((part) => ['khan', 'thuong khan', 'hoa toc'].indexOf(part) + 1));
}
