import { Button } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useDebouncedValue } from '@mantine/hooks';
import type { Letter, Obligation } from '../../../shared/letter/letter.ts';
import { engineQueries } from '../../lib/engine.ts';
import { dueInWords } from './obligation-words.ts';
import classes from './obligations-fold.module.css';

/** Wait after a key before the text is read again, ms. */
const patience = 600;

const keyOf = ({ sentence, due, time, within }: Pick<Obligation, 'sentence' | 'due' | 'time' | 'within'>): string => JSON.stringify([sentence, due, time, within ?? null]);

/** Deadlines read from the letter's own text, each with its sentence: a guess that is taken or declined. */
export function FoundDeadlines({ letter, onTake }: { letter: Letter; onTake: (obligation: Obligation) => void }) {
  const [declined, setDeclined] = useState<readonly string[]>([]);
  const [asked] = useDebouncedValue(JSON.stringify({ text: letter.body, issuedDate: letter.issuedDate, addressees: letter.addressees.filter((name) => name.trim() !== '') }), patience);
  const input = JSON.parse(asked) as { text: string; issuedDate: string | null; addressees: string[] };
  const found = useQuery({ ...engineQueries.owed.phrases.queryOptions({ input }), enabled: input.text.trim() !== '', placeholderData: keepPreviousData, retry: false });
  const taken = new Set(letter.obligations.map(keyOf));
  const rows = input.text.trim() === '' ? [] : (found.data?.rows ?? []).filter(({ obligation }) => !taken.has(keyOf(obligation)) && !declined.includes(keyOf(obligation)));
  if (rows.length === 0) return null;
  return (
    <div className={classes.found} role="group" aria-label="Hạn tìm thấy trong nội dung">
      <h3>Hạn tìm thấy trong nội dung</h3>
      <ul>
        {rows.map(({ sentence, phrase, obligation, rule, notices, certain }) => {
          const at = sentence.indexOf(phrase);
          return (
            <li key={keyOf(obligation)}>
              <q>
                {at < 0 ? (
                  sentence
                ) : (
                  <>
                    {sentence.slice(0, at)}
                    <mark>{phrase}</mark>
                    {sentence.slice(at + phrase.length)}
                  </>
                )}
              </q>
              <div className={classes.acts}>
                <span>
                  {obligation.agencies.join('; ') || 'Chưa rõ cơ quan nào'} · {dueInWords(obligation)}
                  {certain ? '' : ' (cần xem lại)'}
                </span>
                <Button size="compact-sm" onClick={() => onTake(obligation)}>
                  Theo dõi hạn này
                </Button>
                <Button size="compact-sm" variant="default" onClick={() => setDeclined((known) => [...known, keyOf(obligation)])}>
                  Bỏ qua
                </Button>
              </div>
              {rule || notices.length > 0 ? <p className={classes.told}>{[rule, ...notices].filter(Boolean).join(' ')}</p> : null}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
