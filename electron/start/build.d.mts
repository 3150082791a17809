/** Builds a part when something it is made of has changed; `force` builds it anyway. */
export function ensureBuilt(name: 'renderer' | 'electron', options?: { force?: boolean }): Promise<void>;
