-- The keys (a JSON array each) of rows that were written and not carried over yet. Empty unless data moves.
CREATE TABLE database_journal (
    sequence INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    table_name TEXT NOT NULL,
    row_key TEXT NOT NULL
);
