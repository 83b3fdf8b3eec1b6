set(rehearse_test_sources
  rehearsal_test.cpp
  sheet_test.cpp
)
