/**
 * Obligations that come back every half-year or year, and those without an end: a CHECK cannot be changed, so the table
 * is made anew under its own name. What refers to it (foreign keys, the triggers that count) names it and stays; ids and
 * the next id stay what they were. The table is never renamed: SQLite would write the new name into all of them.
 */
export const openRecurrences = `
CREATE TABLE obligationBefore AS SELECT * FROM obligation;
CREATE TABLE obligationNextId AS SELECT seq FROM sqlite_sequence WHERE name = 'obligation';
DROP TABLE obligation;
CREATE TABLE obligation (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  outgoingId INTEGER NOT NULL REFERENCES outgoing (id),
  ordinal INTEGER NOT NULL,
  what TEXT NOT NULL,
  reportTo TEXT,
  -- before: «trước ngày», through: «đến hết ngày»; due is the last day that counts either way
  bound TEXT CHECK (bound IN ('before', 'through')),
  due TEXT NOT NULL,
  time TEXT,
  recurrence TEXT CHECK (recurrence IN ('daily', 'working-days', 'weekly', 'monthly', 'quarterly', 'half-yearly', 'yearly')),
  -- null of a recurring one: it has no end yet, and its days are made as they come
  until TEXT,
  -- how a term was counted, in words; null for a fixed day
  rule TEXT,
  -- figures wanted in the report, JSON [{header, kind, total}]; [] when its form is free
  columns TEXT NOT NULL DEFAULT '[]',
  -- the sentence of the dispatch it was read from
  sentence TEXT,
  withdrawnReason TEXT,
  days INTEGER NOT NULL,
  -- kept by triggers: how many duties, and of all their days those settled, settled late, excused
  agencies INTEGER NOT NULL DEFAULT 0,
  settled INTEGER NOT NULL DEFAULT 0,
  settledLate INTEGER NOT NULL DEFAULT 0,
  excused INTEGER NOT NULL DEFAULT 0,
  createdAt TEXT NOT NULL
) STRICT;
INSERT INTO obligation (id, outgoingId, ordinal, what, reportTo, bound, due, time, recurrence, until, rule, columns, sentence, withdrawnReason, days, agencies, settled, settledLate, excused, createdAt)
  SELECT id, outgoingId, ordinal, what, reportTo, bound, due, time, recurrence, until, rule, columns, sentence, withdrawnReason, days, agencies, settled, settledLate, excused, createdAt FROM obligationBefore ORDER BY id;
DELETE FROM sqlite_sequence WHERE name = 'obligation';
INSERT INTO sqlite_sequence (name, seq) SELECT 'obligation', seq FROM obligationNextId;
DROP TABLE obligationBefore;
DROP TABLE obligationNextId;
CREATE UNIQUE INDEX obligation_of ON obligation (outgoingId, ordinal);
-- those whose further days are made as they come
CREATE INDEX obligation_without_end ON obligation (id) WHERE recurrence IS NOT NULL AND until IS NULL AND withdrawnReason IS NULL;
`;
