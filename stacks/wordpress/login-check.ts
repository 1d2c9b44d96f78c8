/** Kind of database server. */
export type DatabaseEngine = 'mariadb' | 'mysql';

/**
 * Logs in as the application's account into its database. The variables are the container's own, so no
 * password stands in the command. A check as root, or the image's own, would call a server healthy that
 * the application cannot use: with a forgotten password, a misspelt variable, a half-made volume.
 */
export const LOGIN = {
  mariadb:
    'MYSQL_PWD="${MARIADB_PASSWORD:-$MYSQL_PASSWORD}" mariadb -u"${MARIADB_USER:-$MYSQL_USER}" -D"${MARIADB_DATABASE:-$MYSQL_DATABASE}"',
  mysql: 'MYSQL_PWD="$MYSQL_PASSWORD" mysql -u"$MYSQL_USER" -D"$MYSQL_DATABASE"',
} as const;

/** A shell script that waits until the account can log in, and else says what is wrong. */
export function checkLogin(engine: DatabaseEngine, server: string, timeoutSeconds: number): string {
  return `
deadline=$(($(date +%s) + ${String(timeoutSeconds)}))
until said=$(${LOGIN[engine]} -h${server} -e 'select 1' 2>&1); do
  if [ "$(date +%s)" -ge "$deadline" ]; then
    echo "WordPress cannot use its database after ${String(timeoutSeconds)} seconds: $said"
    case $said in
      *1045* | *1698*) echo "${WRONG_PASSWORD}" ;;
      *1044* | *1049* | *1130*) echo "${HALF_MADE}" ;;
      *) echo "${NO_ANSWER}" ;;
    esac
    exit 1
  fi
  sleep 1
done
`.trim();
}

const WRONG_PASSWORD =
  'The volume was made with another password or user, or a variable is misspelt: the image looks at its variables only when the volume is empty. Raise database.generation for a new volume, or put the old password back.';
const HALF_MADE =
  'The volume lacks the database or the account, as after a first start that was interrupted; the image never adds them later. Raise database.generation for a new volume.';
const NO_ANSWER =
  'The server does not answer: see docker logs of the database, and database.readyTimeoutSeconds.';
