#!/bin/sh
# Settings of the Java process that runs Tomcat and RadCase. Belongs in CATALINA_BASE/bin; catalina.sh reads it.
# Every RADCASE_… value may also come from the environment (systemd: Environment=), which then wins.

# Files, and the database if it is SQLite. Back this folder up.
RADCASE_HOME="${RADCASE_HOME:-$CATALINA_BASE/radcase-home}"

# Where Tomcat listens. RadCase itself refuses other machines as well (radcase.reach).
RADCASE_ADDRESS="${RADCASE_ADDRESS:-127.0.0.1}"
RADCASE_PORT="${RADCASE_PORT:-8080}"

# PostgreSQL only. Keep the password in the environment of the service, not in this file.
RADCASE_DB_URL="${RADCASE_DB_URL:-jdbc:postgresql://localhost:5432/radcase}"
RADCASE_DB_USER="${RADCASE_DB_USER:-radcase}"
export RADCASE_DB_URL RADCASE_DB_USER

# Memory: 1 GB of heap serves a programme of some hundred residents. An idle server gives memory back (G1PeriodicGCInterval).
RADCASE_MEMORY="${RADCASE_MEMORY:--Xms192m -Xmx1g -XX:+UseG1GC -XX:G1PeriodicGCInterval=60000 -XX:+ExitOnOutOfMemoryError}"

# Lines of the log: text for people, or json for programs that collect logs (an object a line).
RADCASE_LOG_FORMAT="${RADCASE_LOG_FORMAT:-text}"
case "$RADCASE_LOG_FORMAT" in
  json) RADCASE_LOG_FORMATTER=org.apache.juli.JsonFormatter ;;
  *) RADCASE_LOG_FORMATTER=org.apache.juli.OneLineFormatter ;;
esac

# A port that is taken ends the process instead of leaving it deaf; ${…} in ROOT.xml may name environment variables.
CATALINA_OPTS="$RADCASE_MEMORY \
 -Djava.awt.headless=true \
 -Dorg.apache.catalina.startup.EXIT_ON_INIT_FAILURE=true \
 -Dorg.apache.tomcat.util.digester.PROPERTY_SOURCE=org.apache.tomcat.util.digester.EnvironmentPropertySource \
 -Dradcase.home=\"$RADCASE_HOME\" \
 -Dradcase.address=\"$RADCASE_ADDRESS\" \
 -Dradcase.port=\"$RADCASE_PORT\" \
 -Dradcase.log.format=\"$RADCASE_LOG_FORMAT\" \
 -Dradcase.log.formatter=\"$RADCASE_LOG_FORMATTER\" \
 $CATALINA_OPTS"
