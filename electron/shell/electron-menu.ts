import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '../../shared/contract/host.ts';

/** What the menu does by itself; everything else is a command to the window. */
export interface MenuActs {
  send(command: MenuCommand): void;
  openDataFolder(): void;
  about(): void;
  /** For whoever builds the program; absent in the installed one. */
  inspect?: (() => void) | undefined;
}

/** The application menu in Vietnamese. */
export function buildMenu(acts: MenuActs): Menu {
  const command = (id: MenuCommand, label: string, accelerator?: string): MenuItemConstructorOptions => ({ id, label, ...(accelerator ? { accelerator } : {}), click: () => acts.send(id) });
  const line: MenuItemConstructorOptions = { type: 'separator' };
  return Menu.buildFromTemplate([
    {
      label: '&Văn bản',
      submenu: [
        command('new-letter', 'Soạn văn bản mới', 'CmdOrCtrl+N'),
        command('save', 'Lưu', 'CmdOrCtrl+S'),
        command('issue', 'Cấp số…', 'F9'),
        line,
        command('print', 'In…', 'CmdOrCtrl+P'),
        line,
        command('import', 'Nhập sổ cũ…'),
        command('backup', 'Sao lưu và kiểm tra sổ…'),
        { id: 'data-folder', label: 'Mở thư mục dữ liệu', click: () => acts.openDataFolder() },
        line,
        { role: 'quit', label: 'Thoát', accelerator: 'CmdOrCtrl+Q' },
      ],
    },
    {
      label: '&Sửa',
      submenu: [
        { role: 'undo', label: 'Hoàn tác' },
        { role: 'redo', label: 'Làm lại' },
        line,
        { role: 'cut', label: 'Cắt' },
        { role: 'copy', label: 'Chép' },
        { role: 'paste', label: 'Dán' },
        { role: 'selectAll', label: 'Chọn tất cả' },
        line,
        command('find', 'Tìm trong danh sách…', 'CmdOrCtrl+F'),
        command('find-everything', 'Tìm mọi thứ…', 'CmdOrCtrl+Shift+F'),
      ],
    },
    {
      label: '&Xem',
      submenu: [
        command('incoming', 'Văn bản đến'),
        command('outgoing', 'Văn bản đi'),
        command('books', 'Sổ và in ấn'),
        command('settings', 'Cài đặt', 'CmdOrCtrl+,'),
        line,
        command('toggle-theme', 'Đổi nền sáng, tối'),
        { role: 'zoomIn', label: 'Phóng to', accelerator: 'CmdOrCtrl+=' },
        { role: 'zoomOut', label: 'Thu nhỏ' },
        { role: 'resetZoom', label: 'Cỡ thường' },
        { role: 'togglefullscreen', label: 'Toàn màn hình' },
      ],
    },
    {
      label: '&Trợ giúp',
      submenu: [
        command('keys', 'Hướng dẫn, phím tắt của màn hình này', 'F1'),
        command('commands', 'Chạy lệnh theo tên…', 'CmdOrCtrl+K'),
        ...(acts.inspect ? [line, { id: 'inspect', label: 'Công cụ của người phát triển', accelerator: 'CmdOrCtrl+Shift+I', click: acts.inspect }] : []),
        line,
        { id: 'about', label: 'Giới thiệu Sổ Công văn', click: () => acts.about() },
      ],
    },
  ]);
}
