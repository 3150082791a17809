import { useQueryClient } from '@tanstack/react-query';
import { engine, engineQueries } from '../../lib/engine.ts';
import { sayDone, sayRefused } from '../say.tsx';

/** «Thêm «…» vào danh bạ»: the last line of a list of agencies, done in place while the form waits. */
export function useAddToDirectory(): { label: (typed: string) => string; run: (typed: string) => void } {
  const queries = useQueryClient();
  return {
    label: (typed) => `Thêm «${typed}» vào danh bạ`,
    run: (typed) =>
      void engine.agencies.save({ name: typed }).then(async (agency) => {
        await queries.invalidateQueries({ queryKey: engineQueries.agencies.key() });
        sayDone(`Đã thêm «${agency.name}» vào danh bạ${agency.abbreviation ? `, gõ tắt ${agency.abbreviation.toLowerCase()}` : ''}.`);
      }, sayRefused),
  };
}
