import { useEffect, useState } from 'react';
import { answerQuestions } from '../lib/confirm-first.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';

interface Question {
  text: string;
  answer: (agreed: boolean) => void;
}

/** Asks what the engine wants to be agreed to before it goes on: a year, a clock. */
export function ConfirmFirstDialog() {
  const [question, setQuestion] = useState<Question | null>(null);
  useEffect(
    () =>
      answerQuestions(
        (text) =>
          new Promise((resolve) => {
            setQuestion({
              text,
              answer: (agreed) => {
                setQuestion(null);
                resolve(agreed);
              },
            });
          }),
      ),
    [],
  );
  if (question === null) return null;
  return (
    <ConfirmDialog
      title="Xác nhận trước khi cấp số"
      text={question.text}
      button="Đúng, cấp số"
      onAgree={() => question.answer(true)}
      onLeave={() => question.answer(false)}
    />
  );
}
