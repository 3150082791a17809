import { Spotlight, type SpotlightActionData } from '@mantine/spotlight';
import type { Command } from '../lib/commands.ts';
import { matchRank } from '../../shared/domain/name-matching.ts';

interface CommandPaletteProps {
  commands: readonly Command[];
  onRun: (id: string) => void;
  /** Opens the guide at the chapter of the screen, or at what is new. */
  onGuide: (news: boolean) => void;
}

/** Any command by name (Ctrl+K), found without tones and by initials. */
export function CommandPalette({ commands, onRun, onGuide }: CommandPaletteProps) {
  const actions: SpotlightActionData[] = [
    ...commands.map(({ id, label, shortcut }) => ({ id, label, rightSection: shortcut ? <kbd>{shortcut}</kbd> : null, onClick: () => onRun(id) })),
    { id: 'keys', label: 'Xem hướng dẫn và các phím của màn hình này', rightSection: <kbd>F1</kbd>, onClick: () => onGuide(false) },
    { id: 'news', label: 'Có gì mới trong bản này', onClick: () => onGuide(true) },
  ];
  return (
    <Spotlight
      actions={actions}
      shortcut="mod + K"
      // in every field: no field has a use of its own for Ctrl+K
      tagsToIgnore={[]}
      triggerOnContentEditable
      lockScroll={false}
      attributes={{ content: { 'aria-label': 'Tìm lệnh theo tên', 'data-passing': true } }}
      nothingFound="Không có lệnh nào như vậy"
      searchProps={{ placeholder: 'Tên lệnh, ví dụ: cap so', 'aria-label': 'Tên lệnh' }}
      transitionProps={{ duration: 0 }}
      overlayProps={{ blur: 0, backgroundOpacity: 0.35 }}
      scrollable
      maxHeight={400}
      // the keyboard reaches what lies below the edge
      scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}
      filter={(query, all) => {
        const list = all.filter((action): action is SpotlightActionData => !('actions' in action));
        if (query.trim() === '') return list;
        return list
          .map((action) => ({ action, rank: matchRank(action.label ?? '', query) }))
          .filter(({ rank }) => rank > 0)
          .sort((a, b) => b.rank - a.rank)
          .map(({ action }) => action);
      }}
    />
  );
}
