import { useCallback, useState } from 'react';
import { readLayout, type ColumnLayout } from './column-layout.ts';

/** The columns as this person keeps them in this data folder; changes are remembered on this computer at once. */
export function useColumnLayout(folderId: string, list: string): [ColumnLayout, (layout: ColumnLayout) => void] {
  const key = `columns/${folderId}/${list}`;
  const [layout, setLayout] = useState(() => readLayout(localStorage.getItem(key)));
  const keep = useCallback(
    (next: ColumnLayout): void => {
      setLayout(next);
      localStorage.setItem(key, JSON.stringify(next));
    },
    [key],
  );
  return [layout, keep];
}
