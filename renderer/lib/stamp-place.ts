import { z } from 'zod';

/** PL IV mục V: the stamp «ĐẾN», mm. */
export const stampSize = { widthMm: 50, heightMm: 35 } as const;

/** Upright sheets the stamp is printed on, mm. */
export const stampPapers = { A4: { widthMm: 210, heightMm: 297 }, A3: { widthMm: 297, heightMm: 420 }, A5: { widthMm: 148, heightMm: 210 } } as const;
export type StampPaper = keyof typeof stampPapers;

/** Where the top left corner of the stamp lies, mm from the top left corner of the paper. */
export interface StampPlace {
  xMm: number;
  yMm: number;
}

/** Below the name of the office that sent the dispatch, where the decree leaves room for it. */
const usual: StampPlace = { xMm: 30, yMm: 45 };

/** The place nearest to this one where the whole stamp lies on the paper, in whole mm. */
export function withinPaper({ xMm, yMm }: StampPlace, paper: StampPaper): StampPlace {
  const { widthMm, heightMm } = stampPapers[paper];
  const into = (value: number, most: number): number => Math.min(Math.max(0, Math.round(value)), most);
  return { xMm: into(xMm, widthMm - stampSize.widthMm), yMm: into(yMm, heightMm - stampSize.heightMm) };
}

const key = 'stamp-place';
const Kept = z.object({ paper: z.enum(['A4', 'A3', 'A5']), xMm: z.number(), yMm: z.number() });

/** The paper and place of the last time on this computer. */
export function lastStampPlace(): { paper: StampPaper; place: StampPlace } {
  const kept = Kept.safeParse(parsed(localStorage.getItem(key)));
  return kept.success ? { paper: kept.data.paper, place: withinPaper(kept.data, kept.data.paper) } : { paper: 'A4', place: usual };
}

export const rememberStampPlace = (paper: StampPaper, { xMm, yMm }: StampPlace): void => localStorage.setItem(key, JSON.stringify({ paper, xMm, yMm }));

function parsed(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    // what somebody else wrote there
    return null;
  }
}
