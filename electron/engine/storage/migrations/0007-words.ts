/**
 * What stands inside letters and attached files, to be found by its words. An index row has the place of its line, as
 * those of the register have; a file's text is kept once by its content, and again whenever it is linked it is there.
 * Nothing here is asked of the tables of other migrations but of those of the register.
 */
export const words = `
CREATE VIRTUAL TABLE outgoingTextIndex USING fts5 (words, content = '', contentless_delete = 1, detail = 'none', tokenize = 'unicode61 remove_diacritics 0');
CREATE VIRTUAL TABLE incomingTextIndex USING fts5 (words, content = '', contentless_delete = 1, detail = 'none', tokenize = 'unicode61 remove_diacritics 0');
CREATE TABLE fileText (
  sha256 TEXT PRIMARY KEY,
  -- cut: read, but only its beginning; none: of a kind without text, or pictures of pages alone; secret: carries a secrecy mark
  state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'read', 'cut', 'none', 'unreadable', 'secret')),
  -- why it cannot be found by its words, for people
  reason TEXT,
  -- every word once, as the index has it
  words TEXT,
  -- the text, packed (raw deflate of UTF-8)
  packed BLOB
) STRICT;
CREATE INDEX file_text_waiting ON fileText (state) WHERE state = 'waiting';
CREATE TRIGGER incoming_file_is_to_be_read AFTER INSERT ON incomingFile
BEGIN INSERT INTO fileText (sha256) VALUES (NEW.sha256) ON CONFLICT DO NOTHING; END;
CREATE TRIGGER outgoing_file_is_to_be_read AFTER INSERT ON outgoingFile WHEN NEW.role = 'attached'
BEGIN INSERT INTO fileText (sha256) VALUES (NEW.sha256) ON CONFLICT DO NOTHING; END;
-- how far the letters that were there before have been gone through, by id; no row: to the end
CREATE TABLE textBackfill (
  book TEXT PRIMARY KEY CHECK (book IN ('incoming', 'outgoing')),
  doneId INTEGER NOT NULL,
  lastId INTEGER NOT NULL
) STRICT;
INSERT INTO textBackfill (book, doneId, lastId) SELECT 'outgoing', 0, max(id) FROM outgoing HAVING max(id) IS NOT NULL;
INSERT INTO fileText (sha256) SELECT sha256 FROM incomingFile WHERE removedAt IS NULL UNION SELECT sha256 FROM outgoingFile WHERE role = 'attached' AND removedAt IS NULL;
`;
