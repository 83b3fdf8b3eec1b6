set(base_sources base64.cpp check.cpp date.cpp rng.cpp sha256.cpp utf8.cpp)
