#!/bin/sh
# Arguments: folder of the flock, name, folder of the network, bridge, prefix, id.
. ./local/prelude.sh
. ./local/network.sh
. ./local/machine.sh
. ./local/terminate-machine.sh

netdir=$3 bridge=$4 prefix=$5
terminate_machine "$1" "$2" "$6"
