import { byTerraform } from '../support/deployers-terraform';
import { describeWithProvider } from '../support/needs';
import { linksRecipes } from './links';
import { namesRecipes } from './names';
import { networkModesRecipes } from './network-modes';
import { publishedPortsRecipes } from './published-ports';
import { twoNetworksRecipes } from './two-networks';
import { userNetworkRecipes } from './user-network';
import { webServerRecipes } from './web-server';

describeWithProvider(['3.6.2', '4.5.0'], 'recipes on networks', ({ version }) => {
  const deployer = byTerraform(version);
  userNetworkRecipes(deployer);
  namesRecipes(deployer);
  linksRecipes(deployer);
  twoNetworksRecipes(deployer);
  networkModesRecipes(deployer);
  publishedPortsRecipes(deployer);
  webServerRecipes(deployer);
});
