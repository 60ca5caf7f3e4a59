#!/bin/bash
# Puts captured lineages and accounts back, byte for byte. A lineage becomes one for certbot only with the last file
# of it, below `renewal`, so that one that was cut off is looked at as none. What else lies in /etc/letsencrypt
# stays. Says `restored DIGEST` of what is there then, and `served FOLDER`.
: "${lineage:?}" "${ca?}"
. ./certificates/prelude.sh
. ./certificates/digest.sh
. ./certificates/serve-functions.sh
. ./certificates/hook.sh

root=$place_letsencrypt
stage=$root/.drover-restore
rm -rf -- "$stage" && install -d -m 0755 "$root" && install -d -m 0700 "$stage" || give_up "$root cannot be written"
trap 'rm -rf -- "$stage"' EXIT
tar --extract --numeric-owner --same-owner --preserve-permissions --no-overwrite-dir --directory "$stage" --file lineages.tar ||
  give_up 'the archive cannot be unpacked'
sync -f "$stage"
# Takes the place of what has its path; folders around it keep what else they hold.
place() { # $1 path below both
  install -d -m 0700 "$root/${1%/*}" && rm -rf -- "${root:?}/$1" && mv -T -- "$stage/$1" "$root/$1" || give_up "$root/$1 cannot be written"
}
place_in() { # $1 folder, $2 depth at which things are moved whole
  [ -d "$stage/$1" ] || return 0
  while IFS= read -r -d '' path; do place "$1/$path"; done < <(find "$stage/$1" -mindepth "$2" -maxdepth "$2" -printf '%P\0')
  # Folders on the way, and files beside them, such as README.
  while IFS= read -r -d '' path; do
    [ -d "$stage/$1/$path" ] && [ ! -L "$stage/$1/$path" ] || {
      place "$1/$path"
      continue
    }
    install -d "$root/$1/$path" && chown --reference="$stage/$1/$path" -- "$root/$1/$path" && chmod --reference="$stage/$1/$path" -- "$root/$1/$path"
  done < <(find "$stage/$1" -mindepth 1 -maxdepth $(($2 - 1)) -printf '%P\0' 2>/dev/null)
  install -d "$root/$1" && chown --reference="$stage/$1" -- "$root/$1" && chmod --reference="$stage/$1" -- "$root/$1"
}
for conf in "$stage"/renewal/*.conf; do
  [ -e "$conf" ] || continue
  # From here on it is no lineage, until all of it is there.
  rm -f -- "$root/renewal/${conf##*/}"
done
place_in accounts 4
place_in archive 1
place_in live 1
sync -f "$root"
place_in renewal 1
sync -f "$root"
tell restored "$(lineage_digest)"
install_hook "$ca"
serve "$place_letsencrypt/live/$lineage"
