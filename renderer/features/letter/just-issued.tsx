import { Button, Modal } from '@mantine/core';
import { officialDate } from '../../../shared/domain/dates.ts';
import { LetterFileButtons } from '../../components/letter-file-buttons.tsx';
import { sayRefused } from '../../components/say.tsx';
import { host } from '../../lib/host.ts';
import classes from './just-issued.module.css';

export interface JustIssued {
  code: string;
  issuedDate: string;
  notices: readonly string[];
}

interface JustIssuedDialogProps {
  id: number;
  issued: JustIssued;
  appendices: readonly string[];
  onClose: () => void;
}

/** The number just given, large, to be written on the paper; and the files. */
export function JustIssuedDialog({ id, issued, appendices, onClose }: JustIssuedDialogProps) {
  return (
    <Modal opened onClose={onClose} title="Đã cấp số" size={620}>
      <div className={classes.issued}>
        <p className={classes.code}>{issued.code}</p>
        <p className={classes.day}>{officialDate(issued.issuedDate)}</p>
        <p className={classes.note}>Ghi số và ngày này lên bản giấy. Tệp Word và Excel đã điền sẵn và được giữ cùng dòng trong sổ.</p>
        {issued.notices.map((notice) => (
          <p key={notice} className={classes.notice}>
            {notice}
          </p>
        ))}
        <LetterFileButtons id={id} appendices={appendices} onPrint={() => void host.print().catch(sayRefused)} />
        <Button variant="subtle" onClick={onClose} data-autofocus mt="md">
          Xong
        </Button>
      </div>
    </Modal>
  );
}
