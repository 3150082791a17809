import { sayDone } from '../components/say.tsx';
import { host } from './host.ts';

/** Asks where a file is to go and says where it went. */
export async function saveOut(file: File): Promise<void> {
  const path = await host.saveFile({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
  if (path === null) return;
  if (host.kind === 'electron') sayDone(`Đã lưu ${file.name}.`, { label: 'Mở thư mục', run: () => void host.showInFolder(path) });
  else sayDone(`Đã tải ${file.name} về thư mục tải xuống.`);
}

/** Opens a file of somebody else's making in its own program: it is marked as foreign. */
export const openOut = async (file: File): Promise<void> => host.openFile({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });

/** Opens a file that this program has just made. */
export const openOwn = async (file: File): Promise<void> => host.openFile({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()), ours: true });
