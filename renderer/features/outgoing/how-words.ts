import type { RecipientRow } from '../../../shared/contract/recipients.ts';

export const howWords: Record<NonNullable<RecipientRow['how']>, string> = { hand: 'trao tay', post: 'bưu điện', network: 'trục liên thông', email: 'thư điện tử', fax: 'fax', other: 'cách khác' };
