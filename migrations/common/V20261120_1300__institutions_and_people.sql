CREATE TABLE institution (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
);

CREATE TABLE person (
    id TEXT NOT NULL PRIMARY KEY,
    institution_id TEXT NOT NULL REFERENCES institution (id),
    name TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('learner', 'educator', 'director', 'admin', 'operator'))
);

CREATE INDEX person_of_institution ON person (institution_id);
