# A voice for tests: leaves at once, while what it started holds its output open.
sleep 1000 &
