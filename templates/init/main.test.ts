import { Testing } from 'cdktf';
import { setupJest } from 'portolan/testing/jest';
import { ProjectStack } from './main';

setupJest();

test('the plan is the one that was reviewed', () => {
  const stack = new ProjectStack(Testing.app(), '{{project}}');
  expect(Testing.synth(stack)).toMatchSnapshot();
});

test('nothing in it is known to go wrong', () => {
  expect(new ProjectStack(Testing.app(), '{{project}}')).toHaveNoFindings('warning');
});
