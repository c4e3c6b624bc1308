#!/usr/bin/env bash
# Holds the table of rooms against every #include and every call that has one home; the tables are in check-layers.php.
exec "${PHP:-php}" -n "$(dirname "$0")/check-layers.php" "$@"
