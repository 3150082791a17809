import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { defaultLetterForm, type Office } from '../../../shared/letter/office.ts';
import { LetterheadSample } from '../../components/letterhead-sample.tsx';
import { engine, engineQueries } from '../../lib/engine.ts';
import { ownBookBegun } from '../../lib/own-book-begun.ts';
import { refusalSentence } from '../../lib/refusal-sentence.ts';
import { today } from '../../lib/today.ts';
import { BookStep, type FirstNumbers } from './book-step.tsx';
import classes from './first-run.module.css';
import { OfficeStep } from './office-step.tsx';

const blankOffice: Office = { parentName: null, name: '', nameInText: null, place: '', address: null, phone: null, email: null, website: null };

/** The first start: an office of one's own in two short steps, or the demonstration office to look around in. */
export function FirstRun() {
  const queries = useQueryClient();
  const [step, setStep] = useState<'welcome' | 'office' | 'book'>(() => (ownBookBegun.is() ? 'office' : 'welcome'));
  const [office, setOffice] = useState(blankOffice);
  const [notation, setNotation] = useState('');
  const [next, setNext] = useState<FirstNumbers>({ outgoing: 1, incoming: 1 });
  const enter = (): Promise<void> => queries.invalidateQueries();

  const demo = useMutation({ mutationFn: () => engine.demo.load(), onSuccess: enter });
  const begin = useMutation({
    mutationFn: async () => {
      // the office first: a folder whose book has begun no longer takes the demonstration, while a refused office
      // leaves it open; the first run is over for the window only when both are kept
      const kept = await engine.settings.update({ office, codeNotation: notation });
      // also for 1: a try that failed half-way may have left another number
      for (const kind of ['outgoing', 'incoming'] as const) await engine.books.start({ kind, year: Number(today().slice(0, 4)), next: next[kind] });
      ownBookBegun.end();
      queries.setQueryData(engineQueries.settings.get.queryKey(), kept);
    },
    onSuccess: enter,
  });

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
  return (
    <main className={classes.steps}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (step === 'office') setStep('book');
          else begin.mutate();
        }}
      >
        <p className={classes.count}>{step === 'office' ? 'Bước 1 trong 2' : 'Bước 2 trong 2'}</p>
        {step === 'office' ? (
          <OfficeStep office={office} onChange={setOffice} notation={notation} onNotation={setNotation} />
        ) : (
          <BookStep notation={notation} next={next} onNext={setNext} />
        )}
        {begin.error ? (
          <p role="alert" className={classes.refused}>
            {refusalSentence(begin.error)}
          </p>
        ) : null}
        <div className={classes.acts}>
          <Button variant="default" onClick={() => setStep(step === 'office' ? 'welcome' : 'office')}>
            Quay lại
          </Button>
          <Button type="submit" loading={begin.isPending}>
            {step === 'office' ? 'Tiếp tục' : 'Bắt đầu dùng'}
          </Button>
        </div>
      </form>
      <div className={classes.sample}>
        <p>Đầu trang sẽ in như sau</p>
        <LetterheadSample office={office.name.trim() === '' ? { ...office, name: 'TÊN CƠ QUAN', place: office.place || 'Địa danh' } : { ...office, place: office.place || 'Địa danh' }} form={defaultLetterForm} codeNotation={notation} codeNumber={step === 'book' ? next.outgoing : null} />
      </div>
    </main>
  );
}
