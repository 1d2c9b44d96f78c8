import { describeWithEngine } from './needs';

/** Run by skip-reporter.test.ts in a jest of its own, where no docker is on the path. */
describeWithEngine('a sample', ({ version }) => {
  test.each(['first', 'second'])('has a %s test', () => {
    expect(version).not.toBe('0');
  });
});
