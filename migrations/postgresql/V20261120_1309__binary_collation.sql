-- Texts sort by their bytes, under the name that SQLite has for it, whatever the database's locale.
CREATE COLLATION "binary" FROM "C";
