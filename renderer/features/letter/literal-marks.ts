import { Extension, type Editor } from '@tiptap/core';
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state';
import { isBareMark, nextMark, overtypedMark } from './next-mark.ts';

/** Where the last mark stands that Enter has written by itself; null when there is none, or it is gone. */
const automaticMark = new PluginKey<number | null>('automaticMark');

function answerEnter(editor: Editor): boolean {
  const { $from, empty } = editor.state.selection;
  if (!empty || $from.parent.type.name !== 'paragraph') return false;
  const overtyped = automaticPart(editor.state, true);
  if (overtyped) editor.view.dispatch(editor.state.tr.delete(overtyped.from, overtyped.to).setMeta(automaticMark, null));
  return goOn(editor);
}

function goOn(editor: Editor): boolean {
  const { $from } = editor.state.selection;
  const text = $from.parent.textContent;
  if (isBareMark(text)) return editor.chain().deleteRange({ from: $from.start(), to: $from.end() }).run();
  // only at the end of a paragraph: splitting one in its middle numbers nothing
  if ($from.parentOffset !== $from.parent.content.size) return false;
  const mark = nextMark(text);
  if (mark === null) return false;
  return editor
    .chain()
    .splitBlock({ keepMarks: false })
    .unsetAllMarks()
    .insertContent(`${mark} `)
    .command(({ tr }) => {
      tr.setMeta(automaticMark, tr.selection.$from.start());
      return true;
    })
    .run();
}

/** The automatic mark beside which another was typed by hand, as a range of the document. */
function automaticPart(state: EditorState, ended: boolean): { from: number; to: number } | null {
  const at = automaticMark.getState(state) ?? null;
  if (at === null || at > state.doc.content.size) return null;
  const $at = state.doc.resolve(at);
  if ($at.parent.type.name !== 'paragraph' || (ended && $at.start() !== state.selection.$from.start())) return null;
  const part = overtypedMark($at.parent.textContent, $at.parentOffset, ended);
  return part && { from: $at.start() + part.from, to: $at.start() + part.to };
}

/** The mark moves with the text around it, and is forgotten once it is deleted. */
function follow(transaction: Transaction, at: number | null): number | null {
  const told = transaction.getMeta(automaticMark) as number | null | undefined;
  if (told !== undefined) return told;
  if (at === null) return null;
  const { pos, deletedAfter } = transaction.mapping.mapResult(at, 1);
  return deletedAfter ? null : pos;
}

/**
 * Enter after a paragraph marked `1.`, `a)`, `-` writes the next mark as plain text; Enter on a bare mark takes it away.
 * A mark typed by hand beside one written by itself takes its place: `2. ` and then `a) ` is `a) `.
 */
export const LiteralMarks = Extension.create({
  name: 'literalMarks',
  addKeyboardShortcuts() {
    return { Enter: ({ editor }) => answerEnter(editor) };
  },
  addProseMirrorPlugins() {
    return [
      new Plugin<number | null>({
        key: automaticMark,
        state: { init: () => null, apply: follow },
        // by what stands there, not by the key: keyboards for Vietnamese write in several ways
        appendTransaction: (transactions, _before, state) => {
          if (!transactions.some(({ docChanged }) => docChanged) || transactions.some((each) => each.getMeta('history$') !== undefined)) return null;
          const part = automaticPart(state, false);
          return part && state.tr.delete(part.from, part.to).setMeta(automaticMark, null);
        },
      }),
    ];
  },
});
