import type { Outgoing } from '../../../shared/contract/outgoing.ts';
import { instantInWords, localInstant } from '../../../shared/domain/dates.ts';
import { Screen } from '../../components/screen.tsx';
import classes from './aside-choice.module.css';
import { ChoiceNotice } from '../../components/choice-notice.tsx';
import type { LetterAside } from './letter-aside.ts';

interface AsideChoiceProps {
  /** The letter in the book; null when the text put aside has no line. */
  stored: Outgoing | null;
  aside: LetterAside;
  onTake: () => void;
  onDrop: () => void;
}

const begins = (text: string): string => (text.length > 120 ? `${text.slice(0, 120)}…` : text);

/** What was typed and never reached the book, shown beside what the book holds; nothing is replaced unasked. */
export function AsideChoice({ stored, aside, onTake, onDrop }: AsideChoiceProps) {
  const { subject, body } = aside.letter;
  const about = begins(subject.trim() || body.trim() || 'chưa có trích yếu');
  const typed = `gõ trên máy này lúc ${instantInWords(localInstant(new Date(aside.at)))}`;
  const kinds = {
    new: { title: 'Còn một bản gõ dở chưa thấy trong sổ', take: 'Soạn tiếp bản ấy', drop: 'Bỏ bản ấy, soạn văn bản mới' },
    draft: { title: 'Dự thảo này có hai bản', take: 'Lấy bản gõ trên máy này', drop: 'Giữ bản trong sổ' },
    final: { title: 'Còn phần gõ chưa vào sổ của văn bản này', take: 'Giữ thành dự thảo mới', drop: 'Bỏ phần ấy, xem văn bản' },
  };
  const kind = kinds[stored === null ? 'new' : stored.status === 'draft' ? 'draft' : 'final'];
  return (
    <Screen title="Soạn thảo">
      <div className={classes.middle}>
        <ChoiceNotice
          title={kind.title}
          choices={[
            { label: kind.take, run: onTake },
            { label: kind.drop, run: onDrop },
          ]}
        >
          {stored === null
            ? `«${about}», ${typed}. Nếu văn bản ấy đã có ở mục Dự thảo thì bỏ bản này.`
            : stored.status === 'draft'
              ? `Bản trong sổ: «${begins(stored.subject || 'chưa có trích yếu')}», sửa lúc ${instantInWords(stored.updatedAt)}. Bản chưa vào sổ: «${about}», ${typed}, trước khi bản trong sổ đổi.`
              : `«${about}», ${typed}. Văn bản trong sổ không còn là dự thảo nên không nhận thêm chữ.`}
        </ChoiceNotice>
      </div>
    </Screen>
  );
}
