-- Role and database of RadCase on PostgreSQL 13 or newer. As the server's administrator:
--   psql -f create.sql postgres
-- then set the password without leaving it in a file or a history:
--   psql -c '\password radcase' postgres

CREATE ROLE radcase LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE;

-- UTF8 and the C collation: the same order of texts on every machine, and one that an upgrade of the operating system can't change.
CREATE DATABASE radcase OWNER radcase ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C.UTF-8' TEMPLATE template0;

-- Nobody else connects or makes tables there.
REVOKE ALL ON DATABASE radcase FROM PUBLIC;
\connect radcase
REVOKE ALL ON SCHEMA public FROM PUBLIC;
ALTER SCHEMA public OWNER TO radcase;

-- A forgotten transaction or a runaway statement ends by itself; what was acknowledged is on the disk.
ALTER ROLE radcase IN DATABASE radcase SET idle_in_transaction_session_timeout = '60s';
ALTER ROLE radcase IN DATABASE radcase SET statement_timeout = '60s';
ALTER ROLE radcase IN DATABASE radcase SET lock_timeout = '10s';
ALTER ROLE radcase IN DATABASE radcase SET synchronous_commit = 'on';
