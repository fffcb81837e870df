CREATE TABLE teaching_case (
    id TEXT NOT NULL PRIMARY KEY,
    institution_id TEXT NOT NULL REFERENCES institution (id),
    author_id TEXT NOT NULL REFERENCES person (id),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    title TEXT NOT NULL,
    -- The title without case, to sort by.
    title_key TEXT NOT NULL,
    presentation TEXT NOT NULL,
    modality TEXT,
    body_part TEXT,
    category TEXT,
    difficulty INTEGER CHECK (difficulty BETWEEN 1 AND 5),
    clinical_history TEXT NOT NULL,
    findings TEXT NOT NULL,
    diagnosis TEXT NOT NULL,
    -- Lists are JSON arrays of texts.
    differential TEXT NOT NULL,
    teaching_points TEXT NOT NULL,
    student_notes TEXT NOT NULL,
    fellow_notes TEXT NOT NULL,
    acgme_domains TEXT NOT NULL,
    tags TEXT NOT NULL,
    literature TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('draft', 'published', 'archived')),
    visibility TEXT NOT NULL CHECK (visibility IN ('private', 'institution', 'shared', 'public')),
    -- All that can be found, without case.
    search_text TEXT NOT NULL,
    -- Times are milliseconds since 1970, UTC.
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    published_at BIGINT,
    image_count INTEGER NOT NULL CHECK (image_count >= 0),
    thumbnail TEXT
);

-- One row for each tag of a case, without case; teaching_case.tags has them as they were written.
CREATE TABLE case_tag (
    case_id TEXT NOT NULL REFERENCES teaching_case (id),
    tag_key TEXT NOT NULL,
    PRIMARY KEY (case_id, tag_key)
);

CREATE INDEX case_tag_by_key ON case_tag (tag_key, case_id);

CREATE TABLE case_shared_with (
    case_id TEXT NOT NULL REFERENCES teaching_case (id),
    institution_id TEXT NOT NULL REFERENCES institution (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    PRIMARY KEY (case_id, institution_id)
);

CREATE INDEX case_shared_with_institution ON case_shared_with (institution_id, case_id);

-- For the caller's own cases, those of her institution, and the public ones.
CREATE INDEX teaching_case_of_author ON teaching_case (author_id, updated_at, id);
CREATE INDEX teaching_case_of_institution ON teaching_case (institution_id, status, updated_at, id);
CREATE INDEX teaching_case_by_visibility ON teaching_case (visibility, status, updated_at, id);

-- For the orders of the list; those that lack the value come last in both directions.
CREATE INDEX teaching_case_by_update ON teaching_case (updated_at, id);
CREATE INDEX teaching_case_by_creation ON teaching_case (created_at, id);
CREATE INDEX teaching_case_by_title ON teaching_case (title_key COLLATE "binary", id);
CREATE INDEX teaching_case_earliest_published ON teaching_case (COALESCE(published_at, 9223372036854775807), id);
CREATE INDEX teaching_case_latest_published ON teaching_case (COALESCE(published_at, 0), id);
CREATE INDEX teaching_case_easiest ON teaching_case (COALESCE(difficulty, 6), id);
CREATE INDEX teaching_case_hardest ON teaching_case (COALESCE(difficulty, 0), id);

-- For the filters.
CREATE INDEX teaching_case_by_modality ON teaching_case (modality, updated_at, id);
CREATE INDEX teaching_case_by_body_part ON teaching_case (body_part, updated_at, id);
CREATE INDEX teaching_case_by_category ON teaching_case (category, updated_at, id);
CREATE INDEX teaching_case_by_difficulty ON teaching_case (difficulty, updated_at, id);
