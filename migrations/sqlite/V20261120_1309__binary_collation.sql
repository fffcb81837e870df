-- SQLite has the collation "binary": texts sort by their bytes. This statement changes nothing.
SELECT 1;
