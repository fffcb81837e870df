-- What a reader committed to before she saw the answer; once for each case.
CREATE TABLE case_reveal (
    case_id TEXT NOT NULL REFERENCES teaching_case (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    revealed_at BIGINT NOT NULL,
    -- A JSON array of texts, the most likely first; empty if she gave up.
    differential TEXT NOT NULL,
    confidence INTEGER CHECK (confidence BETWEEN 1 AND 5),
    PRIMARY KEY (case_id, person_id)
);

CREATE INDEX case_reveal_of_person ON case_reveal (person_id, revealed_at, case_id);

CREATE TABLE case_co_author (
    case_id TEXT NOT NULL REFERENCES teaching_case (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    PRIMARY KEY (case_id, person_id)
);

CREATE INDEX case_co_author_person ON case_co_author (person_id, case_id);

-- What can be found by those who must not see the answer yet. Rows from before get lower case by the
-- database, which on SQLite is that of ASCII; the next change of a case makes it right.
ALTER TABLE teaching_case ADD COLUMN study_search_text TEXT NOT NULL DEFAULT '';
UPDATE teaching_case SET study_search_text = lower(
    presentation || ' ' || clinical_history || ' ' || COALESCE(modality, '') || ' '
    || COALESCE(body_part, '') || ' ' || COALESCE(category, ''));
