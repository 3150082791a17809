/** Names of the messages between the window's preload and the main process. */
export const channels = {
  enginePort: 'engine-port',
  openFile: 'open-file',
  saveFile: 'save-file',
  showInFolder: 'show-in-folder',
  print: 'print',
  notify: 'notify',
  mayNotify: 'may-notify',
  menu: 'menu',
} as const;

/** What a gesture answers: its value, or the sentence that says why not (an error of Electron's own would carry English around it). */
export type GestureAnswer<Value> = { value: Value } | { sentence: string };
