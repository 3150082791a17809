import { useLocation, useNavigate } from 'react-router';

interface CameFrom {
  /** The entry before in what «back» goes through is the list, as the person left it. */
  list?: boolean;
}

/** What is given to `navigate` with the way from a list to the page of a line, so that the page leads back to it. */
export const fromList = { state: { list: true } satisfies CameFrom };

/** The way back: to the list as it was left (its search, view, open line) where one came from it, else to `otherwise`. */
export function useWayBack(otherwise: string): () => void {
  const navigate = useNavigate();
  const state = useLocation().state as CameFrom | null;
  return () => void (state?.list ? navigate(-1) : navigate(otherwise));
}
