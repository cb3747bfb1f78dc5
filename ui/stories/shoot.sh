#!/bin/sh
# Takes stories/shots/<story>-<width>[-dark].png of the stories named, or of all of them.
cd "$(dirname "$0")" || exit 1
mkdir -p shots
sizes=${SIZES:-1366x768}
schemes=${SCHEMES:-light}
[ $# -gt 0 ] || set -- meeting meeting-quiet read-back sign-in first-run recovery-key this-month register statement acceptance declaration give-back ending sign case-list case-form people officers meetings plan actions documents organisations matrix texts safekeeping find
python3 -m http.server 8123 --directory dist >/dev/null 2>&1 &
server=$!
trap 'kill $server' EXIT
sleep 0.7
for story in "$@"; do
  for size in $sizes; do
    for scheme in $schemes; do
      dark=; tail=
      [ "$scheme" = dark ] && dark="--blink-settings=preferredColorScheme=0" tail=-dark
      chromium --headless --no-sandbox --disable-gpu --hide-scrollbars $dark --window-size="$(echo $size | tr x ,)" --virtual-time-budget=4000 \
        --screenshot="shots/$story-${size%x*}$tail.png" "http://localhost:8123/index.html#$story" >/dev/null 2>&1
    done
  done
done
