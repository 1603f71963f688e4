# SPDX-License-Identifier: Apache-2.0
# What a script in bash says of itself: the comment at its head.
#
#   . "$(dirname "$0")/usage.bash" LEAST "$@"
#
# --help prints it and ends; so do fewer than LEAST arguments, with exit code 2.

usage() { sed -n '3,${/^#/!q;s/^# \{0,1\}//p}' "$0"; }

case "${2:-}" in -h | --help) usage; exit 0 ;; esac
if [ "$(($# - 1))" -lt "$1" ]; then usage >&2; exit 2; fi
