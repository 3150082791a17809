import { Extension, type Editor } from '@tiptap/core';
import { isBareMark, nextMark } from './next-mark.ts';

function answerEnter(editor: Editor): boolean {
  const { $from, empty } = editor.state.selection;
  if (!empty || $from.parent.type.name !== 'paragraph') return false;
  const text = $from.parent.textContent;
  if (isBareMark(text)) return editor.chain().deleteRange({ from: $from.start(), to: $from.end() }).run();
  // only at the end of a paragraph: splitting one in its middle numbers nothing
  if ($from.parentOffset !== $from.parent.content.size) return false;
  const mark = nextMark(text);
  if (mark === null) return false;
  return editor.chain().splitBlock({ keepMarks: false }).unsetAllMarks().insertContent(`${mark} `).run();
}

/** Enter after a paragraph marked `1.`, `a)`, `-` writes the next mark as plain text; Enter on a bare mark takes it away. */
export const LiteralMarks = Extension.create({
  name: 'literalMarks',
  addKeyboardShortcuts() {
    return { Enter: ({ editor }) => answerEnter(editor) };
  },
});
