/** The post's book runs by the day of sending (PL IV mục III): without an index each stride of it would sort the whole book. */
export const sentByDay = `
CREATE INDEX outgoing_by_sent ON outgoing (sentDate, codeNumber, id) WHERE sentDate IS NOT NULL;
`;
