import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useDeferredValue, useEffect, useLayoutEffect, useMemo, useRef, useState, type FocusEvent } from 'react';
import { flushSync } from 'react-dom';
import { useSearchParams } from 'react-router';
import type { OutgoingRow } from '../../../shared/contract/outgoing.ts';
import type { Settings } from '../../../shared/contract/settings.ts';
import { letterNotices } from '../../../shared/letter/letter-notices.ts';
import { impossibleParts, missingParts, wrongSums } from '../../../shared/letter/letter-problems.ts';
import type { Office } from '../../../shared/letter/office.ts';
import { isUnwritten } from '../../../shared/letter/unwritten.ts';
import { PaperPreview } from '../../components/paper-preview.tsx';
import { sayMissing, sayRefused, unsayMissing } from '../../components/say.tsx';
import { Screen } from '../../components/screen.tsx';
import { StatusSign } from '../../components/status-sign.tsx';
import { useCommands } from '../../lib/commands.ts';
import { host } from '../../lib/host.ts';
import { forgetLetter, lastLetterAddress, letterAddress } from '../../lib/last-letter.ts';
import { refusalProblems, refusalSentence } from '../../lib/refusal-sentence.ts';
import { withoutEmptyEnds } from './appendix-edits.ts';
import { AppendixFold } from './appendix-fold.tsx';
import { BodyEditor } from './body-editor.tsx';
import { ChoiceNotice } from '../../components/choice-notice.tsx';
import { discardDraft } from './discard-draft.ts';
import { DocumentFold } from './document-fold.tsx';
import { DraftButtons, sayUnwritten } from './draft-buttons.tsx';
import { PageFitChoice } from './page-fit-choice.tsx';
import { FindingsStrip } from './findings-strip.tsx';
import { Fold } from './fold.tsx';
import { IssueDialog } from './issue-dialog.tsx';
import type { JustIssued } from './just-issued.tsx';
import type { AsideShelf } from './letter-aside.ts';
import classes from './letter-desk.module.css';
import form from './letter-form.module.css';
import type { KeptLine } from './letter-session.ts';
import { belongsTo, elementOfField, foldOf, jumpToCell, type FoldName } from './letter-places.ts';
import { namesToChoose, type Directory } from './names-to-choose.ts';
import { ObligationsFold } from './obligations-fold.tsx';
import { RecipientsFold } from './recipients-fold.tsx';
import { SaveSentence } from './save-sentence.tsx';
import { today } from '../../lib/today.ts';
import { usePages } from '../../lib/use-pages.ts';
import { useLetterSession, type DeskStart } from './use-letter-session.ts';

interface LetterDeskProps {
  start: DeskStart;
  /** Where what is not kept yet is put aside. */
  shelf: AsideShelf;
  settings: Settings & { office: Office };
  directory: Directory;
  earlier: readonly OutgoingRow[];
  nextCode: string | null;
  series: string | null;
  onCreated: (id: number) => void;
  /** The line has moved on elsewhere and the person wants to see it. */
  onReopen: (id: number) => void;
  onIssued: (issued: JustIssued) => void;
  /** The draft is thrown away: the desk is left. */
  onDiscarded: () => void;
}

/** A subject as a sentence of notice can hold it. */
const shortened = (subject: string): string => (subject.length > 60 ? `${subject.slice(0, 60).trimEnd()}…` : subject || 'chưa có trích yếu');

