#!/bin/bash
# Proves on the engine that the images keep their contract: smoke.sh [name ...]
set -euo pipefail

docker=${DOCKER:-docker}
run=portolan-smoke-$$
steps=(busybox toolbox nginx mariadb mysql wordpress cli)

main() {
  "$docker" version >/dev/null || exit 1
  trap clean_up EXIT
  local step
  if [ $# -gt 0 ]; then steps=("$@"); fi
  for step in "${steps[@]}"; do "smoke_$step"; done
  echo 'all as expected'
}

smoke_busybox() {
  network lan
  start web --network "$run-lan" busybox:1.36 sh -c 'cd /tmp && echo 12345 > index.html && httpd -v -f'
  within 5 'busybox httpd answers' client wget -qO- "http://$run-web/"
  expect 'busybox httpd serves the page' 12345 client wget -qO- "http://$run-web/"
  expect 'busybox ping by name' '0% packet loss' client ping -c 1 "$run-web"
  expect 'busybox nslookup' "$(address web)" client nslookup "$run-web"
  expect 'busybox nc' 12345 client sh -c "printf 'GET / HTTP/1.0\r\n\r\n' | nc $run-web 80"
  expect 'busybox ip' 'inet 127.0.0.1' client ip addr
  expect 'busybox reads the hosts file' 10.9.8.7 client_with --add-host db:10.9.8.7 -- ping -c 1 -W 1 db
  expect 'busybox user nobody' 65534 client_with --user nobody -- id -u
  remove web
}

smoke_toolbox() {
  local image tool
  for image in centos:7 debian:12; do
    for tool in bash ping ip ss curl nslookup getent nc ps; do
      expect "$image has $tool" "$tool" once "$image" sh -c "command -v $tool"
    done
  done
}

smoke_nginx() {
  network lan
  start nginx --network "$run-lan" nginx:1.27
  within 5 'nginx answers' client wget -qO- "http://$run-nginx/"
  expect 'nginx welcomes' 'Welcome to nginx!' client wget -qO- "http://$run-nginx/"
  expect 'nginx logs requests to stdout' '"GET / HTTP/1.1" 200' logs nginx
  expect 'nginx stops at once, exit 0' 0 stop_code nginx
  remove nginx
}

smoke_mariadb() {
  local -a wordpress=(-e MYSQL_DATABASE=wordpress -e MYSQL_USER=wpuser -e MYSQL_PASSWORD=wppass)
  smoke_database mariadb:11.4.2 mariadb MARIADB
  local check='healthcheck.sh --connect --innodb_initialized'
  start db --network "$run-lan" --health-cmd "$check" --health-interval 1s \
    -e MARIADB_ROOT_PASSWORD=rootpass "${wordpress[@]}" mariadb:10.11
  within 30 'mariadb is healthy' is_healthy db
  expect 'mariadb user over TCP' wpuser "$docker" exec -e MYSQL_PWD=wppass "$run-db" mariadb -h127.0.0.1 -uwpuser -e 'SELECT current_user()' wordpress
  remove db

  start db --health-cmd "$check" --health-interval 1s -e MYSQL_ROOT_PASSWORD=rootpass \
    -e MYSQL_DATABASE=wordpress -e MYSQL_USER=wpuser -e MSYQL_PASSWORD=wppass mariadb:latest
  within 30 'mariadb with a misspelt variable is healthy, too' is_healthy db
  expect 'the user is missing then' 'Access denied' "$docker" exec -e MYSQL_PWD=wppass "$run-db" mariadb -h127.0.0.1 -uwpuser -e 'SELECT 1'
  remove db

  start db --health-cmd "$check" --health-interval 1s -e MARIADB_ROOT_PASSWORD=rootpass mariadb:latest
  within 30 'mariadb is in its first start' first_start db
  "$docker" kill "$run-db" >/dev/null
  "$docker" start "$run-db" >/dev/null
  within 30 'mariadb killed in its first start is healthy, too' is_healthy db
  expect 'root has no password then' 1 "$docker" exec "$run-db" mariadb -h127.0.0.1 -uroot -e 'SELECT 1'
  remove db

  start db -v "$run-db-data:/var/lib/mysql" -e MARIADB_ROOT_PASSWORD=rootpass mariadb:latest
  within 30 'mariadb starts' serves db mariadb root rootpass
  "$docker" exec "$run-db" rm /var/lib/mysql/.my-healthcheck.cnf
  remove db
  start db -v "$run-db-data:/var/lib/mysql" -e MARIADB_AUTO_UPGRADE=1 mariadb:latest
  within 30 'mariadb upgrades itself' serves db mariadb root rootpass
  expect 'mariadb made the healthcheck user again' 'Creating healthcheck users' logs db
  expect 'mariadb ran the upgrade' 'Finished mariadb-upgrade' logs db
  remove db
  drop_volume db-data

  network lan
  start db --network "$run-lan" -e MARIADB_ROOT_PASSWORD=rootpass -e MARIADB_REPLICATION_USER=copy \
    -e MARIADB_REPLICATION_PASSWORD=copypass mariadb:latest --log-bin --server-id=1
  within 30 'mariadb primary starts' serves db mariadb root rootpass
  start replica --network "$run-lan" -e MARIADB_ROOT_PASSWORD=rootpass -e MARIADB_REPLICATION_USER=copy \
    -e MARIADB_REPLICATION_PASSWORD=copypass -e "MARIADB_MASTER_HOST=$run-db" mariadb:latest --server-id=2
  within 30 'mariadb replica starts' serves replica mariadb root rootpass
  sql db mariadb 'CREATE DATABASE copied'
  within 15 'mariadb replicates' sql replica mariadb 'USE copied'
  remove db replica
}

smoke_mysql() { smoke_database mysql:9.7 mysql MYSQL; }

smoke_database() {
  local image=$1 client=$2 prefix=$3
  network lan
  refuses "$image refuses to start without a root password" 'password option is not specified' once "$image"
  refuses "$image refuses a variable together with its file" 'Both MYSQL_PASSWORD and MYSQL_PASSWORD_FILE are set' \
    once -e MYSQL_ROOT_PASSWORD=x -e MYSQL_PASSWORD=y -e MYSQL_PASSWORD_FILE=/z "$image"
  if [ "$client" = mysql ]; then
    refuses "$image refuses root as user" 'cannot be used for the root user' \
      once -e MYSQL_ROOT_PASSWORD=x -e MYSQL_USER=root "$image"
    expect "$image warns of half a pair" 'MYSQL_USER will not be created' \
      once -e MYSQL_ROOT_PASSWORD=x -e MYSQL_USER=wpuser "$image" --no-such-option # ends it after the warning
  fi

  write_file secrets root-password 'root "pa'\''ss' 0400
  write_file conf my.cnf '[mysqld]
server-id=100
log-bin=mysql-bin' 0444
  write_file init 1.sql 'CREATE TABLE notes (text varchar(9)); INSERT INTO notes VALUES ("kept");' 0444
  write_file init 2.sh 'docker_process_sql <<<"INSERT INTO notes VALUES (\"sourced\")"' 0444
  start db --network "$run-lan" -v "$run-data:/var/lib/mysql" -v "$run-secrets:/run/secrets:ro" -v "$run-conf:/etc/mysql/conf.d:ro" \
    -v "$run-init:/docker-entrypoint-initdb.d:ro" -e "${prefix}_ROOT_PASSWORD_FILE=/run/secrets/root-password" \
    -e MYSQL_DATABASE=wordpress -e MYSQL_USER=wpuser -e MYSQL_PASSWORD=wppass "$image"
  within 60 "$image takes root over TCP with the password of the file" serves db "$client" root 'root "pa'\''ss'
  expect "$image takes the user over the network" wpuser \
    once --network "$run-lan" -e MYSQL_PWD=wppass "$image" "$client" -h "$run-db" -uwpuser -e 'SELECT current_user()' wordpress
  expect "$image read conf.d" 'mysql-bin.0' "$docker" exec "$run-db" ls /var/lib/mysql
  expect "$image ran the sql file" kept query_as_user db "$client" 'SELECT text FROM notes'
  expect "$image sourced the script" sourced query_as_user db "$client" 'SELECT text FROM notes'
  expect "$image runs as mysql" mysql "$docker" exec "$run-db" stat -c %U /proc/1

  "$docker" restart --time 30 "$run-db" >/dev/null
  within 30 "$image restarts" serves db "$client" wpuser wppass
  remove db
  start db --network "$run-lan" -v "$run-data:/var/lib/mysql" -e MYSQL_ROOT_PASSWORD=other -e MYSQL_PASSWORD=other "$image"
  within 30 "$image starts on the old data, with the old password" serves db "$client" wpuser wppass
  expect "$image kept the data" kept query_as_user db "$client" 'SELECT text FROM notes'
  expect "$image ignores new passwords" 'Access denied' \
    "$docker" exec -e MYSQL_PWD=other "$run-db" "$client" -h127.0.0.1 -uwpuser -e 'SELECT 1'
  remove db
  drop_volume data secrets conf init
}

smoke_wordpress() {
  local database
  for database in mariadb:11.4.2 mysql:8.4; do smoke_site "$database"; done
}

smoke_site() {
  local database=$1 page salt
  local -a wordpress=(--network "$run-lan" --network-alias web -v "$run-content:/var/www/html/wp-content" -v "$run-secrets:/run/secrets:ro"
    -e WORDPRESS_DB_HOST=db001:3306 -e WORDPRESS_DB_USER=wpuser -e WORDPRESS_DB_NAME=wordpress
    -e WORDPRESS_DB_PASSWORD_FILE=/run/secrets/wp-password -e "WORDPRESS_CONFIG_EXTRA=define('PORTOLAN', 'extra');")
  for salt in AUTH_KEY SECURE_AUTH_KEY LOGGED_IN_KEY NONCE_KEY AUTH_SALT SECURE_AUTH_SALT LOGGED_IN_SALT NONCE_SALT; do
    wordpress+=(-e "WORDPRESS_$salt=$salt-for-the-test")
  done
  network lan
  write_file secrets wp-password wppass 0444
  start db --network "$run-lan" --network-alias db001 -e MYSQL_ROOT_PASSWORD=rootpass \
    -e MYSQL_DATABASE=wordpress -e MYSQL_USER=wpuser -e MYSQL_PASSWORD=wppass "$database"
  start web "${wordpress[@]}" wordpress:php8.3-apache
  start browser --network "$run-lan" centos:7 sleep infinity
  page=http://web

  within 60 "wordpress on $database answers" browse "$page/wp-admin/install.php"
  expect 'install page' 200 status "$page/wp-admin/install.php"
  expect 'front page leads to the installer' 302 status "$page/"
  expect 'scripted install' 'Success!' browse "$page/wp-admin/install.php?step=2" -d weblog_title=Harbour -d user_name=admin \
    -d admin_password=adm1n-pass -d admin_password2=adm1n-pass -d admin_email=admin@example.com -d pw_weak=1
  expect 'front page shows the title' Harbour browse "$page/"
  expect 'login' 'Dashboard' browse "$page/wp-login.php" -L -b wordpress_test_cookie=check -d testcookie=check -d log=admin -d pwd=adm1n-pass
  expect 'publish a post' '"status":"publish"' browse "$page/?rest_route=/wp/v2/posts" \
    -H "X-WP-Nonce: $(nonce)" -d title=Lighthouse -d status=publish
  expect 'front page shows the post' Lighthouse browse "$page/"
  expect 'WORDPRESS_CONFIG_EXTRA is in force' extra "$docker" exec "$run-web" php -r 'require "wp-config.php"; echo PORTOLAN;'
  expect 'requests are logged' '"POST /wp-login.php' logs web

  remove web
  start web "${wordpress[@]}" wordpress:php8.3-apache
  within 30 're-created wordpress answers' browse "$page/"
  expect 'post survives the re-creation' Lighthouse browse "$page/"

  remove web
  start web "${wordpress[@]}" wordpress:6.8-apache
  within 30 'newer core answers' browse "$page/"
  expect 'database upgrade' 200 status "$page/wp-admin/upgrade.php?step=1"
  expect 'newer core runs' 'content="WordPress 6.8' browse "$page/"
  expect 'post survives the newer core' Lighthouse browse "$page/"
  expect 'login survives the newer core' 'Dashboard' browse "$page/wp-admin/" -L
  expect 'wordpress stops at once, exit 0' 0 stop_code web
  remove web db browser
  drop_volume content secrets
}

smoke_cli() {
  refuses 'wordpress:cli serves nothing and exits' 'does not seem to be a WordPress installation' once wordpress:cli
  expect 'wordpress:cli has the core' 6.1 once wordpress:cli sh -c 'wp core download && wp core version'
}

# --- doing -------------------------------------------------------------------

start() {
  "$docker" run --detach --name "$run-$1" --label "portolan.smoke=$run" "${@:2}" >/dev/null
}

remove() {
  local name
  for name; do "$docker" rm --force --volumes "$run-$name" >/dev/null; done
}

network() {
  "$docker" network inspect "$run-$1" >/dev/null 2>&1 ||
    "$docker" network create --label "portolan.smoke=$run" "$run-$1" >/dev/null
}

# write_file <volume> <name> <content> <mode>
write_file() {
  printf '%s\n' "$3" | once -i -v "$run-$1:/files" busybox:1.36 sh -c "cat > /files/$2 && chmod $4 /files/$2"
}

drop_volume() {
  local name
  for name; do "$docker" volume rm "$run-$name" >/dev/null; done
}

# Runs a container to its end.
once() { "$docker" run --rm --label "portolan.smoke=$run" "$@"; }

client() { once --network "$run-lan" busybox:1.36 "$@"; }

# client_with <docker run option ...> -- <command ...>
client_with() {
  local -a options=()
  while [ "$1" != -- ]; do
    options+=("$1")
    shift
  done
  once "${options[@]}" busybox:1.36 "${@:2}"
}

browse() { "$docker" exec "$run-browser" curl -sS --fail -b /tmp/cookies -c /tmp/cookies --max-time 60 "$@"; }
status() { "$docker" exec "$run-browser" curl -sS -o /dev/null -w '%{http_code}' --max-time 60 "$@"; }
nonce() { browse 'http://web/wp-admin/admin-ajax.php?action=rest-nonce'; }

# serves <container> <client> <user> <password>: takes a login over TCP
serves() { "$docker" exec -e "MYSQL_PWD=$4" "$run-$1" "$2" -h127.0.0.1 "-u$3" -e 'SELECT 1'; }
sql() { "$docker" exec -e MYSQL_PWD=rootpass "$run-$1" "$2" -h127.0.0.1 -uroot -e "$3"; }
query_as_user() { "$docker" exec -e MYSQL_PWD=wppass "$run-$1" "$2" -h127.0.0.1 -uwpuser -e "$3" wordpress; }

logs() { "$docker" logs "$run-$1"; }
address() { "$docker" inspect --format '{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}' "$run-$1"; }
is_healthy() { [ "$("$docker" inspect --format '{{.State.Health.Status}}' "$run-$1")" = healthy ]; }

# The data directory is made; passwords are set only after the server started and loaded the time zones.
first_start() { "$docker" logs "$run-$1" 2>&1 | grep -q 'Starting temporary server'; }

stop_code() {
  "$docker" stop --time 5 "$run-$1" >/dev/null
  "$docker" inspect --format '{{.State.ExitCode}}' "$run-$1"
}

# --- judging -----------------------------------------------------------------

# expect <title> <text> <command ...>: the text is in what the command says; its exit code does not count.
expect() {
  local said
  said=$("${@:3}" 2>&1) || true
  case $said in
    *"$2"*) echo "ok    $1" ;;
    *) wrong "$1" "expected '$2' in: $(tail -n 20 <<<"$said")" ;;
  esac
}

