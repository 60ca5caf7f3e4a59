#!/bin/sh
# Arms the timer that ends a machine whose making nobody completes. As early as cloud-init can do
# it, because a first boot that hangs later must end too; once per instance, so that a machine
# whose making was completed keeps no timer. `--no-block`: the timer waits for a target that waits for cloud-init.
: "${minutes:?}"

set -eu
mark=/var/lib/cloud/instance/drover-expiry
[ ! -e "$mark" ] || exit 0
cat >/etc/systemd/system/drover-expiry.service <<'UNIT'
[Unit]
Description=Ends this machine because its making was not completed
[Service]
Type=oneshot
ExecStart=/bin/systemctl poweroff
UNIT
cat >/etc/systemd/system/drover-expiry.timer <<UNIT
[Unit]
Description=Ends this machine unless its making is completed in time
[Timer]
OnBootSec=${minutes}min
AccuracySec=1s
[Install]
WantedBy=timers.target
UNIT
systemctl daemon-reload
systemctl enable drover-expiry.timer
systemctl start --no-block drover-expiry.timer
mkdir -p /var/lib/cloud/instance
: >"$mark"
