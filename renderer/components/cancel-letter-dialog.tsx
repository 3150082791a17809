import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Outgoing } from '../../shared/contract/outgoing.ts';
import { registerChanged } from '../lib/after-change.ts';
import { engine } from '../lib/engine.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import { sayDone, sayRefused } from './say.tsx';

interface CancelLetterDialogProps {
  letter: Pick<Outgoing, 'id' | 'code' | 'subject' | 'amends'>;
  opened: boolean;
  onClose: () => void;
}

/** What other lines lose when this one is cancelled; null when none leans on it. */
function leaningSentence(amends: Outgoing['amends']): string | null {
  if (amends.length === 0) return null;
  const named = (status: Outgoing['amends'][number]['status'], words: string): string[] => {
    const codes = amends.filter((each) => each.status === status).map(({ code }) => code ?? 'một dự thảo');
    return codes.length === 0 ? [] : [`${words} ${codes.slice(0, 5).join(', ')}${codes.length > 5 ? ` và ${codes.length - 5} văn bản nữa` : ''}`];
  };
  return `Văn bản này đang ${[...named('replaced', 'thay thế số'), ...named('corrected', 'đính chính số')].join(', ')}. Hủy rồi thì các dòng ấy vẫn dẫn tới số đã hủy: mở từng dòng, chọn «Trả về Đã cấp số» hoặc ghi văn bản khác.`;
}

/** Hủy số: asks for the reason, says what stays, and offers the way back afterwards. */
export function CancelLetterDialog({ letter, opened, onClose }: CancelLetterDialogProps) {
  const queries = useQueryClient();
  const { id, code } = letter;
  const name = code ? `số ${code}` : `dự thảo «${letter.subject || 'chưa có trích yếu'}»`;
  // what it means for the reports still owed is known before anything is typed; once cancelled it is not asked again, so it stands apart from what the book shows
  const foreseen = useQuery({ queryKey: ['cancel-preview', id], queryFn: ({ signal }) => engine.outgoing.cancel({ id, preview: true }, { signal }), enabled: opened && code !== null, gcTime: 0, staleTime: 0, retry: false });
  const warnings = [leaningSentence(letter.amends), ...(foreseen.data?.notices ?? [])].filter((sentence) => sentence !== null);
  const restore = async (): Promise<void> => {
    const { notices = [] } = await engine.outgoing.restore({ id });
    await registerChanged(queries);
    sayDone([`Đã lấy lại ${name}.`, ...notices].join(' '));
  };
  const cancel = async (reason: string): Promise<void> => {
    const { notices = [] } = await engine.outgoing.cancel({ id, reason });
    await registerChanged(queries);
    sayDone([`Đã hủy ${name}.`, ...notices].join(' '), { label: 'Hoàn tác', run: () => void restore().catch(sayRefused) });
  };
  return (
    <ReasonDialog
      opened={opened}
      onClose={onClose}
      title={code ? `Hủy số ${code}` : 'Hủy dự thảo'}
      told={code ? 'Số này không cấp lại cho văn bản khác; dòng trong sổ vẫn còn, ghi người hủy, lúc hủy và lý do.' : 'Dự thảo rời khỏi bàn soạn thảo nhưng vẫn còn ở mục Đã hủy, lấy lại được.'}
      warning={warnings.length === 0 ? null : warnings.join(' ')}
      label="Lý do hủy"
      button={code ? 'Hủy số' : 'Hủy dự thảo'}
      stay="Giữ lại"
      act={cancel}
    />
  );
}
