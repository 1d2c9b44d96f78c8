#!/bin/bash
# The contract of the official mysql image: an empty data directory is prepared from the environment, then the
# server runs. A data directory with content is never changed.
set -eo pipefail
shopt -s inherit_errexit nullglob

main() {
  case ${1:-} in -*) set -- mysqld "$@" ;; esac
  if is_server "$@"; then prepare "$@"; fi
  exec "$@"
}

is_server() {
  local arg
  [ "${1:-}" = mysqld ] || return 1
  for arg; do
    case $arg in '-?' | --help | --print-defaults | -V | --version) return 1 ;; esac
  done
}

prepare() {
  note "Entrypoint script for MySQL Server $(mysqld --version | sed -E 's/.* Ver ([^ ]+).*/\1/') started."
  read_config "$@"
  read_environment
  mkdir -p "$datadir"
  if [ "$(id -u)" = 0 ]; then
    find "$datadir" "${socket%/*}" ! -user mysql -exec chown mysql: {} +
    note "Switching to dedicated user 'mysql'"
    exec gosu mysql "${BASH_SOURCE[0]}" "$@"
  fi
  [ ! -d "$datadir/mysql" ] || return 0
  check_environment
  initialize "$@"
}

# --- settings ----------------------------------------------------------------

read_config() {
  local values
  if ! values=$("$@" --verbose --help --log-bin-index=/tmp/unused-index 2>/tmp/config-errors); then
    fail "mysqld failed while attempting to check config
	command was: $* --verbose --help
	$(cat /tmp/config-errors)"
  fi
  rm -f /tmp/config-errors
  datadir=$(awk '/^datadir / { print $2; exit }' <<<"$values")
  socket=$(awk '/^socket / { print $2; exit }' <<<"$values")
  datadir=${datadir%/}
}

read_environment() {
  local name
  for name in ROOT_HOST DATABASE USER PASSWORD ROOT_PASSWORD; do from_file "MYSQL_$name"; done
  : "${MYSQL_ROOT_HOST:=%}"
}

# Moves the content of the file that <name>_FILE points to into <name>.
from_file() {
  local name=$1 file=$1_FILE value
  [ -n "${!file:-}" ] || return 0
  [ -z "${!name:-}" ] || fail "Both $name and $file are set (but are exclusive)"
  value=$(<"${!file}")
  export "$name=$value"
  unset "$file"
}

check_environment() {
  local choices='
    - MYSQL_ROOT_PASSWORD
    - MYSQL_ALLOW_EMPTY_PASSWORD
    - MYSQL_RANDOM_ROOT_PASSWORD'
  [ -n "$MYSQL_ROOT_PASSWORD$MYSQL_ALLOW_EMPTY_PASSWORD$MYSQL_RANDOM_ROOT_PASSWORD" ] ||
    fail "Database is uninitialized and password option is not specified
    You need to specify one of the following as an environment variable:$choices"
  [ "$MYSQL_USER" != root ] ||
    fail "MYSQL_USER=\"root\", MYSQL_USER and MYSQL_PASSWORD are for configuring a regular user and cannot be used for the root user
    Remove MYSQL_USER=\"root\" and use one of the following to control the root user password:$choices"
  if [ -n "$MYSQL_USER" ] && [ -z "$MYSQL_PASSWORD" ]; then
    warn 'MYSQL_USER specified, but missing MYSQL_PASSWORD; MYSQL_USER will not be created'
  elif [ -z "$MYSQL_USER" ] && [ -n "$MYSQL_PASSWORD" ]; then
    warn 'MYSQL_PASSWORD specified, but missing MYSQL_USER; MYSQL_PASSWORD will be ignored'
  fi
}

# --- first start -------------------------------------------------------------

