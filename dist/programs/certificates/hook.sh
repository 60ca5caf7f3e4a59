#!/bin/bash
# What Debian's timer does after a renewal. certbot takes REQUESTS_CA_BUNDLE for the ACME server's CA; boto3 would
# take it for AWS as well, unless it is told another one.
: "${place_hook:?}" "${place_timer_settings:?}" "${place_authorities:?}"

write_file() { # $1 path, $2 mode; content on standard input
  install -d -m 0755 "${1%/*}" && cat >"$1.drover" && chmod "$2" "$1.drover" && mv -f -- "$1.drover" "$1"
}
install_hook() { # $1 file with the CA of the ACME server, or nothing
  write_file "$place_hook" 0755 <<'HOOK' || give_up 'the hook for renewals cannot be written'
#!/bin/sh
# Written by Drover: nginx takes the renewed certificate.
command -v nginx >/dev/null && systemctl is-active --quiet nginx.service || exit 0
nginx -t -q && systemctl reload nginx.service
HOOK
  if [ -n "$1" ]; then
    printf '# Written by Drover\n[Service]\nEnvironment=%s\n' "REQUESTS_CA_BUNDLE=$1 AWS_CA_BUNDLE=$place_authorities" |
      write_file "$place_timer_settings" 0644 && systemctl daemon-reload
  elif [ -e "$place_timer_settings" ]; then
    rm -f "$place_timer_settings" && systemctl daemon-reload
  fi
}
