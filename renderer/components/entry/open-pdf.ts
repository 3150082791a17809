import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy } from 'pdfjs-dist';
import PdfWorker from 'pdfjs-dist/build/pdf.worker.min.mjs?worker';

// no WebAssembly under the content policy: the decoders of scans run as plain script, served beside the window
const own = new URL('pdf/', document.baseURI).href;

/** A PDF opened for drawing; whoever opens it destroys its loading task. */
export async function openPdf(bytes: ArrayBuffer): Promise<PDFDocumentProxy> {
  GlobalWorkerOptions.workerPort ??= new PdfWorker();
  return getDocument({ data: new Uint8Array(bytes), useWasm: false, wasmUrl: own, standardFontDataUrl: `${own}standard_fonts/`, cMapUrl: `${own}cmaps/` }).promise;
}
