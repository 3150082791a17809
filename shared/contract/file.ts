import { z } from 'zod';

/** A file with its bytes and the name to save it under. */
export const FileOut = z.file();
