set(simple_test_sources
  form_test.cpp
  html_test.cpp
  pages_test.cpp
  visit_test.cpp
  words_test.cpp
  ../core/world.cpp)
