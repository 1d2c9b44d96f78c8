#!/bin/sh
# 'docker run wordpress:cli core version' means 'wp core version'.
set -eu

case ${1:-} in
  -* | cli | core | help | shell) set -- wp "$@" ;;
esac
exec "$@"
