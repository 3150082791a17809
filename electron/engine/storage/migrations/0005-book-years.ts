/**
 * Which years of a book may take a number without asking, and who opened, closed or reopened one. Years in which the
 * program has given numbers: the newest goes on running, earlier ones are asked about once.
 */
export const bookYears = `
CREATE TABLE bookYear (
  kind TEXT NOT NULL CHECK (kind IN ('incoming', 'outgoing')),
  year INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('running', 'beside', 'past', 'closed')),
  PRIMARY KEY (kind, year)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX book_year_running ON bookYear (kind) WHERE state = 'running';
CREATE TABLE bookYearAct (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('incoming', 'outgoing')),
  year INTEGER NOT NULL,
  -- skip, again: numbers lost from the file are not given again, or are
  -- open: a person said that this year is meant; clock: that the clock, earlier than the last number, is right
  act TEXT NOT NULL CHECK (act IN ('open', 'start', 'close', 'reopen', 'clock', 'skip', 'again')),
  reason TEXT
) STRICT;
CREATE INDEX book_year_act_of ON bookYearAct (kind, year, id);
CREATE TRIGGER book_year_act_is_never_changed BEFORE UPDATE ON bookYearAct
BEGIN SELECT RAISE(ABORT, 'history is never changed'); END;
CREATE TRIGGER book_year_act_is_never_deleted BEFORE DELETE ON bookYearAct
BEGIN SELECT RAISE(ABORT, 'history is never deleted'); END;
INSERT INTO bookYear (kind, year, state)
  SELECT kind, year, iif(year = max(year) OVER (PARTITION BY kind), 'running', 'past') FROM (
    SELECT 'incoming' AS kind, year FROM incoming WHERE batch IS NULL GROUP BY year
    UNION ALL SELECT 'outgoing', year FROM outgoing WHERE batch IS NULL AND codeNumber IS NOT NULL GROUP BY year);
INSERT INTO bookYear (kind, year, state) SELECT DISTINCT kind, year, 'beside' FROM book WHERE startedAt IS NOT NULL ON CONFLICT DO NOTHING;
`;
