/** A site's answer is not what a test relies on. */
export class SiteFailed extends Error {
  override readonly name = 'SiteFailed';
}

/** Longer than a page takes; a request that meets a server on its way up may hang. */
const TIMEOUT_MS = 3_000;

/** A WordPress as its author sees it, by HTTP alone. */
export class Site {
  private cookies: readonly string[] = [];

  constructor(private readonly url: string) {}

  /** Text of the front page. */
  async frontPage(): Promise<string> {
    return this.textOf(await this.request('/'));
  }

  /**
   * Logs in, and keeps the cookies.
   *
   * @throws SiteFailed
   */
  async logIn(user: string, password: string): Promise<void> {
    this.cookies = ['wordpress_test_cookie=WP%20Cookie%20check'];
    const body = new URLSearchParams({ log: user, pwd: password, testcookie: '1' });
    const answer = await this.request('/wp-login.php', { method: 'POST', body });
    this.cookies = answer.headers.getSetCookie().map((line) => line.replace(/;.*/, ''));
    if (await this.isLoggedIn()) return;
    throw new SiteFailed(`${user} cannot log in: status ${String(answer.status)}`);
  }

  /** Whether the cookies of the last login are still good. */
  async isLoggedIn(): Promise<boolean> {
    return (await this.nonce()) !== '0';
  }

  /** Writes a post and publishes it. */
  async publish(title: string): Promise<void> {
    const headers = { 'content-type': 'application/json', 'x-wp-nonce': await this.nonce() };
    const body = JSON.stringify({ title, content: `About ${title}.`, status: 'publish' });
    const answer = await this.request('/?rest_route=/wp/v2/posts', {
      method: 'POST',
      headers,
      body,
    });
    await this.textOf(answer);
  }

  /** Titles of the published posts, the newest first. */
  async titles(): Promise<string[]> {
    const text = await this.textOf(await this.request('/?rest_route=/wp/v2/posts'));
    return (JSON.parse(text) as { title: { rendered: string } }[]).map(
      ({ title }) => title.rendered,
    );
  }

  /** Changes the tables for a newer core, as an administrator is asked to. */
  async upgradeTables(): Promise<void> {
    await this.textOf(await this.request('/wp-admin/upgrade.php?step=1'));
  }

  private async nonce(): Promise<string> {
    return (await this.request('/wp-admin/admin-ajax.php?action=rest-nonce')).text();
  }

  private request(path: string, init: RequestInit = {}): Promise<Response> {
    return fetch(`${this.url}${path}`, {
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      ...init,
      headers: { ...(init.headers as Record<string, string>), cookie: this.cookies.join('; ') },
    });
  }

  private async textOf(answer: Response): Promise<string> {
    const text = await answer.text();
    if (answer.ok) return text;
    throw new SiteFailed(`${answer.url}: status ${String(answer.status)}: ${text.slice(0, 300)}`);
  }
}
