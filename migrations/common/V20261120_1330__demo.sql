-- Which demo cases were loaded. Rows stay when a case is deleted: it does not come back then.
CREATE TABLE demo_case (
    number INTEGER NOT NULL PRIMARY KEY,
    case_id TEXT NOT NULL,
    complete INTEGER NOT NULL CHECK (complete IN (0, 1))
);
