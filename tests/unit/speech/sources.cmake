set(speech_test_sources
  engine_test.cpp
  kept_test.cpp
  pronunciation_test.cpp
  reader_test.cpp
  spoken_text_test.cpp
  wav_test.cpp)
