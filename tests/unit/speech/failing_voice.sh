# A voice for tests: a sound, then a failure.
cat "$1"
exit 3
