#!/bin/bash
# Unpacks the Docker engine of a Debian suite into a folder, without installing it: newer-engine.sh SUITE FOLDER
set -euo pipefail

suite=$1
folder=$2

[ ! -x "$folder/usr/sbin/dockerd" ] || exit 0
mmdebstrap --quiet --variant=extract --include=docker.io,containerd "$suite" "$folder"
# The machine's own runc is taken: a newer one wants a newer C library.
rm -f "$folder/usr/sbin/runc" "$folder/usr/bin/runc"
