import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { ConfirmDialog } from '../components/confirm-dialog.tsx';
import { runLong } from '../components/run-long.tsx';
import { sayDone, sayRefused } from '../components/say.tsx';
import { useCommands } from '../lib/commands.ts';
import { engine, engineQueries } from '../lib/engine.ts';
import { ownBookBegun } from '../lib/own-book-begun.ts';
import classes from './demonstration-banner.module.css';

type Way = 'own' | 'anew';

/** Over every screen of the demonstration office: that it is one, and the way out of it. */
export function DemonstrationBanner() {
  const demonstration = useQuery(engineQueries.settings.get.queryOptions()).data?.demonstration === true;
  return demonstration ? <Banner /> : null;
}

function Banner() {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [asked, setAsked] = useState<Way | null>(null);
  const leave = useMutation({
    mutationFn: async (way: Way) => {
      // a letter on the desk is kept in the sample before the sample is put aside
      await navigate('/ban-lam-viec');
      const left = await runLong('Đang cất văn phòng mẫu', (job) => engine.demo.leave({ job }), 'Đã dừng; văn phòng mẫu vẫn nguyên.');
      if (left && way === 'anew') await engine.demo.load();
      return { left, way };
    },
    onSuccess: async ({ left, way }) => {
      if (!left) return;
      if (way === 'own') ownBookBegun.set();
      await queries.resetQueries();
      sayDone(way === 'own' ? left.notices.join(' ') : ['Đã nạp lại văn phòng mẫu.', ...left.notices].join(' '));
    },
    onError: async (error) => {
      sayRefused(error);
      await queries.resetQueries();
    },
  });
  useCommands([
    { id: 'demo-own', label: 'Lập sổ của cơ quan (rời văn phòng mẫu)', run: () => setAsked('own') },
    { id: 'demo-anew', label: 'Nạp lại văn phòng mẫu', run: () => setAsked('anew') },
  ]);
  return (
    <div className={classes.banner} role="note" aria-label="Văn phòng mẫu">
      <p>
        <b>Văn phòng mẫu</b> để dùng thử: tên, số, văn bản đều hư cấu.
      </p>
      <Button size="compact-xs" variant="subtle" disabled={leave.isPending} onClick={() => setAsked('anew')}>
        Nạp lại mẫu…
      </Button>
      <Button size="compact-xs" variant="default" loading={leave.isPending} onClick={() => setAsked('own')}>
        Lập sổ của cơ quan…
      </Button>
      {asked === null ? null : (
        <ConfirmDialog
          title={asked === 'own' ? 'Lập sổ của cơ quan?' : 'Nạp lại văn phòng mẫu?'}
          text={`Văn phòng mẫu, kể cả những gì đã nhập thử, được cất thành một bản sao lưu riêng; mở lại được ở mục Sao lưu. ${asked === 'own' ? 'Sổ của cơ quan bắt đầu trống, số đếm từ đầu, không lẫn gì của văn phòng mẫu.' : 'Sau đó văn phòng mẫu được nạp lại như lúc đầu.'}`}
          button={asked === 'own' ? 'Lập sổ' : 'Nạp lại'}
          onAgree={() => {
            setAsked(null);
            leave.mutate(asked);
          }}
          onLeave={() => setAsked(null)}
        />
      )}
    </div>
  );
}
