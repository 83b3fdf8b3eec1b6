set(reading_sources plain_words.cpp reading_level.cpp sentences.cpp)
