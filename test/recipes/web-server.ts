import type { Deployer } from '../support/deployers';
import { exampleProgram } from '../support/deployers-project';
import { docker, tryDocker } from '../support/docker';
import { describeDeployed } from '../support/recipes';

/** R09 the web server that answers 12345. */
export function webServerRecipes(deployer: Deployer): void {
  describeDeployed('R09 web-server', deployer, exampleProgram('web-server'), () => {
    test('R09 it answers 12345 on port 8080 of the host', async () => {
      const answer = await fetch('http://127.0.0.1:8080/');
      expect((await answer.text()).trim()).toBe('12345');
    });

    test('R09 it is httpd itself, and logs each request', async () => {
      expect(await docker('top', 'web001')).toContain('httpd -v -f');
      const { stderr } = await tryDocker('logs', 'web001');
      expect(stderr).toMatch(/response:200$/m);
    });
  });
}
