import type { Rule } from '../finding';

/** Names whose value is a secret, by their last words. */
const SECRET_NAME =
  /(?:^|_)(?:PASSWORD|PASSWD|PASS|SECRET|TOKEN|API_?KEY|SECRET_KEY|ACCESS_KEY|PRIVATE_KEY|CREDENTIALS?)$|(?:AUTH|LOGGED_IN|NONCE)_(?:KEY|SALT)$/i;

/** Names that only sound like it. */
const HARMLESS_NAME = /(?:^|_)(?:ALLOW_EMPTY|RANDOM|ONETIME|REQUIRE|DISABLE|ENABLE|NO|MAX|MIN)_/i;

/** Switches, numbers, paths and references to something else. */
const HARMLESS_VALUE = /^(?:true|false|yes|no|on|off|[01]?|none|\/.*|\$.*|<.*>)$/i;

/** A URL with a password in it. */
const URL_WITH_PASSWORD = /:\/\/[^\s/:@]*:[^\s/@$<]+@/;

/** The value stands in the plan, in Terraform's state and in topology.json; it is not repeated here. */
export const secretInPlainTextEnv: Rule = {
  code: 'SECRET_IN_PLAIN_TEXT_ENV',
  level: 'warning',
  covers: [],
  summary: 'A variable holds a secret in plain text.',
  *find({ topology }) {
    for (const { id: at, env } of topology.containers) {
      for (const name in env) {
        const value = env[name];
        if (value === undefined || !isSecret(name, value)) continue;
        yield {
          at,
          problem: `${name} holds a secret in plain text, which the plan, Terraform's state and topology.json show`,
          fix: "use Secret.generated(...), Secret.variable('...') or Secret.fromFile('...')",
        };
      }
    }
  },
};

function isSecret(name: string, value: string): boolean {
  if (value.includes('://')) return URL_WITH_PASSWORD.test(value);
  return SECRET_NAME.test(name) && !HARMLESS_NAME.test(name) && !HARMLESS_VALUE.test(value);
}
