import type { HostFile } from '../../shared/contract/host.ts';
import { engine } from './engine.ts';

const asHostFile = async (file: File): Promise<HostFile> => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });

/** The letter with its appendices as a Word file. */
export const wordFileOf = async (id: number): Promise<HostFile> => asHostFile(await engine.letter.docx({ id }));

/** One appendix as an Excel file; appendices count from 1. */
export const excelFileOf = async (id: number, appendix: number): Promise<HostFile> => asHostFile(await engine.appendix.xlsx({ id, appendix }));
