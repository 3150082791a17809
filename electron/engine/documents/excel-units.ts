/** The type of every sheet. */
export const times = 'Times New Roman';

export const inches = (mm: number): number => mm / 25.4;

/**
 * Excel counts widths in figures of the workbook's own font: 7 pixels each in Times 11 at 96 dots an inch. Other programs
 * do not round the figure's width; a little less keeps the sheet one page wide without being shrunk.
 */
const narrower = 0.95;
export const columnWidth = (mm: number): number => Math.max(1, ((inches(mm) * 96) / 7) * narrower);

/** The width left for text in a column that was given so many millimetres, in its own type's measure. */
export const textMm = (mm: number): number => mm * narrower - 1.4;

/** Excel reads `_x0041_` inside a text as an escape: the underscore is escaped itself. */
export const asText = (text: string): string => text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');

/** Text that would become a formula when somebody edits its cell. */
export const looksLikeFormula = (text: string): boolean => /^[=+\-@]/.test(text);

/** The highest row Excel takes, pt. */
export const highestRowPt = 409;

/** Excel sets lines of Times a little wider apart than Word does. */
export const excelLine = 1.12;
