set(vote_sources motion.cpp points.cpp)