# refuses <title> <text> <command ...>: the command fails, and says why.
refuses() {
  local said
  if said=$("${@:3}" 2>&1); then wrong "$1" "succeeded: $(tail -n 20 <<<"$said")"; fi
  expect "$1" "$2" printf '%s' "$said"
}

# within <seconds> <title> <command ...>: the command succeeds in time.
within() {
  local started=$SECONDS
  until "${@:3}" >/dev/null 2>&1; do
    [ $((SECONDS - started)) -lt "$1" ] || wrong "$2" "not within $1 s: $("${@:3}" 2>&1 | tail -n 20)"
    sleep 0.1
  done
  echo "ok    $2 ($((SECONDS - started)) s)"
}

wrong() {
  printf 'WRONG %s\n%s\n' "$1" "$2" >&2
  exit 1
}

# What carries this run's label, and the volumes that bear its name.
clean_up() {
  local label="label=portolan.smoke=$run"
  "$docker" ps --all --quiet --filter "$label" | xargs -r "$docker" rm --force --volumes >/dev/null
  "$docker" network ls --quiet --filter "$label" | xargs -r "$docker" network rm >/dev/null
  "$docker" volume ls --quiet --filter "name=^$run-" | xargs -r "$docker" volume rm >/dev/null
}

main "$@"
