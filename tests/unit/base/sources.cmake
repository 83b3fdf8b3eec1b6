set(base_test_sources base64_test.cpp rng_test.cpp sha256_test.cpp utf8_test.cpp)
