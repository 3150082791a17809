/** A file handed to the shell: its bytes and the name to save it under (already safe for every file system). */
export interface HostFile {
  name: string;
  bytes: Uint8Array;
  /** Whether the program has made it itself; what came from elsewhere is marked as foreign when it is opened. */
  ours?: boolean;
}

/**
 * The native gestures of a shell, as one typed object. Electron's preload exposes it as `window.host`; in a browser
 * the window makes one of downloads and `window.print()`. Plain values only: it crosses the context bridge.
 */
export interface Host {
  readonly kind: 'electron' | 'browser';
  /** Opens the file in its own program (Word, Excel); a browser downloads it. */
  openFile(file: HostFile): Promise<void>;
  /** Asks where to keep the file; the path it went to, or null when the person thought better of it. */
  saveFile(file: HostFile): Promise<string | null>;
  /** Shows a saved file in its folder; nothing happens in a browser. */
  showInFolder(path: string): Promise<void>;
  /** Prints the window as it stands; its print styles leave only the pages. Resolves when the dialog is done. */
  print(): Promise<void>;
  /** Calls back with the name of the menu command chosen; the answer stops it. */
  onMenu(callback: (command: MenuCommand) => void): () => void;
  /** A notification of the system, where it is allowed. Answers once it is done with: whether the person clicked it; the window then stands in front. */
  notify(title: string, body: string): Promise<boolean>;
  /** Whether notifications may be shown. With `ask` a browser asks the person, so only ever at their own click. */
  mayNotify(ask: boolean): Promise<LeaveToNotify>;
}

/** `unasked`: the person has not said yes or no; `missing`: this computer has no notifications. */
export type LeaveToNotify = 'given' | 'refused' | 'unasked' | 'missing';

/** What the application menu may ask of the window. */
export const menuCommands = ['new-letter', 'save', 'print', 'issue', 'find', 'commands', 'keys', 'incoming', 'outgoing', 'books', 'import', 'backup', 'settings', 'find-everything', 'toggle-theme'] as const;
export type MenuCommand = (typeof menuCommands)[number];

/**
 * How the window gets its port to the engine: it posts `enginePortWanted` to itself, the preload answers with
 * `enginePortHere` and exactly one MessagePort (`window.postMessage(enginePortHere, location.origin, [port])`).
 * Asked for again after a reload, it answers with a fresh port.
 */
export const enginePortWanted = 'so-cong-van:engine-port-wanted';
export const enginePortHere = 'so-cong-van:engine-port';
