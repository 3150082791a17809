import { useLocalStorage } from '@mantine/hooks';
import { host } from './host.ts';

/**
 * Whether this computer's desktop tells of deadlines, and how to choose it. It does from the first day in a window of its own; in a
 * browser only once the person has asked for it, for only then may the browser be asked for its leave.
 */
export function useDueNoticeChoice(): { on: boolean; choose: (on: boolean) => void } {
  const [chosen, choose] = useLocalStorage<boolean | null>({ key: 'due-notices', defaultValue: null, getInitialValueInEffect: false });
  return { on: chosen ?? host.kind === 'electron', choose };
}
