set(vote_test_sources motion_test.cpp points_test.cpp)
