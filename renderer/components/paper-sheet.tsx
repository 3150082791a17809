import { memo, useMemo } from 'react';
import type { PaperPage, PaperPiece } from '../../shared/letter/paper-page.ts';
import classes from './paper-sheet.module.css';

const mmPerPt = 25.4 / 72;

interface PaperSheetProps {
  page: PaperPage;
  name: string;
  /** Whether what comes from this source is being worked on. */
  marks: (source: string) => boolean;
}

/** One sheet of paper drawn as it prints, in mm; lines carry their source for jumping to the form. */
export const PaperSheet = memo(function PaperSheet({ page, name, marks }: PaperSheetProps) {
  const drawn = useMemo(() => <Drawing page={page} />, [page]);
  return (
    <svg className={classes.sheet} viewBox={`0 0 ${page.widthMm} ${page.heightMm}`} role="img" aria-label={name} data-page data-lying={page.widthMm > page.heightMm} style={{ aspectRatio: `${page.widthMm} / ${page.heightMm}` }}>
      <Marks page={page} marks={marks} />
      {drawn}
    </svg>
  );
});

/** A soft ground under what the focused field prints. */
function Marks({ page, marks }: { page: PaperPage; marks: (source: string) => boolean }) {
  const lines = page.lines.filter((line) => line.source !== 'page' && line.widthMm > 0.1 && marks(line.source));
  return (
    <g className={classes.marks} aria-hidden>
      {lines.map((line, index) => (
        <rect key={index} x={line.xMm - 1} y={line.topMm} width={line.widthMm + 2} height={line.heightMm} />
      ))}
    </g>
  );
}

function Drawing({ page }: { page: PaperPage }) {
  return (
    <g>
      {page.boxes.map((box, index) => (
        <rect key={`b${index}`} x={box.xMm} y={box.yMm} width={box.widthMm} height={box.heightMm} fill="none" stroke={`#${box.color}`} strokeWidth={box.thicknessPt * mmPerPt} data-source={box.source} />
      ))}
      {page.rules.map((rule, index) => (
        <line key={`r${index}`} x1={rule.xMm} x2={rule.xMm + rule.widthMm} y1={rule.yMm} y2={rule.yMm} stroke={`#${rule.color}`} strokeWidth={rule.thicknessPt * mmPerPt} />
      ))}
      {page.lines.map((line, index) => (
        <g key={`l${index}`} data-source={line.source}>
          <rect x={line.xMm} y={line.topMm} width={Math.max(0, line.widthMm)} height={line.heightMm} fill="transparent" />
          {line.pieces.map((piece, at) => (
            <Piece key={at} piece={piece} baselineMm={line.baselineMm} wordSpaceMm={line.wordSpaceMm} />
          ))}
        </g>
      ))}
    </g>
  );
}

function Piece({ piece, baselineMm, wordSpaceMm }: { piece: PaperPiece; baselineMm: number; wordSpaceMm: number }) {
  return (
    <text
      x={piece.xMm}
      y={baselineMm}
      fontSize={piece.sizePt * mmPerPt}
      fontWeight={piece.bold ? 700 : 400}
      fontStyle={piece.italic ? 'italic' : 'normal'}
      fill={`#${piece.color}`}
      wordSpacing={wordSpaceMm === 0 ? undefined : wordSpaceMm}
    >
      {piece.text}
    </text>
  );
}
