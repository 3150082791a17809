const key = 'last-letter';

/** Remembers the letter on the desk, so that «Soạn thảo» comes back to it; ids mean something in their own data folder only. */
export const rememberLetter = (folderId: string, id: number): void => sessionStorage.setItem(key, `${folderId}/${id}`);

/** Nothing is on the desk any more. */
export const forgetLetter = (): void => sessionStorage.removeItem(key);

/** Where one letter is written or read. */
export const letterAddress = (id: number): string => `/soan-thao/${id}`;

/** Where «Soạn thảo» leads in this data folder: the letter last worked on, else a new one. */
export function lastLetterAddress(folderId: string | undefined): string {
  const [folder, id] = sessionStorage.getItem(key)?.split('/') ?? [];
  return id && folder === folderId ? letterAddress(Number(id)) : '/soan-thao/moi';
}
