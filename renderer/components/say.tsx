import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { refusalSentence } from '../lib/refusal-sentence.ts';

/** Tells what was done, with the way back named by its effect when there is one; the answer takes the word back. */
export function sayDone(sentence: string, undo?: { label: string; run: () => void }): () => void {
  const id = notifications.show({
    message: (
      <Group wrap="nowrap" gap="md">
        <Text size="sm">{sentence}</Text>
        {undo ? (
          <Button
            size="xs"
            variant="default"
            flex="none"
            onClick={() => {
              notifications.hide(id);
              undo.run();
            }}
          >
            {undo.label}
          </Button>
        ) : null}
      </Group>
    ),
    withBorder: true,
    closeButtonProps: { 'aria-label': 'Đóng lời báo' },
  });
  return () => notifications.hide(id);
}

const missing = 'missing';

/** Tells what stands in the way of the next step; one such word at a time. */
export function sayMissing(sentence: string): void {
  notifications.hide(missing);
  notifications.show({ id: missing, message: sentence, withBorder: true, color: 'yellow', closeButtonProps: { 'aria-label': 'Đóng lời báo' } });
}

/** Takes it back: nothing is in the way any more. */
export const unsayMissing = (): void => void notifications.hide(missing);

/** Tells why something was refused; stays until read. */
export function sayRefused(error: unknown): void {
  notifications.show({ message: refusalSentence(error), color: 'seal', withBorder: true, autoClose: 15_000, closeButtonProps: { 'aria-label': 'Đóng lời báo' } });
}
