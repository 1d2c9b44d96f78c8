import { checkPlatform } from '../../src/notation/platform';

test.each([
  'linux/amd64',
  'linux/arm64',
  'linux/arm64/v8',
  'linux/arm/v7',
  'linux/x86_64',
  'windows/amd64',
])('accepts %s', (text) => {
  expect(() => {
    checkPlatform(text, 'shop/web');
  }).not.toThrow();
});

test.each([
  '',
  'linux',
  'amd64',
  'linux/',
  '/amd64',
  'linux/amd64/',
  'linux/arm/v7/x',
  'Linux/AMD64',
  'linux amd64',
  'linux:amd64',
])('rejects %j', (text) => {
  expect(() => {
    checkPlatform(text, 'shop/web');
  }).toThrow(
    `shop/web: platform '${text}' is not a platform; write an operating system and an architecture, such as 'linux/amd64' or 'linux/arm64/v8' [PLATFORM_MALFORMED]`,
  );
});
