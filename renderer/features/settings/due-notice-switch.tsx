import { Switch } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { LeaveToNotify } from '../../../shared/contract/host.ts';
import { useDueNoticeChoice } from '../../lib/due-notice-choice.ts';
import { host } from '../../lib/host.ts';
import classes from './settings-form.module.css';

/** Why the desktop cannot be told on, as the person can mend it. */
const hindrances: Partial<Record<LeaveToNotify, string>> = {
  refused: 'Chưa bật: trình duyệt đang chặn thông báo của chương trình. Bấm biểu tượng ở đầu ô địa chỉ, cho phép thông báo, rồi bật lại ở đây.',
  unasked: 'Chưa bật: trình duyệt hỏi mà chưa có câu trả lời. Bật lại rồi chọn cho phép.',
  missing: 'Máy này không hiện được thông báo trên màn hình; hạn vẫn hiện ở góc trên cửa sổ.',
};

/** Báo trên màn hình khi đến hạn: of this computer alone, in force at once; turning it on is what asks a browser for its leave. */
export function DueNoticeSwitch() {
  const { on, choose } = useDueNoticeChoice();
  const [leave, setLeave] = useState<LeaveToNotify | null>(null);
  const [asked, setAsked] = useState(false);
  useEffect(() => {
    void host.mayNotify(false).then(setLeave);
  }, []);
  const turn = async (wanted: boolean): Promise<void> => {
    const given = wanted ? await host.mayNotify(true) : null;
    if (given) setLeave(given);
    setAsked(wanted);
    choose(given === 'given');
  };
  // a person who never wanted it is not told what stands in its way
  const hindrance = leave !== null && (on || asked || leave === 'missing') ? hindrances[leave] : undefined;
  return (
    <Switch
      classNames={{ track: classes.track, thumb: classes.thumb }}
      label="Báo trên màn hình khi đến hạn"
      description="Mỗi ngày một lần khi mở chương trình, và một giờ trước giờ phải báo cáo. Chỉ trên máy này, có hiệu lực ngay."
      error={hindrance}
      checked={on && leave === 'given'}
      disabled={leave === 'missing'}
      onChange={(event) => void turn(event.currentTarget.checked)}
    />
  );
}
