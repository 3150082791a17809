import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// letters of Vietnamese lie in the last of the three; the first has most of every text
const alphabets = ['latin', 'vietnamese', 'latin-ext'];

const filesOf = (weight: 400 | 700): Uint8Array[] => alphabets.map((alphabet) => new Uint8Array(readFileSync(fileURLToPath(import.meta.resolve(`@fontsource/tinos/files/tinos-${alphabet}-${weight}-normal.woff`)))));

let read: { regular: Uint8Array[]; bold: Uint8Array[] } | null = null;

/** The type the stamp is set in: Tinos (OFL), of the metrics of Times New Roman. Read once. */
export const stampFonts = (): { regular: Uint8Array[]; bold: Uint8Array[] } => (read ??= { regular: filesOf(400), bold: filesOf(700) });
