#!/bin/bash
# Debian and Ubuntu: the functions that update.sh calls, with apt-get and dpkg alone. Security
# archives are told by what they say of themselves: Debian's by its label, Ubuntu's by its suite.
: "${lock_seconds:?}"
. ./lifecycle/apt-holders.sh

export DEBIAN_FRONTEND=noninteractive DEBCONF_NONINTERACTIVE_SEEN=true NEEDRESTART_MODE=a APT_LISTCHANGES_FRONTEND=none UCF_FORCE_CONFFOLD=1
unset APT_CONFIG
conf=(--force-confdef --force-confold)
apt=(apt-get -q -y -o "DPkg::Lock::Timeout=$lock_seconds" -o Dpkg::Use-Pty=0 -o Acquire::Retries=3
  -o Dpkg::Options::=--force-confdef -o Dpkg::Options::=--force-confold -o APT::Get::Show-Versions=false)

can_update() { command -v apt-get >/dev/null && command -v dpkg-query >/dev/null; }

# NAME VERSION STATUS of what is there; ii when it is whole.
list_packages() { dpkg-query -W -f='${binary:Package} ${Version} ${db:Status-Abbrev}\n' | sed "s/:$(dpkg --print-architecture) / /" | awk '$3 !~ /^.[cn]/ && NF >= 3' | sort; }

# dpkg itself does not wait for its locks.
wait_for_others() {
  until_second=$((SECONDS + lock_seconds))
  told=
  while held=$(holders | head -n 1) && [ -n "$held" ]; do
    [ "$SECONDS" -lt "$until_second" ] || {
      why="others still install packages: $held"
      return 1
    }
    [ "$held" = "$told" ] || tell waiting "$held"
    told=$held
    sleep 1
  done
}

# What an earlier run left that was cut off. What cannot be repaired here, a new version may repair.
repair() {
  wait_for_others || return 1
  step 'finish interrupted packages' dpkg --configure -a "${conf[@]}" || :
}
repair_dependencies() {
  [ -n "$(dpkg --audit 2>&1)" ] || ! apt-get check >/dev/null 2>&1 || return 0
  step 'repair packages' "${apt[@]}" -f --no-remove install || :
}

# Nobody waits for the lock of the lists by himself.
refresh() {
  for try in 1 2 3; do
    wait_for_others || return 1
    step 'refresh lists' "${apt[@]}" -o APT::Update::Error-Mode=any update && return 0
    [ "$try" -eq 3 ] || sleep $((try * 5))
  done
  return 1
}
# A plan changes nothing: the lists are refreshed in a folder of their own.
refresh_aside() {
  mkdir -p "$work/lists/partial" && chmod 755 "$work" "$work/lists" && cp -a /var/lib/apt/lists/. "$work/lists/" && rm -f "$work/lists/lock" || return 1
  printf '%s\n' "Dir::State::Lists \"$work/lists\";" 'Dir::Cache::pkgcache "";' 'Dir::Cache::srcpkgcache "";' \
    '#clear APT::Update::Pre-Invoke;' '#clear APT::Update::Post-Invoke;' '#clear APT::Update::Post-Invoke-Success;' >"$work/apt.conf"
  export APT_CONFIG="$work/apt.conf"
  step 'refresh lists' "${apt[@]}" -o APT::Update::Error-Mode=any update
}

# With the security archives before all others, the candidate is theirs wherever they have a newer one.
prefer_security() {
  {
    [ ! -e /etc/apt/preferences ] || cat /etc/apt/preferences
    printf '%s\n' '' \
      'Package: *' 'Pin: release l=Debian-Security' 'Pin-Priority: 990' '' \
      'Package: *' 'Pin: release a=*-security' 'Pin-Priority: 990'
  } | cat -s >"$work/preferences"
  chmod 644 "$work/preferences"
  apt+=(-o "Dir::Etc::Preferences=$work/preferences")
}
# NAME BEFORE AFTER of what a simulation would do to packages that are there: Inst NAME [BEFORE] (AFTER ARCHIVE, … [ARCH])
read_plan() {
  sed -n 's/^Inst \([^ ]*\) \[\([^]]*\)\] (\([^ ]*\)\(.*\) \[[^]]*\]).*$/\1 \2 \3 \4/p' |
    while read -r name before after archives; do
      [ "$only" = all ] || is_security "$archives" || continue
      printf '%s %s %s\n' "$name" "$before" "$after"
    done
}
is_security() {
  IFS=, read -r -a each <<<"$1"
  for archive in "${each[@]}"; do
    archive=${archive# }
    case $archive in Debian-Security:* | *-security) return 0 ;; esac
  done
  return 1
}
# A plan that cannot be made is no empty plan.
plan_upgrade() {
  "${apt[@]}" -s --with-new-pkgs upgrade >"$work/simulated" 2>"$work/output" || {
    why=$(first_error "$work/output")
    cat "$work/output" >&2
    return 1
  }
  read_plan <"$work/simulated"
}
# What stays behind although there is a newer one: held by somebody, or it would take others away.
plan_left() {
  held=" $(apt-mark showhold 2>/dev/null | tr '\n' ' ') "
  "${apt[@]}" -s --ignore-hold --allow-change-held-packages dist-upgrade 2>/dev/null | read_plan |
    while read -r name before after; do
      case $held in *" $name "*) why=held ;; *) why=kept-back ;; esac
      printf '%s %s %s %s\n' "$name" "$before" "$after" "$why"
    done
}
# New packages may come, none may go.
upgrade() {
  if [ "$only" = all ]; then
    step upgrade "${apt[@]}" --with-new-pkgs upgrade
  else
    apt-mark showauto | sort >"$work/auto"
    # shellcheck disable=SC2046
    step upgrade "${apt[@]}" --only-upgrade --no-remove install $(cut -d ' ' -f 1 "$work/plan")
    upgrade_status=$?
    # A package that is named counts as wanted by hand from then on: it was not.
    apt-mark showauto | sort | comm -23 "$work/auto" - | xargs -r apt-mark auto >/dev/null
    return "$upgrade_status"
  fi
}
is_whole() { [ -z "$(dpkg --audit 2>&1)" ]; }
first_error() { grep -m 1 -E '^(E: |dpkg: error|Err:|W: Failed)' "$1"; }
