import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { stampPapers, stampSize, withinPaper, type StampPaper, type StampPlace } from '../lib/stamp-place.ts';
import classes from './stamp-paper.module.css';

interface StampPaperPictureProps {
  paper: StampPaper;
  place: StampPlace;
  onPlace: (place: StampPlace) => void;
}

/** A small picture of the paper; the stamp is put on it by dragging or with the arrow keys (1 mm, with Shift 10 mm). */
export function StampPaperPicture({ paper, place, onPlace }: StampPaperPictureProps) {
  const picture = useRef<SVGSVGElement>(null);
  const grip = useRef<StampPlace | null>(null);
  const { widthMm, heightMm } = stampPapers[paper];

  const pointMm = (event: PointerEvent): StampPlace => {
    const box = picture.current?.getBoundingClientRect();
    if (!box) return place;
    const mmPerPx = widthMm / box.width;
    return { xMm: (event.clientX - box.left) * mmPerPx, yMm: (event.clientY - box.top) * mmPerPx };
  };
  const onPointerMove = (event: PointerEvent): void => {
    if (!grip.current) return;
    const at = pointMm(event);
    onPlace(withinPaper({ xMm: at.xMm - grip.current.xMm, yMm: at.yMm - grip.current.yMm }, paper));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.shiftKey ? 10 : 1;
    const moves: Record<string, StampPlace> = { ArrowLeft: { xMm: -step, yMm: 0 }, ArrowRight: { xMm: step, yMm: 0 }, ArrowUp: { xMm: 0, yMm: -step }, ArrowDown: { xMm: 0, yMm: step } };
    const by = moves[event.key];
    if (!by || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    onPlace(withinPaper({ xMm: place.xMm + by.xMm, yMm: place.yMm + by.yMm }, paper));
  };
  return (
    <svg ref={picture} className={classes.paper} viewBox={`0 0 ${widthMm} ${heightMm}`} style={{ aspectRatio: `${widthMm} / ${heightMm}` }} onPointerMove={onPointerMove} onPointerUp={() => (grip.current = null)}>
      <g className={classes.print} aria-hidden>
        <rect x={widthMm * 0.14} y={20} width={widthMm * 0.3} height={3} />
        <rect x={widthMm * 0.2} y={26} width={widthMm * 0.18} height={3} />
        <rect x={widthMm * 0.52} y={20} width={widthMm * 0.38} height={3} />
        <rect x={widthMm * 0.58} y={26} width={widthMm * 0.26} height={3} />
        {Array.from({ length: Math.floor((heightMm - 120) / 9) }, (_, line) => (
          <rect key={line} x={widthMm * 0.14} y={95 + line * 9} width={widthMm * (line % 4 === 3 ? 0.5 : 0.78)} height={2} />
        ))}
      </g>
      <g
        className={classes.stamp}
        role="group"
        tabIndex={0}
        aria-label={`Dấu ĐẾN, cách mép trái ${place.xMm} mm, mép trên ${place.yMm} mm; phím mũi tên để chuyển`}
        transform={`translate(${place.xMm} ${place.yMm})`}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => {
          const at = pointMm(event);
          grip.current = { xMm: at.xMm - place.xMm, yMm: at.yMm - place.yMm };
          event.currentTarget.ownerSVGElement?.setPointerCapture(event.pointerId);
        }}
      >
        <rect width={stampSize.widthMm} height={stampSize.heightMm} />
        <line x1={0} x2={stampSize.widthMm} y1={8} y2={8} />
        <line x1={0} x2={stampSize.widthMm} y1={22} y2={22} />
        <line x1={18} x2={18} y1={8} y2={22} />
        <text x={9} y={17.5} textAnchor="middle">
          ĐẾN
        </text>
      </g>
    </svg>
  );
}
