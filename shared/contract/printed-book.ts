import { z } from 'zod';

/** The five books of PL IV: I văn bản đi, III gửi bưu điện, IV sử dụng bản lưu, VI văn bản đến, VIII theo dõi giải quyết. */
export const PrintedBook = z.enum(['incoming', 'outgoing', 'post', 'archive-use', 'handling'], { error: 'Sổ là incoming, outgoing, post, archive-use hoặc handling.' });
export type PrintedBook = z.infer<typeof PrintedBook>;
