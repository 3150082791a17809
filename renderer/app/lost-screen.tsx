import { Notice } from '../components/notice.tsx';

/** When a screen could not be drawn: a calm sentence, and the way back. */
export function LostScreen() {
  return (
    <Notice tone="trouble" title="Màn hình này chưa hiện được" action={{ label: 'Mở lại cửa sổ', run: () => location.reload() }}>
      Những gì đã lưu vẫn còn nguyên. Mở lại cửa sổ để làm tiếp.
    </Notice>
  );
}
