/** The Chromium of this machine, or null; CHROMIUM_PATH names another. */
export function findChromium(): string | null;
