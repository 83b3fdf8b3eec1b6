# A voice for tests: the sound of a file, then the number of bytes it was given.
cat "$1"
printf '%s' "$(wc -c | tr -d ' ')"
