/**
 * A PHP script that fills in WordPress's own install page, unless that was done before. It runs beside
 * the web server in its network. The password comes from the environment: no argument of a process
 * shows it.
 */
export const INSTALL_SCRIPT = `
$site = 'http://127.0.0.1';
// WordPress keeps the host of this request as its own address.
$host = 'Host: ' . getenv('WP_HOST');
$plain = ['http' => ['follow_location' => 0, 'ignore_errors' => true, 'header' => $host]];
file_get_contents("$site/wp-login.php", false, stream_context_create($plain));
if (!preg_match('~^Location: .*install\\.php~mi', implode("\\n", $http_response_header))) {
  exit("WordPress is installed already.\\n");
}
$form = [
  'weblog_title' => getenv('WP_TITLE'), 'user_name' => getenv('WP_USER'), 'admin_email' => getenv('WP_EMAIL'),
  'admin_password' => getenv('WP_PASSWORD'), 'admin_password2' => getenv('WP_PASSWORD'),
  'pw_weak' => 1, 'blog_public' => 0,
];
$post = ['http' => [
  'method' => 'POST', 'content' => http_build_query($form), 'ignore_errors' => true,
  'header' => [$host, 'Content-Type: application/x-www-form-urlencoded'],
]];
$answer = file_get_contents("$site/wp-admin/install.php?step=2", false, stream_context_create($post));
if ($answer !== false && str_contains($answer, 'wp-login.php')) exit("WordPress is installed.\\n");
echo "WordPress did not accept the installation:\\n", trim(strip_tags((string) $answer)), "\\n";
exit(1);
`.trim();
