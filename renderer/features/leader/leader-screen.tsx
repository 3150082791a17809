import { useLocalStorage } from '@mantine/hooks';
import { useSearchParams } from 'react-router';
import { readLeaderAddress } from '../../lib/leader-address.ts';
import { AppendixChoice } from './appendix-choice.tsx';
import { AppendixView } from './appendix-view.tsx';
import { GatheredView } from './gathered-view.tsx';
import { LateView } from './late-view.tsx';
import type { Stage } from './leader-room.tsx';
import { keptSize } from './type-size.ts';
import { useFullScreen } from './use-full-screen.ts';

/** For the leader: who is late, and any appendix in large type, shown and printed; nothing here changes anything. */
export function LeaderScreen() {
  const address = readLeaderAddress(useSearchParams()[0]);
  const [kept, setSize] = useLocalStorage<number | null>({ key: 'leader-type-size', defaultValue: null, getInitialValueInEffect: false });
  const stage: Stage = { size: keptSize(kept), setSize, screen: useFullScreen() };
  switch (address.view) {
    case 'late':
      return <LateView stage={stage} />;
    case 'choice':
      return <AppendixChoice stage={stage} text={address.text} />;
    case 'appendix':
      return <AppendixView stage={stage} dispatch={address.dispatch} at={address.appendix} />;
    case 'gathered':
      return <GatheredView stage={stage} wanted={address.table} />;
  }
}
