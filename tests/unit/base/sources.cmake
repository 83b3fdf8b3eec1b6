set(base_test_sources rng_test.cpp sha256_test.cpp utf8_test.cpp)
