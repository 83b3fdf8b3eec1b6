set(seating_test_sources places_test.cpp)
