const opening = /^(?:(?:v\/v|về việc)(?:[:.]\s*|\s+|$))+/iu;

/** The subject of a công văn as it stands after `V/v`, without the `V/v` or `Về việc` the clerk typed himself. */
export const afterVv = (subject: string): string => subject.trim().replace(opening, '');
