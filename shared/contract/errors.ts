import { z } from 'zod';
import type { RefusalCode } from '../domain/refusal.ts';

const data = z
  .looseObject({
    problems: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
    /** With NEEDS_CONFIRM: what the same call is to carry in `confirm` once a person has agreed. */
    confirm: z.array(z.string()).optional(),
  })
  .optional();

/** HTTP status of every refusal; the code is what programs read. */
const statuses = {
  INPUT_INVALID: 422,
  NOT_FOUND: 404,
  NOT_ALLOWED: 409,
  CHANGED_MEANWHILE: 409,
  NUMBER_TAKEN: 409,
  NEEDS_CONFIRM: 409,
  NUMBERS_MISSING: 409,
  BOOK_BUSY: 503,
  DISK_FULL: 507,
  DISK_UNWRITABLE: 500,
  FILE_DAMAGED: 500,
  DATA_REMOTE: 500,
  DATA_NEWER: 500,
  DATA_DAMAGED: 500,
  DATA_NOT_EMPTY: 409,
  FILE_UNREADABLE: 422,
  CANCELLED: 409,
} as const satisfies Record<RefusalCode, number>;

type Refusals = { [Code in RefusalCode]: { status: number; data: typeof data } };

/** The typed errors every procedure may answer with, as oRPC's error map. */
export const refusals = Object.fromEntries(Object.entries(statuses).map(([code, status]) => [code, { status, data }])) as Refusals;
