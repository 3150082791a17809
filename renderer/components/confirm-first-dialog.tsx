import { Button, Group, Modal, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { answerQuestions } from '../lib/confirm-first.ts';
import { useKeyboardBack } from '../lib/give-keyboard-back.ts';

interface Question {
  text: string;
  answer: (agreed: boolean) => void;
}

/** Asks what the engine wants to be agreed to before it goes on: a year, a clock. Esc and «Thôi» leave everything as it is. */
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
  return question === null ? null : <Asked {...question} />;
}

function Asked({ text, answer }: Question) {
  useKeyboardBack();
  return (
    <Modal opened onClose={() => answer(false)} title="Xác nhận trước khi cấp số" zIndex={400}>
      <Text size="sm">{text}</Text>
      <Group justify="flex-end" mt="md" gap="xs">
        <Button variant="default" data-autofocus onClick={() => answer(false)}>
          Thôi
        </Button>
        <Button onClick={() => answer(true)}>Đúng, cấp số</Button>
      </Group>
    </Modal>
  );
}
