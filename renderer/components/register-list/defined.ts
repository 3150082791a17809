type Said<Fields> = { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> };

/** The fields that say something, so that the same question is always the same call. */
export const defined = <Fields extends object>(fields: Fields): Said<Fields> => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Said<Fields>;
