-- What this database is to RadCase; while the data moves to another one, both have a row.
CREATE TABLE database_role (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    role TEXT NOT NULL CHECK (role IN ('active', 'switching', 'standby', 'archive')),
    -- One more with each switch.
    epoch BIGINT NOT NULL
);

INSERT INTO database_role (id, role, epoch) VALUES (1, 'active', 0);
