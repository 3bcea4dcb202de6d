#!/bin/sh
# Leaves children that cleared their environment, in our process group and out of it, with children of theirs, and a relay
# that forks without end. Writes down the ids of all, as [1,2,…].
ids=$1
mkdir "$ids.d"
leave='touch "$0/$$"; sleep 300 & touch "$0/$!"; wait'
env -i PATH="$PATH" sh -c "$leave" "$ids.d" &
env -i PATH="$PATH" setsid sh -c "$leave" "$ids.d" &
env -i PATH="$PATH" sh -c 'while :; do sleep 0.02; sh -c "touch $0/relay; exec sleep 1" & done' "$ids.d" &
touch "$ids.d/$!"
until [ "$(ls "$ids.d" | wc -l)" -ge 6 ]; do sleep 0.05; done
(cd "$ids.d" && ls | grep -v relay | paste -sd, | sed 's/.*/[&]/') > "$ids"
wait
