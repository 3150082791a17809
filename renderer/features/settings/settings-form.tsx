import { Button, Checkbox, TextInput, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { Book } from '../../../shared/contract/books.ts';
import type { Settings } from '../../../shared/contract/settings.ts';
import { patternAsStored, patternInVietnamese } from '../../../shared/letter/archive-line.ts';
import { defaultLetterForm, type Office } from '../../../shared/letter/office.ts';
import { LetterheadSample } from '../../components/letterhead-sample.tsx';
import { sayDone, sayRefused } from '../../components/say.tsx';
import { Screen } from '../../components/screen.tsx';
import { useCommands } from '../../lib/commands.ts';
import { engine, engineQueries } from '../../lib/engine.ts';
import { refusalProblems, refusalSentence } from '../../lib/refusal-sentence.ts';
import { afterKeeping } from './after-keeping.ts';
import { ArchiveSample } from './archive-sample.tsx';
import { BeforeMeansChoice } from './before-means-choice.tsx';
import { BooksTable } from './books-table.tsx';
import { DueNoticeSwitch } from './due-notice-switch.tsx';
import { SeriesEditor } from './series-editor.tsx';
import classes from './settings-form.module.css';

type Form = Settings & { office: Office };

/** What was changed and not kept when the screen was last left. */
let leftUnsaved: Form | null = null;

/** The settings as one form, kept together with Ctrl+S. */
export function SettingsForm({ saved, books }: { saved: Form; books: readonly Book[] }) {
  const queries = useQueryClient();
  const form = useForm({ mode: 'controlled', initialValues: saved });
  const { office, letterForm, codeNotation, series, beforeMeans, clerk } = form.values;
  const keep = useMutation({
    mutationFn: ({ office, letterForm, codeNotation, series, beforeMeans, clerk }: Form) => engine.settings.update({ office, letterForm, codeNotation, series, beforeMeans, clerk }),
    onSuccess: async ({ notices, ...kept }, sent) => {
      queries.setQueryData(engineQueries.settings.get.queryKey(), kept);
      if (kept.office) {
        const settled = { ...kept, office: kept.office };
        const typed = afterKeeping(form.getValues(), sent, settled);
        // the screen was left while this was on its way: what was sent is no longer unsaved
        if (leftUnsaved) leftUnsaved = afterKeeping(leftUnsaved, sent, settled);
        form.setInitialValues(settled);
        form.setValues(typed);
      }
      await queries.invalidateQueries({ queryKey: engineQueries.books.key() });
      sayDone(['Đã lưu cài đặt.', ...notices].join(' '));
    },
    onError: (error) => {
      // nobody is there any more to see it at its field
      if (leftUnsaved) sayRefused(error);
      form.setErrors(Object.fromEntries(refusalProblems(error).map(({ field, message }) => [field, message])));
    },
  });
  const dirty = form.isDirty();
  const latest = useRef<Form | null>(null);
  const onItsWay = useRef<Form | null>(null);
  useEffect(() => {
    latest.current = dirty ? form.values : null;
    onItsWay.current = keep.isPending ? keep.variables : null;
  });
  const { setValues } = form;
  useEffect(() => {
    if (leftUnsaved) setValues(leftUnsaved);
    leftUnsaved = null;
    return () => {
      leftUnsaved = latest.current;
      if (leftUnsaved && JSON.stringify(leftUnsaved) !== JSON.stringify(onItsWay.current)) sayDone('Cài đặt có thay đổi chưa lưu. Chúng vẫn còn ở màn hình Cài đặt.');
    };
  }, [setValues]);
  const save = (): void => {
    if (!keep.isPending) keep.mutate(form.getValues());
  };
  useCommands([{ id: 'save', label: 'Lưu cài đặt', shortcut: 'Ctrl+S', run: save }]);
  const text = (path: string, value: string | null) => ({ ...form.getInputProps(path), value: value ?? '' });

  return (
    <Screen
      title="Cài đặt"
      actions={
        <>
          {dirty ? (
            <>
              <span className={classes.dirty}>Có thay đổi chưa lưu</span>
              <Button variant="default" onClick={form.reset}>
                Bỏ thay đổi
              </Button>
            </>
          ) : null}
          <Button onClick={save} loading={keep.isPending} disabled={!dirty} rightSection={<kbd className={classes.key}>Ctrl+S</kbd>}>
            Lưu
          </Button>
        </>
      }
      status={keep.error ? refusalSentence(keep.error) : 'Văn bản đã cấp số giữ nguyên đầu trang và thể thức lúc cấp'}
    >
      <div className={classes.page}>
        <div className={classes.columns}>
          <section aria-labelledby="settings-office">
            <h2 id="settings-office">Cơ quan</h2>
            <TextInput label="Cơ quan chủ quản" description="Để trống nếu không in" autoComplete="off" {...text('office.parentName', office.parentName)} />
            <Textarea label="Tên cơ quan" description="Enter để ngắt dòng như cơ quan vẫn in" autosize minRows={2} maxRows={4} {...text('office.name', office.name)} />
            <TextInput label="Tên cơ quan trong câu" description="Như trong «của Ủy ban nhân dân tỉnh An Bình»; để trống thì suy từ tên trên" autoComplete="off" {...text('office.nameInText', office.nameInText)} />
            <TextInput label="Địa danh" autoComplete="off" {...text('office.place', office.place)} />
            <div className={classes.sheet}>
              <LetterheadSample office={office.name.trim() === '' ? { ...office, name: 'TÊN CƠ QUAN' } : office} form={letterForm} codeNotation={codeNotation || '…'} codeNumber={null} />
            </div>
          </section>
          <section aria-labelledby="settings-form">
            <h2 id="settings-form">Thể thức</h2>
            <TextInput label="Ký hiệu thường dùng" description="Ký hiệu có sẵn khi soạn công văn mới, như UBND-VP" autoComplete="off" spellCheck={false} {...text('codeNotation', codeNotation)} />
            <TextInput
              label="Mẫu dòng Lưu"
              description="{đơn vị}, {người soạn}, {số bản} là chỗ điền; phần trong [ ] bỏ đi khi không có chữ"
              autoComplete="off"
              spellCheck={false}
              {...text('letterForm.archivePattern', letterForm.archivePattern)}
              value={patternInVietnamese(letterForm.archivePattern)}
              onChange={(event) => form.setFieldValue('letterForm.archivePattern', patternAsStored(event.currentTarget.value))}
              rightSectionWidth={92}
              rightSection={
                letterForm.archivePattern === defaultLetterForm.archivePattern ? null : (
                  <Button size="compact-xs" variant="subtle" onClick={() => form.setFieldValue('letterForm.archivePattern', defaultLetterForm.archivePattern)}>
                    Mẫu chuẩn
                  </Button>
                )
              }
            />
            <ArchiveSample pattern={letterForm.archivePattern} />
            <Checkbox label="In địa chỉ, điện thoại, thư điện tử ở chân trang đầu" {...form.getInputProps('letterForm.showContacts', { type: 'checkbox' })} />
            <TextInput label="Địa chỉ" autoComplete="off" {...text('office.address', office.address)} />
            <div className={classes.pair}>
              <TextInput label="Điện thoại" autoComplete="off" {...text('office.phone', office.phone)} />
              <TextInput label="Thư điện tử" autoComplete="off" {...text('office.email', office.email)} />
            </div>
            <TextInput label="Trang thông tin" autoComplete="off" {...text('office.website', office.website)} />
          </section>
          <section aria-labelledby="settings-books">
            <h2 id="settings-books">Sổ và dãy số</h2>
            <BooksTable books={books} />
            <SeriesEditor series={series} onChange={(next) => form.setFieldValue('series', next)} />
          </section>
          <section aria-labelledby="settings-deadlines">
            <h2 id="settings-deadlines">Theo dõi hạn</h2>
            <BeforeMeansChoice value={beforeMeans} onChange={(next) => form.setFieldValue('beforeMeans', next)} />
          </section>
          <section aria-labelledby="settings-clerk">
            <h2 id="settings-clerk">Người dùng máy này</h2>
            <TextInput label="Họ tên" description="Ghi vào lịch sử của mỗi văn bản; để trống thì dùng tên đăng nhập của máy" autoComplete="off" {...text('clerk', clerk)} />
            <DueNoticeSwitch />
          </section>
        </div>
      </div>
    </Screen>
  );
}
