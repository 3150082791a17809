import type { PageGeometry } from './layout-model.ts';
import { pageMeasures, typeRules } from './page-rules.ts';

/** The sheet of the decree, upright or lying (PL I mục I khoản 1 đến 3, 7). */
export function pageGeometry(landscape = false): PageGeometry {
  const [short, long] = [pageMeasures.paperWidth.usual, pageMeasures.paperHeight.usual];
  return {
    widthMm: landscape ? long : short,
    heightMm: landscape ? short : long,
    topMm: pageMeasures.top.usual,
    bottomMm: pageMeasures.bottom.usual,
    leftMm: pageMeasures.left.usual,
    rightMm: pageMeasures.right.usual,
    headerMm: pageMeasures.header.usual,
    footerMm: pageMeasures.footer.usual,
    pageNumberPt: typeRules.pageNumber.usualPt,
  };
}

/** Width of the text area. */
export const textWidthOf = (page: PageGeometry): number => page.widthMm - page.leftMm - page.rightMm;
