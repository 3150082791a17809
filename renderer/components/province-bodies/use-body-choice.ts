import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo, useState } from 'react';
import type { OfferedBody } from '../../../shared/contract/agencies.ts';
import type { OfficeProvince } from '../../../shared/domain/directory/province-of-office.ts';
import { readCommunes, type ReadCommune } from '../../../shared/domain/directory/read-communes.ts';
import { type engine, engineQueries } from '../../lib/engine.ts';

/** What a person has said about the bodies of a province; kept by whoever shows the choice, so that going back loses nothing. */
export interface BodyChoiceState {
  place: OfficeProvince;
  /** Ticks that differ from what is usual. */
  ticks: Readonly<Record<string, boolean>>;
  fills: Readonly<Record<string, string>>;
  communes: string;
}

export const noChoice = (place: OfficeProvince): BodyChoiceState => ({ place, ticks: {}, fills: {}, communes: '' });

export interface BodyChoice {
  state: BodyChoiceState;
  change: (change: Partial<BodyChoiceState>) => void;
  /** Null while the list is being read. */
  groups: readonly { id: string; name: string; bodies: readonly OfferedBody[] }[] | null;
  error: unknown;
  readAgain: () => void;
  isTicked: (body: OfferedBody) => boolean;
  /** Ticks all of these that the directory lacks, or none. */
  tickAll: (bodies: readonly OfferedBody[], on: boolean) => void;
  /** The lines of the text as they read. */
  communes: readonly ReadCommune[];
  /** How many would be added, as far as can be told before it is done. */
  total: number;
  /** A name that is ticked and still to be completed. */
  unfilled: OfferedBody | null;
  /** What `agencies.choose` is called with. */
  input: () => Parameters<typeof engine.agencies.choose>[0];
}

/** The bodies of a province to choose from, with what the person has ticked, filled in and pasted. `officeName` where the office is not kept yet; nothing is read before it is `shown`. */
export function useBodyChoice(state: BodyChoiceState, change: (change: Partial<BodyChoiceState>) => void, { officeName, shown = true }: { officeName?: string; shown?: boolean } = {}): BodyChoice {
  const { province, level } = state.place;
  const input = { province, level, ...(officeName !== undefined && { officeName }) };
  const offered = useQuery({ ...engineQueries.agencies.offered.queryOptions({ input }), placeholderData: keepPreviousData, enabled: shown });
  const text = useDeferredValue(state.communes);
  const communes = useMemo(() => readCommunes(text), [text]);
  const groups = offered.data?.groups ?? null;
  const isTicked = (body: OfferedBody): boolean => body.known === null && (state.ticks[body.id] ?? body.usual);
  const ticked = groups?.flatMap(({ bodies }) => bodies.filter(isTicked)) ?? [];
  const read = communes.filter(({ name }) => name !== null).length;
  return {
    state,
    change,
    groups,
    error: offered.error,
    readAgain: () => void offered.refetch(),
    isTicked,
    tickAll: (bodies, on) => change({ ticks: { ...state.ticks, ...Object.fromEntries(bodies.map(({ id }) => [id, on])) } }),
    communes,
    total: ticked.length + read,
    unfilled: ticked.find(({ id, fill }) => fill !== null && (state.fills[id] ?? '').trim() === '') ?? null,
    input: () => ({ province, level, bodies: ticked.map(({ id, fill }) => ({ id, ...(fill !== null && { fill: state.fills[id] ?? '' }) })), communes: state.communes }),
  };
}

/** Keeps a choice and lets parts of it be changed. */
export function useBodyChoiceState(place: OfficeProvince): readonly [BodyChoiceState, (change: Partial<BodyChoiceState>) => void, (place: OfficeProvince) => void] {
  const [state, setState] = useState(() => noChoice(place));
  return [state, (change) => setState((now) => ({ ...now, ...change })), (next) => setState((now) => ({ ...now, place: next }))];
}
