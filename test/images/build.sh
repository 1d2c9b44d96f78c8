#!/bin/bash
# Builds the stand-ins for the official images: build.sh [image or tag ...]
set -euo pipefail

docker=${DOCKER:-docker}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
label=portolan.content

# One image a line: name, folder, Debian suite, build target, tags.
images='
busybox        busybox    bookworm  image   busybox:1.36 busybox:latest
toolbox        toolbox    bookworm  image   centos:7 debian:12
nginx          nginx      bookworm  image   nginx:1.27 nginx:latest
mariadb        mariadb    bookworm  image   mariadb:10.11 mariadb:11.4.2 mariadb:latest
mysql          mysql      sid       image   mysql:9.7 mysql:8.4 mysql:latest
wordpress      wordpress  bookworm  apache  wordpress:6.1-php8.2-apache wordpress:php8.3-apache wordpress:latest
wordpress-cli  wordpress  bookworm  cli     wordpress:cli
wordpress-6.8  wordpress  trixie    apache  wordpress:6.8-apache
'

main() {
  check_engine
  # Two runs at once would build everything twice.
  exec 9<"${BASH_SOURCE[0]}"
  flock 9

  local rows row name folder suite target tags
  rows=$(select_rows "$@")
  while read -r row; do
    read -r name folder suite target tags <<<"$row"
    ensure_image "$name" "$folder" "$suite" "$target" "$tags"
  done <<<"$rows"
  prune_replaced
}

# --- what to build -----------------------------------------------------------

