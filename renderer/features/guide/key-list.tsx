import type { Command } from '../../lib/commands.ts';
import { letterKeys } from '../../lib/letter-keys.ts';
import classes from './key-list.module.css';

const everywhere: readonly [string, string][] = [
  ['Ctrl+K', 'Tìm và chạy một lệnh theo tên'],
  ['F1', 'Mở hướng dẫn ở chương của màn hình này'],
  ['Tab', 'Sang ô kế tiếp; Shift+Tab lùi lại'],
  ['Esc', 'Đóng hộp hoặc ngăn đang mở'],
];

/** The keys of a screen; of two commands with one key the first is told. */
export function KeyList({ commands }: { commands: readonly Command[] }) {
  const rows: (readonly [string, string])[] = [...commands.filter((command) => command.shortcut).map((command) => [command.shortcut ?? '', command.label] as const), ...everywhere];
  const unique = rows.filter(([key], index) => rows.findIndex(([other]) => other === key) === index);
  return (
    <>
      <dl className={classes.keys}>
        {unique.map(([key, label]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
      <h3 className={classes.head}>Phím chữ cái: mỗi chữ một nghĩa ở mọi màn hình</h3>
      <dl className={classes.keys} aria-label="Phím chữ cái">
        {Object.values(letterKeys).map(({ key, meaning }) => (
          <div key={key} data-here={unique.some(([here]) => here === key) || undefined}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
