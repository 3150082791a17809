import { spine } from './0001-spine.ts';

/** Every migration in order; its place (from 1) is the version it leads to. Only ever appended to. */
export const migrations: readonly { name: string; sql: string }[] = [{ name: '0001-spine', sql: spine }];
