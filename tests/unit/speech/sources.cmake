set(speech_test_sources
  spoken_text_test.cpp)
