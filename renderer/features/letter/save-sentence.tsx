import { refusalProblems, refusalSentence } from '../../lib/refusal-sentence.ts';
import type { SaveState } from './letter-session.ts';
import classes from './save-sentence.module.css';

const two = (n: number): string => String(n).padStart(2, '0');

/** How far the keeping of the draft has come, in words. */
export function SaveSentence({ save, onRetry }: { save: SaveState; onRetry: () => void }) {
  if (save.kind === 'failed') {
    return (
      <span className={classes.failed} role="alert">
        {refusalProblems(save.error).length > 0 ? 'Chưa lưu vào sổ: sửa những chỗ ghi ở trên; chữ đã gõ vẫn được giữ trên máy này.' : `Chưa lưu: ${refusalSentence(save.error)}`}{' '}
        <button type="button" onClick={onRetry}>
          Lưu lại ngay
        </button>
      </span>
    );
  }
  if (save.kind === 'overtaken') return <span className={classes.failed}>Đã ngừng lưu: chọn một bản ở trên</span>;
  const words = { untouched: 'Tự lưu khi soạn', waiting: 'Đang soạn…', saving: 'Đang lưu…', saved: '' };
  return <span>{save.kind === 'saved' ? `Đã lưu ${two(save.at.getHours())}:${two(save.at.getMinutes())}` : words[save.kind]}</span>;
}
