-- What can be found of a case, as tokens: title and diagnosis weigh more than the rest. The first
-- start of a release that writes them in another way writes them again; search_version tells which.
ALTER TABLE teaching_case ADD COLUMN search_title TEXT NOT NULL DEFAULT '';
ALTER TABLE teaching_case ADD COLUMN study_search_title TEXT NOT NULL DEFAULT '';
ALTER TABLE teaching_case ADD COLUMN search_version INTEGER NOT NULL DEFAULT 0;

CREATE INDEX teaching_case_by_search_version ON teaching_case (search_version, id);
