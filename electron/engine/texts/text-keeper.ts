/** Sees to it that texts of former letters and of attached files can be found, without anybody waiting for it. */
export interface TextKeeper {
  /** Something may have come to be read: it is looked for soon. */
  wake(): void;
  /** Reads until nothing is left to be read, or `atMostMs` have passed. */
  settle(atMostMs?: number): Promise<void>;
  /** Does a work that puts another book in the place of this one, while nothing is read for either. */
  pause<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Ends after the step under way; what is left is done when the book is opened again. */
  close(): Promise<void>;
}
