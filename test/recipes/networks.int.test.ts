import { byDockerCommands } from '../support/deployers-docker';
import { describeWithEngine } from '../support/needs';
import { linksRecipes } from './links';
import { namesRecipes } from './names';
import { networkModesRecipes } from './network-modes';
import { publishedPortsRecipes } from './published-ports';
import { twoNetworksRecipes } from './two-networks';
import { userNetworkRecipes } from './user-network';
import { webServerRecipes } from './web-server';

describeWithEngine('recipes on networks', () => {
  const deployer = byDockerCommands();
  userNetworkRecipes(deployer);
  namesRecipes(deployer);
  linksRecipes(deployer);
  twoNetworksRecipes(deployer);
  networkModesRecipes(deployer);
  publishedPortsRecipes(deployer);
  webServerRecipes(deployer);
});
