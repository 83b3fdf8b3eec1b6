set(base_sources check.cpp date.cpp rng.cpp sha256.cpp utf8.cpp)
