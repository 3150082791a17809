import { Button, Modal } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { provinceOfOffice } from '../../../shared/domain/directory/province-of-office.ts';
import { formatVietnameseNumber } from '../../../shared/domain/vietnamese-number.ts';
import { BodyList } from '../../components/province-bodies/body-list.tsx';
import { chosenSentence } from '../../components/province-bodies/chosen-sentence.ts';
import { PlaceAndCommunes } from '../../components/province-bodies/place-and-communes.tsx';
import { useBodyChoice, useBodyChoiceState } from '../../components/province-bodies/use-body-choice.ts';
import { sayAct } from '../../components/use-undo.ts';
import { registerChanged } from '../../lib/after-change.ts';
import { engine, engineQueries } from '../../lib/engine.ts';
import { refusalSentence } from '../../lib/refusal-sentence.ts';
import classes from './directory-screen.module.css';

/** The bodies of the province and its communes, chosen into the directory in one act. */
export function ChooseDialog({ onClose }: { onClose: () => void }) {
  const queries = useQueryClient();
  const office = useQuery(engineQueries.settings.get.queryOptions()).data?.office ?? null;
  const [state, change] = useBodyChoiceState(provinceOfOffice(office ?? { name: '', parentName: null, place: '' }));
  const choice = useBodyChoice(state, change);
  const enter = useMutation({
    mutationFn: () => engine.agencies.choose(choice.input()),
    onSuccess: async (done) => {
      onClose();
      await registerChanged(queries);
      sayAct(queries, chosenSentence(done), done.act, 'agencies');
    },
  });
  const problem = enter.error ? refusalSentence(enter.error) : choice.unfilled ? `Ghi ${choice.unfilled.fill ?? ''} cho «${choice.unfilled.name} …», hoặc bỏ dấu chọn.` : '';
  return (
    <Modal opened onClose={onClose} title="Chọn cơ quan vào danh bạ" size={1120}>
      <form
        className={classes.choose}
        onSubmit={(event) => {
          event.preventDefault();
          if (choice.total > 0 && choice.unfilled === null) enter.mutate();
        }}
      >
        <div className={classes.chooseSide}>
          <PlaceAndCommunes choice={choice} />
        </div>
        <BodyList choice={choice} />
        <div className={classes.chooseFoot}>
          <p role="status">{problem}</p>
          <Button variant="default" onClick={onClose}>
            Thôi
          </Button>
          <Button type="submit" loading={enter.isPending} disabled={choice.total === 0 || choice.unfilled !== null}>
            {choice.total === 0 ? 'Thêm vào danh bạ' : `Thêm ${formatVietnameseNumber(choice.total)} cơ quan`}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
