-- Written every second while there is a read replica, which shows by it how far it is behind. One row.
CREATE TABLE database_heartbeat (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    at BIGINT NOT NULL
);
