import { ensureBuilt } from './build.mjs';
import { electronServer, fetchElectron } from './electron-binary.mjs';
import { inRoot, projectNode, toolScript } from './project.mjs';
import { run, say, Stop } from './run.mjs';

/** `npm run package`: builds everything and makes the installers of this platform in `release`. */
export async function makePackage(args) {
  if (!(await fetchElectron({ again: true }))) {
    throw new Stop(`Chưa đóng gói được: không tải được Electron từ ${electronServer()} (máy không ra được địa chỉ đó). Mở mạng tới đó, hoặc đặt biến ELECTRON_MIRROR là một máy chủ sao của Electron, rồi chạy lại: npm run package`);
  }
  await ensureBuilt('renderer', { force: true });
  await ensureBuilt('electron', { force: true });
  const { code } = await run(projectNode, [toolScript('electron-builder'), '--config', inRoot('electron-builder.yml'), '--publish', 'never', ...args]);
  if (code !== 0) throw new Stop(`Đóng gói không xong: electron-builder dừng với mã ${code}, lý do ở các dòng trên.`);
  say('Bộ cài nằm trong thư mục release.');
}
