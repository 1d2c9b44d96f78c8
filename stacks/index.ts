export { WordPress } from './wordpress/wordpress-stack';
export type {
  WordPressDatabaseProps,
  WordPressInstallProps,
  WordPressProps,
} from './wordpress/wordpress-props';
