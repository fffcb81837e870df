-- A list is made of parts that do not overlap, each in the order of an index of its own: what is
-- published for everybody, and what belongs to an institution. The indexes over all cases go. Status and visibility
-- stand in every index, also where they are constant: SQLite would else read the whole row for them.
DROP INDEX teaching_case_by_update;
DROP INDEX teaching_case_by_creation;
DROP INDEX teaching_case_by_title;
DROP INDEX teaching_case_earliest_published;
DROP INDEX teaching_case_latest_published;
DROP INDEX teaching_case_easiest;
DROP INDEX teaching_case_hardest;
DROP INDEX teaching_case_of_institution;
DROP INDEX teaching_case_by_visibility;

CREATE INDEX public_case_by_update ON teaching_case (updated_at, id, institution_id, status, visibility)
    WHERE status = 'published' AND visibility = 'public';
CREATE INDEX public_case_by_creation ON teaching_case (created_at, id, institution_id, status, visibility)
    WHERE status = 'published' AND visibility = 'public';
CREATE INDEX public_case_by_title ON teaching_case (title_key COLLATE "binary", id, institution_id, status, visibility)
    WHERE status = 'published' AND visibility = 'public';
CREATE INDEX public_case_earliest_published ON teaching_case (COALESCE(published_at, 9223372036854775807), id, institution_id, status, visibility)
    WHERE status = 'published' AND visibility = 'public';
CREATE INDEX public_case_latest_published ON teaching_case (COALESCE(published_at, 0), id, institution_id, status, visibility)
    WHERE status = 'published' AND visibility = 'public';
CREATE INDEX public_case_easiest ON teaching_case (COALESCE(difficulty, 6), id, institution_id, status, visibility)
    WHERE status = 'published' AND visibility = 'public';
CREATE INDEX public_case_hardest ON teaching_case (COALESCE(difficulty, 0), id, institution_id, status, visibility)
    WHERE status = 'published' AND visibility = 'public';

CREATE INDEX institution_case_by_update ON teaching_case (institution_id, updated_at, id, status, visibility);
CREATE INDEX institution_case_by_creation ON teaching_case (institution_id, created_at, id, status, visibility);
CREATE INDEX institution_case_by_title ON teaching_case (institution_id, title_key COLLATE "binary", id, status, visibility);
CREATE INDEX institution_case_earliest_published ON teaching_case (institution_id, COALESCE(published_at, 9223372036854775807), id, status, visibility);
CREATE INDEX institution_case_latest_published ON teaching_case (institution_id, COALESCE(published_at, 0), id, status, visibility);
CREATE INDEX institution_case_easiest ON teaching_case (institution_id, COALESCE(difficulty, 6), id, status, visibility);
CREATE INDEX institution_case_hardest ON teaching_case (institution_id, COALESCE(difficulty, 0), id, status, visibility);

-- For counts by filter, from the index alone.
CREATE INDEX public_case_facets ON teaching_case (modality, body_part, category, difficulty, institution_id, status, visibility)
    WHERE status = 'published' AND visibility = 'public';
CREATE INDEX institution_case_facets ON teaching_case (institution_id, modality, body_part, category, difficulty, status, visibility);

-- For those found by something else: whether one may see them, without their long texts.
CREATE INDEX teaching_case_facts ON teaching_case (id, institution_id, status, visibility, author_id, modality, body_part, category, difficulty, updated_at);
