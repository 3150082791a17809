import type { Incoming } from '../../../../shared/contract/incoming.ts';
import { ChoiceNotice } from '../../../components/choice-notice.tsx';
import { namesOfChanges } from './changed-given.ts';
import { formOf } from './entry-form.ts';

interface OvertakenChoiceProps {
  /** The line as the form began with it, and as it stands now. */
  line: Incoming;
  newest: Incoming;
  /** The fields the person has changed, by name. */
  changed: readonly string[];
  onKeep: () => void;
  onTake: () => void;
}

/** Somebody else changed the line meanwhile: says what, and lets the person choose. */
export function OvertakenChoice({ line, newest, changed, onKeep, onTake }: OvertakenChoiceProps) {
  const theirs = namesOfChanges(formOf(line), formOf(newest));
  return (
    <ChoiceNotice
      title="Dòng này vừa được sửa ở nơi khác"
      choices={[
        { label: 'Giữ phần tôi sửa trên bản mới nhất', run: onKeep },
        { label: 'Bỏ phần tôi sửa, xem bản trong sổ', run: onTake },
      ]}
    >
      Nơi khác đã sửa: {theirs.length > 0 ? theirs.join(', ') : 'điều không hiện ở phiếu này'}. Bạn đang sửa: {changed.join(', ')}.
    </ChoiceNotice>
  );
}
