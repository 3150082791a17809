import { NumberInput, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { OutgoingRow } from '../../../shared/contract/outgoing.ts';
import type { Letter, Recipient } from '../../../shared/letter/letter.ts';
import { LineList } from '../../components/line-list.tsx';
import { SuggestInput } from '../../components/suggest-input.tsx';
import { engineQueries } from '../../lib/engine.ts';
import classes from './letter-form.module.css';
import { type Directory, namesToChoose } from './names-to-choose.ts';
import { mayPointBack } from '../../../shared/letter/letter-notices.ts';
import { signerAsBefore } from './signer-as-before.ts';

const purposes = ['để b/c', 'để t/h', 'để p/h', 'để biết', 'để đăng tải', 'để theo dõi'].map((name) => ({ name }));
const positions = ['CHỦ TỊCH', 'PHÓ CHỦ TỊCH', 'CHÁNH VĂN PHÒNG', 'PHÓ CHÁNH VĂN PHÒNG', 'GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC', 'CHI CỤC TRƯỞNG', 'TRƯỞNG BAN', 'PHÓ TRƯỞNG BAN'].map((name) => ({ name }));

interface RecipientsFoldProps {
  letter: Letter;
  /** The letter as it stands at this moment, for answers that come later. */
  current: () => Letter;
  directory: Directory;
  /** Letters issued before, newest first: who signed them. */
  earlier: readonly OutgoingRow[];
  onChange: (patch: Partial<Letter>) => void;
}

/** Nơi nhận & ký: the foot of the page. */
export function RecipientsFold({ letter, current, directory, earlier, onChange }: RecipientsFoldProps) {
  const queries = useQueryClient();
  const { archive, signer } = letter;
  const signers = [...new Set(earlier.map((row) => row.signerName).filter((name) => name !== null))].map((name) => ({ name }));

  // whoever signed before signs again with the same powers, unless they are filled in already
  const takeSigner = (name: string): void => {
    const row = earlier.find((each) => each.signerName === name);
    if (!row || signer.position.trim() !== '') return;
    void queries.fetchQuery(engineQueries.outgoing.get.queryOptions({ input: { id: row.id } })).then(
      (before) => {
        const next = signerAsBefore(current().signer, before.signer);
        if (next) onChange({ signer: next });
      },
      () => undefined,
    );
  };

  return (
    <>
      <LineList<Recipient>
        label="Nơi nhận"
        field="recipients"
        lines={letter.recipients}
        onChange={(recipients) => onChange({ recipients })}
        textOf={(recipient) => recipient.name}
        withText={(recipient, name) => ({ ...recipient, name })}
        newLine={() => ({ name: '', purpose: null })}
        suggestions={namesToChoose(directory)}
        placeholder={mayPointBack(letter) ? 'Như trên' : 'tên nơi nhận'}
        beside={(recipient, change, name, at, goOn) => (
          <SuggestInput
            data-field={`recipients.${at}.purpose`}
            className={classes.purpose ?? ''}
            aria-label={`Mục đích gửi: ${name}`}
            placeholder="(để …)"
            offerAll
            value={recipient.purpose ?? ''}
            onChange={(purpose) => change({ ...recipient, purpose: purpose === '' ? null : purpose })}
            suggestions={purposes}
            half="take"
            takeAndGo
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.ctrlKey || event.altKey || event.shiftKey) return;
              event.preventDefault();
              goOn();
            }}
          />
        )}
      />
      <div className={classes.row3} data-field="archive">
        <TextInput label="Lưu" data-field="archive.units" autoComplete="off" placeholder="VT, KGVX" value={archive.units} onChange={(event) => onChange({ archive: { ...archive, units: event.currentTarget.value } })} />
        <TextInput
          label="Người soạn"
          data-field="archive.drafter"
          autoComplete="off"
          value={archive.drafter ?? ''}
          onChange={(event) => onChange({ archive: { ...archive, drafter: event.currentTarget.value === '' ? null : event.currentTarget.value } })}
        />
        <NumberInput
          label="Số bản"
          data-field="archive.copies"
          min={0}
          max={100_000}
          hideControls
          allowDecimal={false}
          allowNegative={false}
          value={archive.copies ?? ''}
          onChange={(copies) => onChange({ archive: { ...archive, copies: typeof copies === 'number' ? copies : null } })}
        />
      </div>
      <div className={classes.row}>
        <SuggestInput
          label="Họ tên người ký"
          data-field="signer.fullName"
          offerAll
          value={signer.fullName ?? ''}
          onChange={(fullName) => onChange({ signer: { ...signer, fullName: fullName === '' ? null : fullName } })}
          suggestions={signers}
          onTake={takeSigner}
        />
        <SuggestInput label="Chức vụ" data-field="signer.position" placeholder="CHỦ TỊCH" offerAll value={signer.position} onChange={(position) => onChange({ signer: { ...signer, position } })} suggestions={positions} />
      </div>
      <TextInput
        label="Chức vụ khác"
        description="in trên họ tên, khi người ký giữ thêm một chức vụ (ô 7b); để trống nếu không có"
        data-field="signer.otherPosition"
        autoComplete="off"
        value={signer.otherPosition ?? ''}
        onChange={(event) => onChange({ signer: { ...signer, otherPosition: event.currentTarget.value === '' ? null : event.currentTarget.value } })}
      />
      <Textarea
        label="Quyền hạn ký"
        description="TM., KT., TL., TUQ. đứng trên chức vụ; mỗi dòng một quyền hạn, để trống nếu không có"
        data-field="signer.competence"
        placeholder={'TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH'}
        autosize
        minRows={2}
        maxRows={4}
        spellCheck={false}
        value={signer.competence ?? ''}
        onChange={(event) => onChange({ signer: { ...signer, competence: event.currentTarget.value === '' ? null : event.currentTarget.value } })}
      />
    </>
  );
}
