#!/bin/bash
# The contract of the official mariadb image: an empty data directory is prepared from the environment, then the
# server runs. A data directory with content is never changed, unless MARIADB_AUTO_UPGRADE asks for it.
set -eo pipefail
shopt -s inherit_errexit nullglob

main() {
  case ${1:-} in -*) set -- mariadbd "$@" ;; esac
  if is_server "$@"; then prepare "$@"; fi
  exec "$@"
}

is_server() {
  local arg
  case ${1:-} in mariadbd | mysqld) ;; *) return 1 ;; esac
  for arg; do
    case $arg in '-?' | --help | --print-defaults | -V | --version) return 1 ;; esac
  done
}

prepare() {
  note "Entrypoint script for MariaDB Server $(version) started."
  read_config "$@"
  read_environment
  mkdir -p "$datadir"
  if [ "$(id -u)" = 0 ]; then
    find "$datadir" "${socket%/*}" ! -user mysql -exec chown mysql: {} +
    note "Switching to dedicated user 'mysql'"
    exec gosu mysql "${BASH_SOURCE[0]}" "$@"
  fi
  if [ -d "$datadir/mysql" ]; then
    if needs_upgrade; then upgrade "$@"; fi
    return
  fi
  check_environment
  initialize "$@"
}

# --- settings ----------------------------------------------------------------

