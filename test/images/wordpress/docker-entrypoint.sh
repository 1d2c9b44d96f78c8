#!/bin/bash
# The contract of the official wordpress image: core and wp-config.php are put where they are missing, and what is
# there is kept.
set -euo pipefail

main() {
  case ${1:-} in apache2*) prepare ;; esac
  exec "$@"
}

prepare() {
  local user=${APACHE_RUN_USER:-www-data} group=${APACHE_RUN_GROUP:-www-data}
  # Apache writes numeric ids as '#1000'.
  user=${user#\#} group=${group#\#}
  if [ ! -e index.php ] && [ ! -e wp-includes/version.php ]; then copy_core "$user" "$group"; fi
  if [ ! -s wp-config.php ] && [ -n "${!WORDPRESS_*}" ]; then write_config "$user" "$group"; fi
}

copy_core() {
  local user=$1 group=$2 dir
  local -a keep=()
  echo "WordPress not found in $PWD - copying now..." >&2
  # A directory that docker made for a mount belongs to root.
  if is_root && [ "$(stat -c %u:%g .)" = 0:0 ]; then chown "$user:$group" .; fi
  if [ -n "$(find . -mindepth 1 -maxdepth 1 ! -name wp-content)" ]; then
    echo "WARNING: $PWD is not empty! (copying anyhow)" >&2
  fi
  # Plugins and themes that are there, in a volume perhaps, are not replaced.
  while read -r dir; do
    if [ -d "$dir" ]; then keep+=(--exclude "./$dir"); fi
  done < <(cd /usr/src/wordpress && find wp-content -mindepth 2 -maxdepth 2 -type d)
  tar --create --directory /usr/src/wordpress --owner "$user" --group "$group" "${keep[@]}" . |
    tar --extract --no-overwrite-dir
  echo "Complete! WordPress has been successfully copied to $PWD" >&2
}

write_config() {
  echo "No 'wp-config.php' found in $PWD, but 'WORDPRESS_...' variables supplied; copying 'wp-config-docker.php' (${!WORDPRESS_*})" >&2
  # shellcheck disable=SC2016 # the dollar sign is PHP's
  php -r 'echo preg_replace_callback("/put your unique phrase here/", fn () => bin2hex(random_bytes(32)), file_get_contents($argv[1]));' \
    /usr/src/wordpress/wp-config-docker.php >wp-config.php
  if is_root; then chown "$1:$2" wp-config.php; fi
}

is_root() { [ "$(id -u)" = 0 ]; }

main "$@"
