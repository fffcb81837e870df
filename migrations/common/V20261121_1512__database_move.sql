-- How far the move to another database has come: one row, in the database that has the data.
CREATE TABLE database_move (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    phase TEXT NOT NULL CHECK (phase IN ('copying', 'verifying', 'ready', 'switched', 'rolled-back', 'finished', 'cancelled')),
    started_at BIGINT NOT NULL,
    -- When the phase began.
    since BIGINT NOT NULL,
    -- Tables, places and mismatches, as JSON.
    details TEXT NOT NULL
);
