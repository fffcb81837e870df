-- RadCase has split the words already, the same for every database: the tokenizer "ascii" takes them
-- as they are. The index keeps no texts; its rows have the numbers of case_search_row, since those
-- that SQLite gives to rows by itself do not survive a VACUUM.
CREATE TABLE case_search_row (
    number INTEGER NOT NULL PRIMARY KEY,
    case_id TEXT NOT NULL UNIQUE
);

CREATE VIRTUAL TABLE case_search USING fts5(
    title, text, content='', contentless_delete=1, tokenize='ascii', prefix='2 3');
CREATE VIRTUAL TABLE case_study_search USING fts5(
    title, text, content='', contentless_delete=1, tokenize='ascii', prefix='2 3');

INSERT INTO case_search_row (case_id) SELECT id FROM teaching_case;
INSERT INTO case_search (rowid, title, text)
    SELECT r.number, c.search_title, c.search_text
    FROM teaching_case c JOIN case_search_row r ON r.case_id = c.id;
INSERT INTO case_study_search (rowid, title, text)
    SELECT r.number, c.study_search_title, c.study_search_text
    FROM teaching_case c JOIN case_search_row r ON r.case_id = c.id;

-- A row that is written over another (INSERT OR REPLACE) fires no trigger for the one that goes.
CREATE TRIGGER teaching_case_found AFTER INSERT ON teaching_case
BEGIN
    DELETE FROM case_search
        WHERE rowid = (SELECT number FROM case_search_row WHERE case_id = NEW.id);
    DELETE FROM case_study_search
        WHERE rowid = (SELECT number FROM case_search_row WHERE case_id = NEW.id);
    DELETE FROM case_search_row WHERE case_id = NEW.id;
    INSERT INTO case_search_row (case_id) VALUES (NEW.id);
    INSERT INTO case_search (rowid, title, text)
        SELECT number, NEW.search_title, NEW.search_text
        FROM case_search_row WHERE case_id = NEW.id;
    INSERT INTO case_study_search (rowid, title, text)
        SELECT number, NEW.study_search_title, NEW.study_search_text
        FROM case_search_row WHERE case_id = NEW.id;
END;

CREATE TRIGGER teaching_case_found_otherwise
AFTER UPDATE OF search_title, search_text, study_search_title, study_search_text ON teaching_case
WHEN OLD.search_title <> NEW.search_title OR OLD.search_text <> NEW.search_text
    OR OLD.study_search_title <> NEW.study_search_title
    OR OLD.study_search_text <> NEW.study_search_text
BEGIN
    UPDATE case_search SET title = NEW.search_title, text = NEW.search_text
        WHERE rowid = (SELECT number FROM case_search_row WHERE case_id = NEW.id);
    UPDATE case_study_search SET title = NEW.study_search_title, text = NEW.study_search_text
        WHERE rowid = (SELECT number FROM case_search_row WHERE case_id = NEW.id);
END;

CREATE TRIGGER teaching_case_lost AFTER DELETE ON teaching_case
BEGIN
    DELETE FROM case_search
        WHERE rowid = (SELECT number FROM case_search_row WHERE case_id = OLD.id);
    DELETE FROM case_study_search
        WHERE rowid = (SELECT number FROM case_search_row WHERE case_id = OLD.id);
    DELETE FROM case_search_row WHERE case_id = OLD.id;
END;
