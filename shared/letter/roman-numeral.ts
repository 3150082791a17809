const values = [[10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I']] as const;

/** `IV` for 4: appendices are counted in Roman numerals (PL I mục III khoản 1 điểm a). */
export function romanNumeral(n: number): string {
  const found = values.find(([value]) => value <= n);
  return found ? found[1] + romanNumeral(n - found[0]) : '';
}