/** A draft on the desk: the form in its folds, the pages beside it, what is missing between, the act of issuing below. `?so-giu=12` comes to give it the kept number of line 12. */
export function LetterDesk({ start, shelf, settings, directory, earlier, nextCode, series, onCreated, onReopen, onIssued, onDiscarded }: LetterDeskProps) {
  const queries = useQueryClient();
  const thrownAway = useRef(false);
  const goToOwnAddress = useCallback((id: number): void => (thrownAway.current ? undefined : onCreated(id)), [onCreated]);
  const { session, line, letter, save } = useLetterSession(start, shelf, settings.folderId, goToOwnAddress);
  const [closed, setClosed] = useState<readonly FoldName[]>([]);
  const [focused, setFocused] = useState<string | null>(null);
  const [issuing, setIssuing] = useState(false);
  const [wide, setWide] = useState(false);
  const [address] = useSearchParams();
  const kept = /^\d{1,9}$/.test(address.get('so-giu') ?? '') ? Number(address.get('so-giu')) : null;
  const root = useRef<HTMLDivElement>(null);
  const focusParagraph = useRef<((paragraph: number) => void) | null>(null);
  const change = session.change;

  const printed = useMemo(() => withoutEmptyEnds(letter), [letter]);
  const pages = usePages(printed, settings.office, settings.letterForm, null);
  const calm = useDeferredValue(letter);
  const impossible = useMemo(() => impossibleParts(calm), [calm]);
  const missing = useMemo(() => missingParts(calm).slice(impossible.length), [calm, impossible]);

  const asked = useMemo(() => [...wrongSums(calm), ...letterNotices(calm)], [calm]);

  const refused = useMemo(() => (save.kind === 'failed' ? refusalProblems(save.error) : save.kind === 'saving' ? refusalProblems(save.refused) : []), [save]);
  const wrong = useMemo(() => [...impossible, ...refused.filter(({ field, message }) => !impossible.some((each) => each.field === field && each.message === message))], [impossible, refused]);

  const jump = useCallback((field: string): void => {
    flushSync(() => setClosed((folds) => folds.filter((fold) => fold !== foldOf(field))));
    const paragraph = /^body\.(\d+)/.exec(field)?.[1];
    if (field.split('.')[0] === 'body' && focusParagraph.current) return focusParagraph.current(Number(paragraph ?? 0));
    if (root.current && jumpToCell(root.current, field)) return;
    const place = root.current && elementOfField(root.current, field);
    place?.focus();
    place?.scrollIntoView({ block: 'nearest' });
  }, []);

  // a letter opened is a letter to be written: the hands are already on the keys
  useLayoutEffect(() => {
    if (root.current) elementOfField(root.current, 'subject')?.focus();
  }, []);

  const keepAnew = (): void => {
    session.keepAnew();
    // the button goes away: the hands go back to where they were writing
    jump(focused ?? 'subject');
  };
  const reopen = (id: number): void => {
    session.discard();
    onReopen(id);
  };
  const saveNow = (): void => void session.flush();
  /** Keeps what is typed now; the draft's line, or null when it could not be kept or nothing is written. */
  const keptNow = async (): Promise<KeptLine | null> => {
    if (await session.flush()) return session.getState().line;
    const { save: now } = session.getState();
    if (now.kind === 'failed' || now.kind === 'overtaken') sayRefused(now.error);
    return null;
  };
  const keptForFile = async (): Promise<number | null> => {
    const place = await keptNow();
    if (place === null && isUnwritten(session.getState().letter)) sayUnwritten();
    return place?.id ?? null;
  };
  const discard = async (): Promise<void> => {
    const unwritten = isUnwritten(session.getState().letter);
    const place = await keptNow();
    if (place === null && !unwritten) return;
    // away from the desk first: a draft thrown away is no letter to be shown; a blank one is thrown away by being left
    thrownAway.current = true;
    session.discard();
    onDiscarded();
    if (place && !unwritten) await discardDraft(queries, place, `dự thảo «${shortened(session.getState().letter.subject)}»`);
    if (place && lastLetterAddress(settings.folderId) === letterAddress(place.id)) forgetLetter();
  };
  const print = (): void => void host.print().catch(sayRefused);
  const issue = async (): Promise<void> => {
    const lacks = missingParts(session.getState().letter);
    const first = lacks[0];
    if (first) {
      jump(first.field);
      sayMissing(lacks.length === 1 ? first.message : `${first.message} Còn ${lacks.length - 1} chỗ nữa phải điền trước khi cấp số.`);
      return;
    }
    if ((await keptNow()) === null) return;
    unsayMissing();
    setIssuing(true);
  };
  // who came with a kept number came to give it
  useEffect(() => {
    // after the first drawing: what is missing is jumped to in the form that stands there
    if (kept !== null) queueMicrotask(() => void issue());
    // once, when the desk is opened
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  useCommands([
    { id: 'issue', label: 'Cấp số cho văn bản này', shortcut: 'F9', run: () => void issue() },
    { id: 'save', label: 'Lưu dự thảo ngay', shortcut: 'Ctrl+S', run: saveNow },
    { id: 'print', label: 'In trang giấy', shortcut: 'Ctrl+P', run: print },
    { id: 'wide', label: wide ? 'Hiện lại trang giấy' : 'Mở rộng phần soạn, ẩn trang giấy', shortcut: 'Ctrl+\\', run: () => setWide(!wide) },
    { id: 'fold-document', label: 'Sang phần Văn bản', shortcut: 'Ctrl+1', run: () => jump('subject') },
    { id: 'fold-body', label: 'Sang phần Nội dung', shortcut: 'Ctrl+2', run: () => jump('body') },
    { id: 'fold-recipients', label: 'Sang phần Nơi nhận & ký', shortcut: 'Ctrl+3', run: () => jump('recipients') },
    { id: 'fold-appendices', label: 'Sang phần Phụ lục', shortcut: 'Ctrl+4', run: () => jump('appendices.0') },
    { id: 'fold-obligations', label: 'Sang phần Việc phải theo dõi', shortcut: 'Ctrl+5', run: () => jump('obligations.0') },
  ]);

  const fold = (name: FoldName) => ({ open: !closed.includes(name), onToggle: () => setClosed((now) => (now.includes(name) ? now.filter((each) => each !== name) : [...now, name])) });
  const noteFocus = (event: FocusEvent): void => {
    const field = event.target.closest<HTMLElement>('[data-field]')?.dataset.field;
    if (field && field !== 'body') setFocused(field);
  };
  const markParagraph = useCallback((paragraph: number) => setFocused(`body.${paragraph}`), []);
  const takeFocuser = useCallback((focuser: ((paragraph: number) => void) | null) => {
    focusParagraph.current = focuser;
  }, []);
  const several = (count: number, what: string): string => (count === 0 ? 'chưa có' : `${count} ${what}`);

  return (
    <Screen
      title={letter.subject.trim() === '' ? 'Văn bản mới' : letter.subject}
      beside={<StatusSign status="draft" />}
      actions={<DraftButtons kept={keptForFile} appendices={letter.appendices.map(({ title }) => title)} onPrint={print} onDiscard={() => void discard().catch(sayRefused)} />}
      status="Ctrl+1 … Ctrl+5 chuyển phần · Ctrl+S lưu ngay · F9 cấp số"
    >
      <div className={classes.desk} ref={root} data-wide={wide}>
        <div className={form.form} onFocus={noteFocus}>
          <div className={form.folds}>
            <Fold title="Văn bản" holds={letter.codeNotation} {...fold('document')}>
              <DocumentFold letter={letter} office={settings.office} directory={directory} earlier={earlier} officeNotation={settings.codeNotation} onChange={change} />
            </Fold>
            <Fold title="Nội dung" holds={several(letter.body.split('\n').filter((line) => line.trim() !== '').length, 'đoạn')} {...fold('body')}>
              <BodyEditor body={letter.body} onChange={(body) => change({ body })} onPlace={markParagraph} onReady={takeFocuser} />
            </Fold>
            <Fold title="Nơi nhận & ký" holds={letter.signer.fullName ?? letter.signer.position} {...fold('recipients')}>
              <RecipientsFold letter={letter} current={() => session.getState().letter} directory={directory} earlier={earlier} onChange={change} />
            </Fold>
            <Fold title="Phụ lục" holds={several(letter.appendices.length, 'phụ lục')} {...fold('appendices')}>
              <AppendixFold appendices={letter.appendices} wide={wide} onWide={() => setWide(!wide)} onChange={(make) => change(make(session.getState().letter))} />
            </Fold>
            <Fold title="Việc phải theo dõi" holds={several(letter.obligations.length, 'việc')} {...fold('obligations')}>
              <ObligationsFold letter={letter} names={namesToChoose(directory)} onChange={(make) => change(make(session.getState().letter))} />
            </Fold>
          </div>
          {save.kind === 'overtaken' && line ? (
            <ChoiceNotice
              title="Dự thảo này đã đổi ở nơi khác nên không lưu thêm vào đó"
              choices={[
                { label: 'Giữ bản đang gõ thành dự thảo mới', run: keepAnew },
                { label: 'Mở bản mới nhất', run: () => reopen(line.id) },
              ]}
            >
              {refusalSentence(save.error)} Chữ đang gõ vẫn được giữ trên máy này; mở bản mới nhất thì bỏ phần gõ chưa lưu.
            </ChoiceNotice>
          ) : null}
          <PageFitChoice letter={calm} chosen={letter.fitPage ?? false} office={settings.office} form={settings.letterForm} today={today()} onChange={change} />
          <FindingsStrip impossible={wrong} missing={missing} asked={asked} onJump={jump} />
          <div className={classes.foot}>
            <SaveSentence save={save} onRetry={saveNow} />
            <Button onClick={() => void issue()} rightSection={<kbd className={classes.key}>F9</kbd>}>
              {nextCode && !nextCode.endsWith('/') ? `Cấp số ${nextCode}…` : 'Cấp số…'}
            </Button>
          </div>
        </div>
        <PaperPreview pages={pages} focused={focused} isOf={belongsTo} onPick={jump} />
      </div>
      {line && issuing ? <IssueDialog line={line} letter={letter} series={series} officeNotation={settings.codeNotation} kept={kept} onClose={() => setIssuing(false)} onIssued={onIssued} /> : null}
    </Screen>
  );
}
