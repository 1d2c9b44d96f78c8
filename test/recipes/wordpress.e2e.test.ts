import { byTerraform } from '../support/deployers-terraform';
import { describeWithProvider } from '../support/needs';
import { wordpressRecipes } from './wordpress';

describeWithProvider(['3.6.2', '4.5.0'], 'recipes of WordPress', ({ version }) => {
  wordpressRecipes(byTerraform(version));
});
