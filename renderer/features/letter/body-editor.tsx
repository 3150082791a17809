import { ActionIcon, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconBold, IconItalic } from '@tabler/icons-react';
import type { Editor } from '@tiptap/core';
import { Bold } from '@tiptap/extension-bold';
import { Document } from '@tiptap/extension-document';
import { Italic } from '@tiptap/extension-italic';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Text } from '@tiptap/extension-text';
import { UndoRedo } from '@tiptap/extensions';
import { closeHistory } from '@tiptap/pm/history';
import { EditorContent, useEditor, useEditorState } from '@tiptap/react';
import { useEffect } from 'react';
import { bodyToDocument, documentToBody } from './body-document.ts';
import classes from './body-editor.module.css';
import { LiteralMarks } from './literal-marks.ts';

interface BodyEditorProps {
  body: string;
  onChange: (body: string) => void;
  /** Told which paragraph (counted without empty ones) the cursor is in. */
  onPlace: (paragraph: number) => void;
  /** Hands out the way to put the cursor into a paragraph. */
  onReady: (focusParagraph: ((paragraph: number) => void) | null) => void;
}

/** Word wraps and spaces its text with no-break spaces and runs of them: they are only how it looked there. */
const plainSpaces = (html: string): string => html.replace(/&nbsp;|\u00A0/g, ' ').replace(/[ \t]{2,}/g, ' ');

function paragraphOfCursor(editor: Editor): number {
  const { doc, selection } = editor.state;
  const at = selection.$from.index(0);
  let counted = 0;
  doc.forEach((node, _offset, index) => {
    if (index < at && node.textContent.trim() !== '') counted += 1;
  });
  return counted;
}

function focusParagraph(editor: Editor, wanted: number): void {
  let counted = 0;
  let position = 1;
  editor.state.doc.forEach((node, offset) => {
    if (node.textContent.trim() === '') return;
    if (counted === wanted) position = offset + node.nodeSize - 1;
    counted += 1;
  });
  // at once: the editor's own focus waits for a frame, and would move the cursor under a quick typist
  editor.chain().setTextSelection(position).scrollIntoView().run();
  editor.view.focus();
}

/** The letter's text: paragraphs with bold and italic; marks `1.`, `a)`, `-` are written and stand as text. */
export function BodyEditor({ body, onChange, onPlace, onReady }: BodyEditorProps) {
  const editor = useEditor({
    extensions: [Document, Paragraph, Text, Bold, Italic, UndoRedo, LiteralMarks],
    content: bodyToDocument(body),
    injectCSS: false,
    editorProps: {
      attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': 'Nội dung', class: classes.text ?? '', spellcheck: 'false' },
      transformPastedHTML: plainSpaces,
      // what is pasted is one step to take back, apart from the typing before it
      handlePaste: (view) => {
        view.dispatch(closeHistory(view.state.tr));
        return false;
      },
    },
    onUpdate: ({ editor: changed }) => onChange(documentToBody(changed.getJSON())),
    onSelectionUpdate: ({ editor: moved }) => onPlace(paragraphOfCursor(moved)),
    onFocus: ({ editor: entered }) => onPlace(paragraphOfCursor(entered)),
  });
  useEffect(() => {
    onReady((paragraph) => focusParagraph(editor, paragraph));
    return () => onReady(null);
  }, [editor, onReady]);
  const can = useEditorState({
    editor,
    selector: ({ editor: now }) => ({ bold: now.isActive('bold'), italic: now.isActive('italic'), undo: now.can().undo(), redo: now.can().redo() }),
  });

  const tools = [
    { label: 'Chữ đậm  Ctrl+B', icon: IconBold, pressed: can.bold, disabled: false, run: () => editor.chain().focus().toggleBold().run() },
    { label: 'Chữ nghiêng  Ctrl+I', icon: IconItalic, pressed: can.italic, disabled: false, run: () => editor.chain().focus().toggleItalic().run() },
    { label: 'Lùi lại một bước  Ctrl+Z', icon: IconArrowBackUp, pressed: undefined, disabled: !can.undo, run: () => editor.chain().focus().undo().run() },
    { label: 'Làm lại bước vừa lùi  Ctrl+Y', icon: IconArrowForwardUp, pressed: undefined, disabled: !can.redo, run: () => editor.chain().focus().redo().run() },
  ];
  return (
    <div className={classes.editor} data-field="body">
      <div className={classes.tools} role="toolbar" aria-label="Công cụ của nội dung">
        {tools.map(({ label, icon: Icon, pressed, disabled, run }) => (
          <Tooltip key={label} label={label}>
            <ActionIcon variant={pressed ? 'light' : 'subtle'} color={pressed ? 'ink' : 'gray'} size="sm" tabIndex={-1} aria-label={label} aria-pressed={pressed} disabled={disabled} onMouseDown={(event) => event.preventDefault()} onClick={run}>
              <Icon size={15} />
            </ActionIcon>
          </Tooltip>
        ))}
        <span className={classes.hint}>
          Đầu đoạn <kbd>1.</kbd> <kbd>a)</kbd> <kbd>-</kbd> đặt cấp; <kbd>Enter</kbd> viết dấu tiếp theo
        </span>
      </div>
      <EditorContent editor={editor} />
    </div>
  );
}
