import { SegmentedControl } from '@mantine/core';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { PaperPage } from '../../shared/letter/paper-page.ts';
import classes from './paper-preview.module.css';
import { PaperSheet } from './paper-sheet.tsx';

interface PaperPreviewProps {
  pages: readonly PaperPage[];
  /** The source being worked on in the form. */
  focused?: string | null | undefined;
  isOf?: ((source: string, focused: string) => boolean) | undefined;
  onPick?: ((source: string) => void) | undefined;
}

const never = (): boolean => false;
const nameOf = (page: PaperPage): string => (page.section.kind === 'letter' ? `Trang ${page.pageNumber}` : `Phụ lục ${page.section.ordinal}, trang ${page.pageNumber}`);

/** The pages as they will print, in step with the form: a click goes to the field, the field shows its place. */
export function PaperPreview({ pages, focused, isOf, onPick }: PaperPreviewProps) {
  const [zoom, setZoom] = useState('fit');
  const desk = useRef<HTMLDivElement>(null);
  const marks = useCallback((source: string): boolean => focused != null && (isOf?.(source, focused) ?? false), [focused, isOf]);

  useEffect(() => {
    if (focused == null || !isOf || !desk.current) return;
    const lines = [...desk.current.querySelectorAll<SVGElement>('g[data-source]')];
    const place = lines.find((line) => line.dataset.source === focused) ?? lines.find((line) => isOf(line.dataset.source ?? '', focused));
    const pane = desk.current.getBoundingClientRect();
    const box = place?.getBoundingClientRect();
    // move the paper only when the place is out of sight
    if (box && (box.top < pane.top + 8 || box.bottom > pane.bottom - 8)) desk.current.scrollBy({ top: box.top - pane.top - pane.height / 3 });
  }, [focused, isOf, pages]);

  return (
    <section className={classes.preview} aria-label="Trang giấy">
      <div className={classes.bar}>
        <span>
          {pages.length} trang{pages.some((page) => page.section.kind === 'appendix') ? ', kể cả phụ lục' : ''}
        </span>
        <SegmentedControl
          size="xs"
          aria-label="Độ phóng"
          data={[
            { value: 'fit', label: 'Vừa khung' },
            { value: 'real', label: '100 %' },
          ]}
          value={zoom}
          onChange={setZoom}
        />
      </div>
      {/* the pane scrolls, so the keyboard must reach it */}
      <div
        ref={desk}
        className={classes.desk}
        data-zoom={zoom}
        tabIndex={0}
        role="group"
        aria-label="Các trang, cuộn bằng phím mũi tên"
        onClick={(event) => {
          const source = (event.target as Element).closest<SVGElement>('[data-source]')?.dataset.source;
          if (source) onPick?.(source);
        }}
      >
        <div className={classes.sheets}>
          {pages.map((page, index) => (
            <PaperSheet key={index} page={page} name={nameOf(page)} marks={focused == null ? never : marks} />
          ))}
        </div>
      </div>
    </section>
  );
}