select_rows() {
  if [ $# -eq 0 ]; then
    grep . <<<"$images"
    return
  fi
  local wanted found
  for wanted in "$@"; do
    found=$(awk -v wanted="$wanted" 'NF { for (i = 1; i <= NF; i++) if ((i == 1 || i > 4) && $i == wanted) print }' <<<"$images")
    [ -n "$found" ] || fail "no image is called '$wanted'; known are: $(awk 'NF { printf "%s ", $1 }' <<<"$images")"
    printf '%s\n' "$found"
  done
}

ensure_image() {
  local name=$1 folder=$2 suite=$3 target=$4 content tag started=$SECONDS
  local -a tags fresh=() missing=()
  read -ra tags <<<"$5"
  content=$(hash_image "$folder" "$suite" "$target")

  for tag in "${tags[@]}"; do
    case $(label_of "$tag") in
      "$content") fresh+=("$tag") ;;
      foreign) say kept "$tag" "not built by this script; '$docker rmi $tag' makes room for the stand-in" ;;
      *) missing+=("$tag") ;;
    esac
  done
  if [ ${#missing[@]} -eq 0 ]; then
    [ ${#fresh[@]} -eq 0 ] || say fresh "$name" "${fresh[*]}"
    return
  fi

  ensure_base "$suite"
  build_image "$folder" "$suite" "$target" "$content" "${missing[@]}"
  say built "$name" "${missing[*]} ($((SECONDS - started)) s)"
}

# Prints the content label of a tag, 'absent', or 'foreign' for an image of somebody else.
label_of() {
  local found
  if ! found=$("$docker" image inspect --format "{{index .Config.Labels \"$label\"}}" "$1" 2>/dev/null); then
    echo absent
    return
  fi
  echo "${found:-foreign}"
}

hash_image() {
  { hash_folder "$here/$1" && definition_of_base "$2" && declare -f build_image && echo "$3"; } | digest
}

hash_folder() (
  cd "$1"
  find . -type f -printf '%m %p\n' | LC_ALL=C sort
  find . -type f -print0 | LC_ALL=C sort -z | xargs -0 cat
)

digest() { sha256sum | cut -c1-16; }

# --- building ----------------------------------------------------------------

build_image() {
  local folder=$1 suite=$2 target=$3 content=$4 tag
  local -a names=()
  for tag in "${@:5}"; do names+=(--tag "$tag"); done
  logged "build of $folder ($suite)" "$docker" build --force-rm \
    --build-arg "SUITE=$suite" --target "$target" --label "$label=$content" "${names[@]}" "$here/$folder"
}

definition_of_base() { echo "$1" && declare -f make_base && hash_folder "$here/base"; }

# The mirror counts for the base only: it does not change what an image holds.
ensure_base() {
  local suite=$1 tag=portolan-base:$1 content started=$SECONDS
  local -a sources=() apt=()
  host_sources "$suite"
  host_freshness
  content=$({ definition_of_base "$suite" && printf '%s\n' "${sources[@]}" "${apt[@]}"; } | digest)
  [ "$(label_of "$tag")" != "$content" ] || return 0

  command -v mmdebstrap >/dev/null || fail 'mmdebstrap is missing; apt-get install mmdebstrap'
  logged "base $suite" make_base "$suite" "$content" "$tag" "${apt[@]}" "${sources[@]}"
  say built "$tag" "($((SECONDS - started)) s)"
}

# shellcheck disable=SC2016 # the dollar sign in the hook is mmdebstrap's
make_base() {
  local suite=$1 content=$2 tag=$3 skip
  local -a excludes=()
  for skip in doc man locale info; do excludes+=(--dpkgopt="path-exclude=/usr/share/$skip/*"); done
  mmdebstrap --variant=minbase --include=ca-certificates "${excludes[@]}" \
    --aptopt='APT::Install-Recommends "false"' --aptopt='Acquire::Languages "none"' \
    --customize-hook='rm -f "$1"/var/cache/apt/*.bin' \
    --customize-hook="copy-in $here/base/apt.conf /etc/apt/apt.conf.d" \
    --customize-hook="copy-in $here/base/policy-rc.d /usr/sbin" \
    "$suite" - "${@:4}" |
    "$docker" import --change "LABEL $label=$content" --change 'CMD ["bash"]' - "$tag"
}

# Fills 'sources' with the lines for a suite on the mirror that this machine's apt uses.
host_sources() {
  local suite=$1 main security
  main=$(host_mirror Debian)
  security=$(host_mirror Debian-Security)
  if [ -z "$main" ]; then
    # Another distribution has no Debian mirror: mmdebstrap knows a public one.
    ! grep -qx 'ID=debian' /etc/os-release || fail "apt knows no Debian mirror; run 'apt-get update', then again"
    return 0
  fi
  sources=("deb $main $suite main")
  if [ -n "$security" ] && [ "$suite" != sid ]; then sources+=("deb $security $suite-security main"); fi
}

# shellcheck disable=SC2016 # the dollar signs are apt's
host_mirror() {
  apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Component: main' 'Origin: Debian' "Label: $1" |
    grep -E '^https?:' | LC_ALL=C sort -u | head -n1 || true
}

# A machine that accepts an outdated index (a frozen mirror) says so in its apt settings; the image follows it.
host_freshness() {
  local name value
  for name in Check-Valid-Until Check-Date; do
    value=$(apt-config dump --format '%v' "Acquire::$name")
    [ -z "$value" ] || apt+=(--aptopt="Acquire::$name \"$value\"")
  done
}

# --- engine and messages -----------------------------------------------------

check_engine() {
  command -v "$docker" >/dev/null || fail "'$docker' is not installed; install the docker client or set DOCKER to its path"
  local problem
  problem=$("$docker" version --format '{{.Server.Version}}' 2>&1 >/dev/null) ||
    fail "cannot reach Docker at ${DOCKER_HOST:-unix:///var/run/docker.sock} ($(head -n1 <<<"$problem")); start Docker or set DOCKER_HOST"
}

# Images whose tag moved to a newer build, and build stages: ours by label, nobody's by name.
prune_replaced() {
  "$docker" image prune --force --filter "label=$label" >/dev/null
}

logged() {
  local what=$1 log
  log=$(mktemp)
  if ! "${@:2}" </dev/null >"$log" 2>&1; then
    tail -n 40 "$log" >&2
    fail "$what failed; the whole log is $log"
  fi
  rm "$log"
}

say() { printf '%-6s %-18s %s\n' "$@"; }

fail() {
  printf 'build.sh: %s\n' "$1" >&2
  exit 1
}

main "$@"
