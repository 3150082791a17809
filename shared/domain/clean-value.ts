import { cleanText } from './vietnamese-text.ts';

/** A value with every text in it cleaned, and how many characters that no document can hold were left out. */
export function cleanValue<Value>(value: Value): { value: Value; removed: number } {
  const counted = { removed: 0 };
  return { value: clean(value, counted) as Value, removed: counted.removed };
}

function clean(value: unknown, counted: { removed: number }): unknown {
  if (typeof value === 'string') {
    const cleaned = cleanText(value);
    counted.removed += cleaned.removed;
    return cleaned.text;
  }
  if (Array.isArray(value)) return value.map((item) => clean(item, counted));
  if (value !== null && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, clean(item, counted)]));
  return value;
}

/** The sentence that says what was left out of a field. */
export const removedNotice = (removed: number, field: string): string => `Đã bỏ ${removed} ký tự không in được trong ${field}.`;
