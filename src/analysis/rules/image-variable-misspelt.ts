import { nearest } from '../../expect';
import type { Container } from '../../topology/container';
import type { Rule } from '../finding';
import { knownImage, type KnownImage } from '../known-images';
import type { Model } from '../model';

/** The image ignores what it does not know, and goes on without: a user that is never created. */
export const imageVariableMisspelt: Rule = {
  code: 'IMAGE_VARIABLE_MISSPELT',
  level: 'warning',
  covers: [],
  summary: 'A variable is nearly one that the image reads.',
  *find(model) {
    const advice = new Map<KnownImage, Map<string, string | undefined>>();
    for (const container of model.topology.containers) {
      const image = imageWithVariables(model, container);
      if (image === undefined) continue;
      const known = advice.get(image) ?? new Map<string, string | undefined>();
      advice.set(image, known);
      for (const variable of variablesOf(container)) {
        if (!known.has(variable)) known.set(variable, meantBy(variable, image));
        const meant = known.get(variable);
        if (meant === undefined) continue;
        yield {
          at: container.id,
          problem: `the image ${image.name} does not read ${variable}`,
          fix: `did you mean ${meant}?`,
        };
      }
    }
  },
};

function imageWithVariables(model: Model, { image }: Container): KnownImage | undefined {
  const known = knownImage(model, image);
  return known === undefined || known.variables.length === 0 ? undefined : known;
}

function variablesOf({ env, secretEnv }: Container): string[] {
  return [...Object.keys(env), ...secretEnv];
}

/** The variable of the image that is within two edits; nothing when it is one. */
function meantBy(
  variable: string,
  { variables, hasFileVariables }: KnownImage,
): string | undefined {
  const isFile = hasFileVariables === true && variable.endsWith('_FILE');
  const base = isFile ? variable.slice(0, -'_FILE'.length) : variable;
  if (variables.includes(base) || base.length < 6) return undefined;
  const near = nearest(base, variables);
  if (near === undefined || !isSlip(base.toUpperCase(), near)) return undefined;
  return `${near}${isFile ? '_FILE' : ''}`;
}

/** Letters left out, doubled, swapped or one mistaken; but not two others, as in PORT and HOST. */
function isSlip(written: string, meant: string): boolean {
  if (written.length !== meant.length) return true;
  const [a, b] = [written.split(''), meant.split('')];
  const different = a.filter((letter, index) => letter !== b[index]).length;
  return different < 2 || a.sort().join('') === b.sort().join('');
}