read_config() {
  local values
  if ! values=$("$@" --verbose --help 2>/tmp/config-errors); then
    fail "mariadbd failed while attempting to check config
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
  for name in ROOT_HOST DATABASE USER PASSWORD ROOT_PASSWORD; do
    from_file "MYSQL_$name"
    from_file "MARIADB_$name"
    adopt "MARIADB_$name" "MYSQL_$name"
  done
  for name in PASSWORD_HASH ROOT_PASSWORD_HASH REPLICATION_USER REPLICATION_PASSWORD REPLICATION_PASSWORD_HASH \
    MASTER_HOST MASTER_PORT; do
    from_file "MARIADB_$name"
  done
  adopt MARIADB_ALLOW_EMPTY_ROOT_PASSWORD MYSQL_ALLOW_EMPTY_PASSWORD
  adopt MARIADB_RANDOM_ROOT_PASSWORD MYSQL_RANDOM_ROOT_PASSWORD
  adopt MARIADB_INITDB_SKIP_TZINFO MYSQL_INITDB_SKIP_TZINFO
  : "${MARIADB_ROOT_HOST:=%}"
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

# The first name wins; afterwards both hold its value, so init scripts may read either.
adopt() {
  local value=${!1:-${!2:-}}
  export "$1=$value" "$2=$value"
}

check_environment() {
  local choice="$MARIADB_ROOT_PASSWORD$MARIADB_ALLOW_EMPTY_ROOT_PASSWORD$MARIADB_RANDOM_ROOT_PASSWORD"
  [ -n "$choice$MARIADB_ROOT_PASSWORD_HASH" ] || fail 'Database is uninitialized and password option is not specified
	You need to specify one of MARIADB_ROOT_PASSWORD, MARIADB_ROOT_PASSWORD_HASH, MARIADB_ALLOW_EMPTY_ROOT_PASSWORD and MARIADB_RANDOM_ROOT_PASSWORD'
  [ -z "$choice" ] || [ -z "$MARIADB_ROOT_PASSWORD_HASH" ] ||
    fail 'Cannot specify MARIADB_ROOT_PASSWORD_HASH and another MARIADB_ROOT_PASSWORD* option.'
  [ -z "$MARIADB_PASSWORD" ] || [ -z "$MARIADB_PASSWORD_HASH" ] ||
    fail 'Cannot specify MARIADB_PASSWORD_HASH and MARIADB_PASSWORD option.'
  if [ -n "$MARIADB_MASTER_HOST" ]; then
    if [ -z "$MARIADB_REPLICATION_USER" ] || [ -z "$MARIADB_REPLICATION_PASSWORD" ]; then
      fail 'For a replica, MARIADB_REPLICATION_USER and MARIADB_REPLICATION_PASSWORD are mandatory.'
    fi
  elif [ -n "$MARIADB_REPLICATION_USER" ]; then
    [ -n "$MARIADB_REPLICATION_PASSWORD$MARIADB_REPLICATION_PASSWORD_HASH" ] ||
      fail 'MARIADB_REPLICATION_PASSWORD or MARIADB_REPLICATION_PASSWORD_HASH not found to create replication user for master'
  fi
}

# --- first start -------------------------------------------------------------

initialize() {
  ls /docker-entrypoint-initdb.d/ >/dev/null
  note 'Initializing database files'
  mariadb-install-db --datadir="$datadir" --rpm --auth-root-authentication-method=normal "${@:2}" \
    --skip-test-db --skip-log-bin --default-time-zone=SYSTEM --enforce-storage-engine=
  note 'Database files initialized'

  start_temporary "$@"
  if [ -z "$MARIADB_INITDB_SKIP_TZINFO" ]; then
    mariadb-tzinfo-to-sql --skip-write-binlog /usr/share/zoneinfo 2>/dev/null | docker_process_sql --database=mysql
  fi
  if [ -n "$MARIADB_RANDOM_ROOT_PASSWORD" ]; then
    MARIADB_ROOT_PASSWORD=$(random_password)
    note "GENERATED ROOT PASSWORD: $MARIADB_ROOT_PASSWORD"
  fi
  local sql
  sql=$(setup_sql)
  docker_process_sql --database=mysql --binary-mode <<<"$sql"
  password=$MARIADB_ROOT_PASSWORD
  [ -z "$MARIADB_DATABASE" ] || note "Created database $MARIADB_DATABASE"
  run_init_files /docker-entrypoint-initdb.d/*
  if [ -n "$MARIADB_ROOT_PASSWORD_HASH" ]; then
    docker_process_sql --database=mysql <<<"SET sql_log_bin = 0; SET PASSWORD FOR root@localhost = $(quote "$MARIADB_ROOT_PASSWORD_HASH");"
  fi
  stop_temporary
  note 'MariaDB init process done. Ready for start up.'
}

setup_sql() {
  echo 'SET @log_bin = @@SESSION.sql_log_bin; SET sql_log_bin = 0;'
  echo "SET sql_mode = REPLACE(@@SESSION.sql_mode, 'NO_BACKSLASH_ESCAPES', '');"
  # mariadb-install-db also makes root users for 127.0.0.1, ::1 and this container's name.
  echo "DELETE FROM global_priv WHERE user = 'root' AND host <> 'localhost';"
  echo "DELETE FROM proxies_priv WHERE user = 'root' AND host <> 'localhost'; FLUSH PRIVILEGES;"
  if [ -z "$MARIADB_ROOT_PASSWORD_HASH" ]; then
    echo "SET PASSWORD FOR root@localhost = PASSWORD($(quote "$MARIADB_ROOT_PASSWORD"));"
  fi
  if [ "$MARIADB_ROOT_HOST" != localhost ]; then
    local root
    root="root@$(quote "$MARIADB_ROOT_HOST")"
    echo "CREATE USER $root $(identified "$MARIADB_ROOT_PASSWORD" "$MARIADB_ROOT_PASSWORD_HASH");"
    echo "GRANT ALL ON *.* TO $root WITH GRANT OPTION; GRANT PROXY ON ''@'%' TO $root WITH GRANT OPTION;"
  fi
  if [ -n "$MARIADB_MYSQL_LOCALHOST_USER" ]; then
    echo 'CREATE USER mysql@localhost IDENTIFIED VIA unix_socket;'
    [ -z "$MARIADB_MYSQL_LOCALHOST_GRANTS" ] || echo "GRANT $MARIADB_MYSQL_LOCALHOST_GRANTS ON *.* TO mysql@localhost;"
  fi
  healthcheck_sql
  echo 'SET sql_log_bin = @log_bin;'
  application_sql
  replication_sql
}

application_sql() {
  [ -z "$MARIADB_DATABASE" ] || echo "CREATE DATABASE IF NOT EXISTS \`$MARIADB_DATABASE\`;"
  # Half a pair is skipped without a word, as the official image does.
  [ -n "$MARIADB_USER" ] && [ -n "$MARIADB_PASSWORD$MARIADB_PASSWORD_HASH" ] || return 0
  local user
  user="$(quote "$MARIADB_USER")@'%'"
  echo "CREATE USER $user $(identified "$MARIADB_PASSWORD" "$MARIADB_PASSWORD_HASH");"
  [ -z "$MARIADB_DATABASE" ] || echo "GRANT ALL ON \`${MARIADB_DATABASE//_/\\_}\`.* TO $user;"
}

replication_sql() {
  [ -n "$MARIADB_REPLICATION_USER" ] || return 0
  local user
  user=$(quote "$MARIADB_REPLICATION_USER")
  if [ -z "$MARIADB_MASTER_HOST" ]; then
    echo "CREATE USER $user@'%' $(identified "$MARIADB_REPLICATION_PASSWORD" "$MARIADB_REPLICATION_PASSWORD_HASH");"
    echo "GRANT REPLICATION REPLICA ON *.* TO $user@'%';"
    return
  fi
  echo "CHANGE MASTER TO MASTER_HOST=$(quote "$MARIADB_MASTER_HOST"), MASTER_PORT=${MARIADB_MASTER_PORT:-3306},"
  echo "  MASTER_USER=$user, MASTER_PASSWORD=$(quote "$MARIADB_REPLICATION_PASSWORD"), MASTER_CONNECT_RETRY=10;"
  echo 'START REPLICA;'
}

# Also writes the file from which healthcheck.sh logs in.
healthcheck_sql() {
  local host secret
  secret=$(random_password)
  for host in 127.0.0.1 ::1 localhost; do
    echo "CREATE OR REPLACE USER healthcheck@'$host' IDENTIFIED BY '$secret';"
    echo "GRANT ${MARIADB_HEALTHCHECK_GRANTS:-USAGE} ON *.* TO healthcheck@'$host';"
  done
  (umask 077 && printf '[mariadb-client]\nuser=healthcheck\npassword=%s\n' "$secret" >"$datadir/.my-healthcheck.cnf")
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

# --- later starts ------------------------------------------------------------

needs_upgrade() {
  local was is
  is=$(version)
  if [ ! -f "$datadir/mysql_upgrade_info" ]; then
    note 'MariaDB upgrade information missing, assuming required'
    return 0
  fi
  was=$(tr -d '\0' <"$datadir/mysql_upgrade_info")
  if [ "${was%.*}" != "${is%.*}" ] && [ "$(printf '%s\n' "${was%.*}" "${is%.*}" | sort -V | head -n1)" = "${was%.*}" ]; then
    return 0
  fi
  if [ ! -f "$datadir/.my-healthcheck.cnf" ]; then
    note 'MariaDB healthcheck configuration file missing, assuming desirable'
    return 0
  fi
  note 'MariaDB upgrade not required'
  return 1
}

upgrade() {
  if [ "${MARIADB_AUTO_UPGRADE:-0}" = 0 ]; then
    # shellcheck disable=SC2016 # the variable's name is meant
    note 'MariaDB upgrade (mariadb-upgrade or creating healthcheck users) required, but skipped due to $MARIADB_AUTO_UPGRADE setting'
    return
  fi
  # Loading the grant tables cannot be undone: the two steps need a server each.
  if [ ! -f "$datadir/.my-healthcheck.cnf" ]; then
    local sql
    sql="SET sql_log_bin = 0; FLUSH PRIVILEGES; $(healthcheck_sql)"
    start_temporary "$@" --skip-grant-tables --skip-slave-start
    note 'Creating healthcheck users'
    docker_process_sql --database=mysql <<<"$sql"
    stop_temporary
  fi
  start_temporary "$@" --skip-grant-tables --skip-slave-start
  if [ "${MARIADB_DISABLE_UPGRADE_BACKUP:-}" != 1 ]; then back_up_system; fi
  note 'Starting mariadb-upgrade'
  mariadb-upgrade --socket="$socket" --upgrade-system-tables
  note 'Finished mariadb-upgrade'
  stop_temporary
}

back_up_system() {
  local was=unknown_version
  [ ! -f "$datadir/mysql_upgrade_info" ] || was=$(tr -d '\0' <"$datadir/mysql_upgrade_info")
  note "Backing up system database to system_mysql_backup_$was.sql.zst"
  mariadb-dump --skip-lock-tables --replace --databases mysql --socket="$socket" |
    zstd -q -f -o "$datadir/system_mysql_backup_$was.sql.zst"
}

# --- server and client -------------------------------------------------------

start_temporary() {
  note 'Starting temporary server'
  "$@" --skip-networking --default-time-zone=SYSTEM --socket="$socket" --wsrep-on=OFF --expire-logs-days=0 &
  server=$!
  local try
  for ((try = 0; try < 150; try++)); do
    if docker_process_sql --database=mysql <<<'SELECT 1' >/dev/null 2>&1; then
      note 'Temporary server started.'
      return
    fi
    kill -0 "$server" || break
    sleep 0.2
  done
  fail 'Unable to start server.'
}

stop_temporary() {
  note 'Stopping temporary server'
  kill "$server"
  wait "$server"
  note 'Temporary server stopped'
}

# Scripts that are sourced from /docker-entrypoint-initdb.d call this one by name.
docker_process_sql() {
  MYSQL_PWD=${password:-} mariadb --protocol=socket -uroot -hlocalhost --socket="$socket" \
    ${MARIADB_DATABASE:+--database="$MARIADB_DATABASE"} "$@"
}

quote() {
  local text=${1//\\/\\\\}
  printf "'%s'" "${text//\'/\\\'}"
}

identified() {
  if [ -n "$2" ]; then
    echo "IDENTIFIED BY PASSWORD $(quote "$2")"
  else
    echo "IDENTIFIED BY $(quote "$1")"
  fi
}

random_password() { head -c 24 /dev/urandom | base64 | tr '+/' '._'; }

version() { mariadbd --version | sed -E 's/.* Ver ([0-9.]+-MariaDB).*/\1/'; }

log() { printf '%s [%s] [Entrypoint]: %s\n' "$(date --rfc-3339=seconds)" "$1" "$2"; }
note() { log Note "$1"; }
warn() { log Warn "$1" >&2; }
fail() {
  log ERROR "$1" >&2
  exit 1
}

main "$@"
