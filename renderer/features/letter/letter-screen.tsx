import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router';
import type { Outgoing } from '../../../shared/contract/outgoing.ts';
import { officialLetterType } from '../../../shared/domain/document-types.ts';
import { emptyLetter, type Letter } from '../../../shared/letter/letter.ts';
import { Notice } from '../../components/notice.tsx';
import { sayDone } from '../../components/say.tsx';
import { Screen } from '../../components/screen.tsx';
import { registerChanged } from '../../lib/after-change.ts';
import { usualNotation } from '../../lib/usual-notation.ts';
import { engine, engineQueries } from '../../lib/engine.ts';
import { forgetLetter, rememberLetter } from '../../lib/last-letter.ts';
import { refusalSentence } from '../../lib/refusal-sentence.ts';
import { AsideChoice } from './aside-choice.tsx';
import { IssuedLetter } from './issued-letter.tsx';
import { asideShelf, deskMark, type AsideShelf, type LetterAside } from './letter-aside.ts';
import { LetterDesk } from './letter-desk.tsx';
import { letterOf } from './letter-of.ts';
import { openingOf, type Opening } from './letter-opening.ts';
import { LetterSkeleton } from './letter-skeleton.tsx';
import type { JustIssued } from './just-issued.tsx';
import type { KeptLine } from './letter-session.ts';
import type { Directory } from './names-to-choose.ts';
import { leavingDesk } from './use-letter-session.ts';

/** What a way to the desk may say of it. */
interface DeskAddress {
  /** The desk that goes on under another address. */
  desk?: string;
  /** The text put aside that was chosen already. */
  wanted?: string;
}

interface Start {
  shelf: AsideShelf;
  stored: Outgoing | null;
  aside: LetterAside | null;
  opening: Opening;
  /** The mark of a desk that begins with nothing put aside. */
  mark: string;
}

/** Soạn thảo: one letter on the desk, written, previewed, issued; an issued one is only read. */
export function LetterScreen() {
  const { id } = useParams();
  const location = useLocation();
  const number = id !== undefined && /^\d{1,9}$/.test(id) ? Number(id) : null;
  // a new letter gets its id while it is being written: its place on the desk must not begin anew
  const { desk: kept, wanted } = (location.state as DeskAddress | null) ?? {};
  const desk = kept ?? (number === null ? `new-${location.key}` : `letter-${number}`);
  return <LetterRoom key={desk} id={number} desk={desk} wanted={wanted} />;
}

function LetterRoom({ id, desk, wanted }: { id: number | null; desk: string; wanted: string | undefined }) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [startId] = useState(id);
  const [chosen, setChosen] = useState<Exclude<Opening, 'ask'> | null>(null);
  const [justIssued, setJustIssued] = useState<JustIssued | null>(null);
  const settings = useQuery(engineQueries.settings.get.queryOptions());
  const agencies = useQuery(engineQueries.agencies.list.queryOptions());
  const groups = useQuery(engineQueries.groups.list.queryOptions());
  const [agencyRows, groupRows] = [agencies.data?.rows, groups.data?.rows];
  const directory = useMemo((): Directory => ({ agencies: agencyRows ?? [], groups: groupRows ?? [] }), [agencyRows, groupRows]);
  const earlier = useQuery(engineQueries.outgoing.list.queryOptions({ input: { view: 'numbered', limit: 100 } }));
  const now = useQuery(engineQueries.outgoing.get.queryOptions({ input: id === null ? skipToken : { id } }));
  // the letter as it is when the desk is opened: read after the last save of whoever left it
  const start = useQuery({
    queryKey: ['letter-start', startId, desk],
    queryFn: async (): Promise<Start> => {
      await leavingDesk();
      const { folderId } = await queries.ensureQueryData(engineQueries.settings.get.queryOptions());
      const shelf = asideShelf(localStorage, folderId);
      const stored = startId === null ? null : await engine.outgoing.get({ id: startId });
      const aside = shelf.find(startId, wanted);
      const opening = openingOf(stored, aside, wanted);
      if (opening === 'aside') sayDone('Đã lấy lại phần chưa lưu được của lần trước.');
      // the book holds that very text: its answer was lost, not the text
      if (opening === 'book' && aside) shelf.drop(startId, aside.mark);
      return { shelf, stored, aside, opening, mark: deskMark() };
    },
    staleTime: Infinity,
    gcTime: 0,
  });
  const folderId = settings.data?.folderId;
  useEffect(() => {
    if (id !== null && folderId) rememberLetter(folderId, id);
  }, [id, folderId]);

  const failed = [start, settings, earlier].find((query) => query.isError);
  if (failed) {
    return (
      <Screen title="Soạn thảo">
        <Notice tone="trouble" title="Chưa mở được văn bản" action={{ label: 'Thử lại', run: () => void failed.refetch() }}>
          {refusalSentence(failed.error)}
        </Notice>
      </Screen>
    );
  }
  if (!settings.data?.office || !start.data || earlier.isPending || agencies.isPending || groups.isPending) return <LetterSkeleton />;

  const { shelf, stored, aside, opening, mark } = start.data;
  if (aside && opening === 'ask' && chosen === null) {
    const take = (): void => {
      if (stored === null || stored.status === 'draft') return setChosen('aside');
      shelf.put(null, { ...aside, revision: null });
      shelf.drop(stored.id, aside.mark);
      void navigate('/soan-thao/moi', { state: { wanted: aside.mark } satisfies DeskAddress });
    };
    const drop = (): void => {
      shelf.drop(startId, aside.mark);
      setChosen('book');
    };
    return <AsideChoice stored={stored} aside={aside} onTake={take} onDrop={drop} />;
  }

  const present = now.data ?? stored;
  if (present && present.status !== 'draft') {
    return <IssuedLetter letter={present} office={present.issuedAs?.office ?? settings.data.office} form={present.issuedAs?.letterForm ?? settings.data.letterForm} justIssued={justIssued} onSeen={() => setJustIssued(null)} />;
  }
  const taken = (chosen ?? opening) === 'aside' ? aside : null;
  // a draft that was cancelled and taken back while this was open is read as it is now
  const newest = now.data && (stored?.id !== now.data.id || now.data.revision > stored.revision) ? now.data : stored;
  const lineOf = (draft: Outgoing | null): KeptLine | null => draft && { id: draft.id, revision: draft.revision };
  const blank = (): Letter => emptyLetter(usualNotation(earlier.data?.rows ?? [], officialLetterType, settings.data.codeNotation));
  return (
    <LetterDesk
      start={taken ? { line: lineOf(stored), letter: taken.letter, dirty: true, mark: taken.mark } : { line: lineOf(newest), letter: newest ? letterOf(newest) : blank(), dirty: false, mark }}
      shelf={shelf}
      settings={{ ...settings.data, office: settings.data.office }}
      directory={directory}
      earlier={earlier.data?.rows ?? []}
      nextCode={now.data?.nextCode ?? null}
      series={now.data?.series ?? null}
      onCreated={(created) => void navigate(`/soan-thao/${created}`, { replace: true, state: { desk } satisfies DeskAddress })}
      onReopen={(moved) => {
        void registerChanged(queries);
        void navigate(`/soan-thao/${moved}`, { replace: true, state: { desk: `letter-${moved}-${deskMark()}` } satisfies DeskAddress });
      }}
      onIssued={setJustIssued}
      onDiscarded={() => {
        forgetLetter();
        void navigate('/van-ban-di');
      }}
    />
  );
}
