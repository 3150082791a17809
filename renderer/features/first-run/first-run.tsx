import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { provinceOfOffice } from '../../../shared/domain/directory/province-of-office.ts';
import { defaultLetterForm, type Office } from '../../../shared/letter/office.ts';
import { LetterheadSample } from '../../components/letterhead-sample.tsx';
import { BodyList } from '../../components/province-bodies/body-list.tsx';
import { chosenSentence } from '../../components/province-bodies/chosen-sentence.ts';
import { useBodyChoice, useBodyChoiceState } from '../../components/province-bodies/use-body-choice.ts';
import { sayAct } from '../../components/use-undo.ts';
import { engine, engineQueries } from '../../lib/engine.ts';
import { useGuideDoor } from '../../lib/guide-door.ts';
import { ownBookBegun } from '../../lib/own-book-begun.ts';
import { refusalSentence } from '../../lib/refusal-sentence.ts';
import { today } from '../../lib/today.ts';
import { BookStep, type FirstNumbers } from './book-step.tsx';
import { DirectoryStep } from './directory-step.tsx';
import classes from './first-run.module.css';
import { OfficeStep } from './office-step.tsx';

const blankOffice: Office = { parentName: null, name: '', nameInText: null, place: '', address: null, phone: null, email: null, website: null };

/** The steps in their order, after the choice between an own office and the sample. */
const steps = ['office', 'book', 'directory'] as const;
type Step = (typeof steps)[number];

/** The first start: an office of one's own in three short steps, or the demonstration office to look around in. */
export function FirstRun() {
  const queries = useQueryClient();
  useGuideDoor('first-run');
  const [step, setStep] = useState<'welcome' | Step>(() => (ownBookBegun.is() ? 'office' : 'welcome'));
  const [office, setOffice] = useState(blankOffice);
  const [notation, setNotation] = useState('');
  const [next, setNext] = useState<FirstNumbers>({ outgoing: 1, incoming: 1 });
  // which province the directory was last named for: another office asks anew, what a person wrote stays
  const [guessed, setGuessed] = useState('');
  const [bodies, changeBodies, setPlace] = useBodyChoiceState({ province: '', level: 'tỉnh' });
  const choice = useBodyChoice(bodies, changeBodies, { officeName: office.name, shown: step === 'directory' });
  const enter = (): Promise<void> => queries.invalidateQueries();

  const demo = useMutation({ mutationFn: () => engine.demo.load(), onSuccess: enter });
  const begin = useMutation({
    mutationFn: async (withDirectory: boolean) => {
      // the office first: a folder whose book has begun no longer takes the demonstration, while a refused office
      // leaves it open; the first run is over for the window only when both are kept
      const kept = await engine.settings.update({ office, codeNotation: notation });
      // also for 1: a try that failed half-way may have left another number
      for (const kind of ['outgoing', 'incoming'] as const) await engine.books.start({ kind, year: Number(today().slice(0, 4)), next: next[kind] });
      // names that are there already are not entered again: a second try does no harm
      const chosen = withDirectory && choice.total > 0 ? await engine.agencies.choose(choice.input()) : null;
      ownBookBegun.end();
      queries.setQueryData(engineQueries.settings.get.queryKey(), kept);
      return chosen;
    },
    onSuccess: async (chosen) => {
      await enter();
      if (chosen) sayAct(queries, chosenSentence(chosen), chosen.act, 'agencies');
    },
  });
  const toDirectory = (): void => {
    const place = provinceOfOffice(office);
    if (JSON.stringify(place) !== guessed) setPlace(place);
    setGuessed(JSON.stringify(place));
    setStep('directory');
  };

  if (step === 'welcome') {
    return (
      <main className={classes.welcome}>
        <div className={classes.card}>
          <span className={classes.mark} aria-hidden />
          <h1>Sổ Công văn</h1>
          <p>Giữ sổ văn bản đến và đi, soạn công văn, cấp số, in sổ. Dữ liệu nằm trên máy này, không cần mạng.</p>
          <div className={classes.choices}>
            <button type="button" className={classes.choice} onClick={() => setStep('office')} autoFocus>
              <b>Lập sổ cho cơ quan</b>
              <span>Tên cơ quan, ký hiệu và số bắt đầu. Khoảng một phút.</span>
            </button>
            <button type="button" className={classes.choice} onClick={() => demo.mutate()} disabled={demo.isPending}>
              <b>{demo.isPending ? 'Đang dựng văn phòng mẫu…' : 'Xem thử với văn phòng mẫu'}</b>
              <span>Một văn phòng hư cấu với danh bạ và văn bản có sẵn để dùng thử.</span>
            </button>
          </div>
          {demo.error ? (
            <p role="alert" className={classes.refused}>
              {refusalSentence(demo.error)}
            </p>
          ) : null}
        </div>
      </main>
    );
  }
  const at = steps.indexOf(step);
  const inDirectory = step === 'directory';
  const back = (): void => setStep(steps[at - 1] ?? 'welcome');
  const forward = (): void => {
    if (step === 'office') setStep('book');
    else if (step === 'book') toDirectory();
    else if (choice.unfilled === null) begin.mutate(true);
  };
  return (
    <main className={classes.steps}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          forward();
        }}
      >
        <p className={classes.count}>
          Bước {at + 1} trong {steps.length}
        </p>
        {step === 'office' ? <OfficeStep office={office} onChange={setOffice} notation={notation} onNotation={setNotation} /> : null}
        {step === 'book' ? <BookStep notation={notation} next={next} onNext={setNext} /> : null}
        {inDirectory ? <DirectoryStep choice={choice} /> : null}
        {begin.error ? (
          <p role="alert" className={classes.refused}>
            {refusalSentence(begin.error)}
          </p>
        ) : null}
        <div className={classes.acts}>
          <Button variant="default" onClick={back}>
            Quay lại
          </Button>
          {inDirectory ? (
            <Button variant="default" disabled={begin.isPending} onClick={() => begin.mutate(false)}>
              Để sau
            </Button>
          ) : null}
          <Button type="submit" loading={begin.isPending} disabled={inDirectory && choice.unfilled !== null}>
            {inDirectory ? 'Bắt đầu dùng' : 'Tiếp tục'}
          </Button>
        </div>
      </form>
      {inDirectory ? (
        <div className={classes.bodies}>
          <BodyList choice={choice} />
        </div>
      ) : (
        <div className={classes.sample}>
          <p>Đầu trang sẽ in như sau</p>
          <LetterheadSample
            office={{ ...office, ...(office.name.trim() === '' && { name: 'TÊN CƠ QUAN' }), place: office.place || 'Địa danh' }}
            form={defaultLetterForm}
            codeNotation={notation}
            codeNumber={step === 'book' ? next.outgoing : null}
          />
        </div>
      )}
    </main>
  );
}
