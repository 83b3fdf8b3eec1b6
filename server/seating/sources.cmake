set(seating_sources places.cpp)
