#!/bin/bash
# healthcheck.sh --connect --innodb_initialized: does the server take TCP connections, is InnoDB up?
# Like the official one it logs in as the healthcheck user, so it says nothing about the application's user.
set -eo pipefail

config=/var/lib/mysql/.my-healthcheck.cnf

main() {
  [ $# -gt 0 ] || fail 'At least one argument required'
  local test
  for test; do
    case $test in
      --connect | --innodb_initialized) "${test#--}" || fail "healthcheck ${test#--} failed" ;;
      *) fail "Unknown healthcheck option $test" ;;
    esac
  done
  # Without TCP it is the temporary server of the first start.
  connect || fail 'healthcheck connect failed'
}

connect() {
  local answer
  answer=$(query socket 'SELECT @@skip_networking' 2>/dev/null || query tcp 'SELECT @@skip_networking' 2>&1) || true
  case $answer in
    0) ;;
    'ERROR 1'*' (28000)'*) ;; # refused by a server that listens
    *)
      printf '%s\n' "$answer" >&2
      return 1
      ;;
  esac
}

innodb_initialized() {
  local answer
  answer=$(query socket "SELECT 1 FROM information_schema.ENGINES WHERE engine = 'innodb' AND support IN ('YES', 'DEFAULT')")
  [ "$answer" = 1 ]
}

query() {
  local -a login=()
  [ ! -f "$config" ] || login=(--defaults-extra-file="$config")
  mariadb "${login[@]}" --host localhost --protocol "$1" --skip-column-names --batch -e "$2"
}

fail() {
  printf '%s\n' "$1" >&2
  exit 1
}

main "$@"
