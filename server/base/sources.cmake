set(base_sources check.cpp rng.cpp sha256.cpp utf8.cpp)
