import type { PDFDocumentProxy, RenderTask } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'react';

interface PdfPageProps {
  file: Blob;
  page: number;
  /** Width on screen, CSS pixels. */
  width: number;
  onOpened: (pages: number) => void;
}

const passwordNeeded = (error: unknown): boolean => error instanceof Error && error.name === 'PasswordException';

/** One page of a PDF, as wide as it is told. */
export function PdfPage({ file, page, width, onOpened }: PdfPageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  useEffect(() => {
    let left = false;
    let opened: PDFDocumentProxy | null = null;
    const open = async (): Promise<void> => {
      const { openPdf } = await import('./open-pdf.ts');
      opened = await openPdf(await file.arrayBuffer());
      if (left) return void opened.loadingTask.destroy();
      setPdf(opened);
      onOpened(opened.numPages);
    };
    open().catch((error: unknown) => {
      if (!left) setProblem(passwordNeeded(error) ? 'Tệp PDF này có mật khẩu nên không xem được ở đây; tệp vẫn được giữ nguyên cùng dòng sổ.' : 'Không xem được tệp PDF này: có thể tệp hỏng hoặc đã bị dời đi. Mở tệp bằng chương trình khác để kiểm tra trước khi vào sổ.');
    });
    return () => {
      left = true;
      setPdf(null);
      setProblem(null);
      void opened?.loadingTask.destroy();
    };
    // a file is one for its life: `onOpened` only tells
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [file]);

  useEffect(() => {
    let task: RenderTask | null = null;
    let left = false;
    const draw = async (): Promise<void> => {
      if (!pdf || !canvas.current || width <= 0) return;
      const sheet = await pdf.getPage(Math.min(page, pdf.numPages));
      if (left) return;
      const scale = (width / sheet.getViewport({ scale: 1 }).width) * window.devicePixelRatio;
      const viewport = sheet.getViewport({ scale });
      const area = canvas.current;
      area.width = Math.floor(viewport.width);
      area.height = Math.floor(viewport.height);
      area.style.width = `${Math.floor(viewport.width / window.devicePixelRatio)}px`;
      task = sheet.render({ canvas: area, viewport });
      await task.promise;
    };
    draw().catch(() => {
      // given up for a newer drawing, or a damaged page: the next page can still be drawn
    });
    return () => {
      left = true;
      task?.cancel();
    };
  }, [pdf, page, width]);

  return problem ? <p>{problem}</p> : <canvas ref={canvas} role="img" aria-label={`Trang ${page} của tệp`} />;
}