initialize() {
  ls /docker-entrypoint-initdb.d/ >/dev/null
  note 'Initializing database files'
  "$@" --initialize-insecure --default-time-zone=SYSTEM
  note 'Database files initialized'

  note 'Starting temporary server'
  "$@" --daemonize --skip-networking --default-time-zone=SYSTEM --socket="$socket" || fail 'Unable to start server.'
  note 'Temporary server started.'

  if [ -z "$MYSQL_INITDB_SKIP_TZINFO" ]; then
    mysql_tzinfo_to_sql /usr/share/zoneinfo 2>/dev/null | docker_process_sql --database=mysql
  fi
  if [ -n "$MYSQL_RANDOM_ROOT_PASSWORD" ]; then
    MYSQL_ROOT_PASSWORD=$(head -c 24 /dev/urandom | base64)
    note "GENERATED ROOT PASSWORD: $MYSQL_ROOT_PASSWORD"
  fi
  local sql
  sql=$(setup_sql)
  docker_process_sql --database=mysql <<<"$sql"
  password=$MYSQL_ROOT_PASSWORD
  run_init_files /docker-entrypoint-initdb.d/*
  if [ -n "$MYSQL_ONETIME_PASSWORD" ]; then
    docker_process_sql --database=mysql <<<"ALTER USER root@$(quote "$MYSQL_ROOT_HOST") PASSWORD EXPIRE;"
  fi

  note 'Stopping temporary server'
  MYSQL_PWD=$password mysqladmin --protocol=socket -uroot --socket="$socket" shutdown
  note 'Temporary server stopped'
  note 'MySQL init process done. Ready for start up.'
}

setup_sql() {
  local secret
  secret=$(quote "$MYSQL_ROOT_PASSWORD")
  echo 'SET @log_bin = @@SESSION.sql_log_bin; SET sql_log_bin = 0;'
  echo "ALTER USER root@localhost IDENTIFIED BY $secret;"
  if [ "$MYSQL_ROOT_HOST" != localhost ]; then
    local root
    root="root@$(quote "$MYSQL_ROOT_HOST")"
    echo "CREATE USER $root IDENTIFIED BY $secret; GRANT ALL ON *.* TO $root WITH GRANT OPTION;"
  fi
  echo 'SET sql_log_bin = @log_bin;'
  [ -z "$MYSQL_DATABASE" ] || echo "CREATE DATABASE IF NOT EXISTS \`$MYSQL_DATABASE\`;"
  [ -n "$MYSQL_USER" ] && [ -n "$MYSQL_PASSWORD" ] || return 0
  local user
  user="$(quote "$MYSQL_USER")@'%'"
  echo "CREATE USER $user IDENTIFIED BY $(quote "$MYSQL_PASSWORD");"
  [ -z "$MYSQL_DATABASE" ] || echo "GRANT ALL ON \`${MYSQL_DATABASE//_/\\_}\`.* TO $user;"
}

run_init_files() {
  local file
  for file; do
    case $file in
      *.sh | *.sql | *.sql.gz | *.sql.xz | *.sql.zst) note "$0: running $file" ;;
      *) warn "$0: ignoring $file" ;;
    esac
    case $file in
      *.sh) run_script "$file" ;;
      *.sql) docker_process_sql <"$file" ;;
      *.sql.gz) gzip -dc "$file" | docker_process_sql ;;
      *.sql.xz) xz -dc "$file" | docker_process_sql ;;
      *.sql.zst) zstd -dc "$file" | docker_process_sql ;;
    esac
  done
}

run_script() {
  if [ -x "$1" ]; then
    "$1"
    return
  fi
  # shellcheck source=/dev/null
  . "$1"
}

# Scripts that are sourced from /docker-entrypoint-initdb.d call this one by name.
docker_process_sql() {
  MYSQL_PWD=${password:-} mysql --protocol=socket -uroot -hlocalhost --socket="$socket" \
    ${MYSQL_DATABASE:+--database="$MYSQL_DATABASE"} --comments "$@"
}

quote() {
  local text=${1//\\/\\\\}
  printf "'%s'" "${text//\'/\\\'}"
}

log() { printf '%s [%s] [Entrypoint]: %s\n' "$(date --rfc-3339=seconds)" "$1" "$2"; }
note() { log Note "$1"; }
warn() { log Warn "$1" >&2; }
fail() {
  log ERROR "$1" >&2
  exit 1
}

main "$@"
