import { Select } from '@mantine/core';
import type { KeptObligation } from '../../../shared/contract/owed.ts';
import { shortDate } from '../../../shared/domain/dates.ts';

/** Which obligation of a dispatch, and which of its days. */
export interface ObligationDay {
  obligation: KeptObligation;
  n: number;
}

/** The day that was due last, else the first. */
export function usualDay(obligation: KeptObligation, today: string): ObligationDay {
  return { obligation, n: obligation.days.findLast(({ day }) => day <= today)?.n ?? obligation.days[0]?.n ?? 1 };
}

interface ObligationChoiceProps {
  obligations: readonly KeptObligation[];
  value: ObligationDay;
  today: string;
  onChange: (value: ObligationDay) => void;
}

/** Chooses an obligation of the dispatch and, where it comes back, one of its days; nothing to choose shows nothing. */
export function ObligationChoice({ obligations, value: { obligation, n }, today, onChange }: ObligationChoiceProps) {
  return (
    <>
      {obligations.length > 1 ? (
        <Select
          label="Việc"
          allowDeselect={false}
          data={obligations.map((each) => ({ value: String(each.id), label: each.what }))}
          value={String(obligation.id)}
          onChange={(id) => {
            const chosen = obligations.find((each) => String(each.id) === id);
            if (chosen) onChange(usualDay(chosen, today));
          }}
        />
      ) : null}
      {obligation.days.length > 1 ? <Select label="Kỳ hạn" allowDeselect={false} data={obligation.days.map((each) => ({ value: String(each.n), label: shortDate(each.day) }))} value={String(n)} onChange={(chosen) => chosen && onChange({ obligation, n: Number(chosen) })} /> : null}
    </>
  );
}
