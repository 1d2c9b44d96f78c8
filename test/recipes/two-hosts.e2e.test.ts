import { byTerraform } from '../support/deployers-terraform';
import { describeWithProvider } from '../support/needs';
import { twoHostsRecipes } from './two-hosts';

describeWithProvider(['3.6.2', '4.5.0'], 'recipes on two hosts', ({ version }) => {
  twoHostsRecipes((connections) => byTerraform(version, connections));
});
