import { useState } from 'react';
import type { Incoming } from '../../../shared/contract/incoming.ts';
import { FindOutgoing, type NamedOutgoing } from '../../components/find-outgoing.tsx';
import { ChangeDialog } from './change-dialog.tsx';

/** Văn bản trả lời: the outgoing dispatch that answers this one. */
export function ReplyDialog({ line, onClose }: { line: Incoming; onClose: () => void }) {
  const [reply, setReply] = useState<NamedOutgoing | null>(line.reply);
  const set = reply === null ? (line.replyId === null ? null : { replyId: null }) : { replyId: reply.id };
  return (
    <ChangeDialog ids={[line.id]} title={() => 'Văn bản trả lời'} button={reply === null && line.replyId !== null ? 'Bỏ liên kết' : 'Liên kết'} set={set} done={() => (reply ? `Đã ghi ${reply.code ?? 'văn bản'} là văn bản trả lời` : 'Đã bỏ liên kết văn bản trả lời')} onClose={onClose} onDone={() => undefined}>
      <FindOutgoing label="Văn bản đi trả lời văn bản này" value={reply} onChange={setReply} />
    </ChangeDialog>
  );
}
