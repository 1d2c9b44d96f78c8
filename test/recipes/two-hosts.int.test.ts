import { byDockerCommands } from '../support/deployers-docker';
import { describeWithEngine } from '../support/needs';
import { twoHostsRecipes } from './two-hosts';

describeWithEngine('recipes on two hosts', () => {
  twoHostsRecipes((connections) => byDockerCommands({}, connections));
});
