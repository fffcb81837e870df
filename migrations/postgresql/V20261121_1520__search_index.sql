-- RadCase has split the words already, the same for every database: they are taken as they are.
CREATE FUNCTION search_document(words TEXT) RETURNS tsvector
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT COALESCE(
        string_agg(
            '''' || replace(replace(left(word, 64), '\', '\\'), '''', '''''') || ''':' || place,
            ' '),
        '')::tsvector
    FROM unnest(string_to_array(words, ' ')) WITH ORDINALITY AS t (word, place)
    WHERE word NOT IN ('', '¶')
$$;

ALTER TABLE teaching_case
    ADD COLUMN search_title_document tsvector
        GENERATED ALWAYS AS (search_document(search_title)) STORED,
    ADD COLUMN search_document tsvector
        GENERATED ALWAYS AS (search_document(search_title || ' ¶ ' || search_text)) STORED,
    ADD COLUMN study_search_title_document tsvector
        GENERATED ALWAYS AS (search_document(study_search_title)) STORED,
    ADD COLUMN study_search_document tsvector
        GENERATED ALWAYS AS (search_document(study_search_title || ' ¶ ' || study_search_text)) STORED;

CREATE INDEX teaching_case_search ON teaching_case USING gin (search_document);
CREATE INDEX teaching_case_study_search ON teaching_case USING gin (study_search_document);
