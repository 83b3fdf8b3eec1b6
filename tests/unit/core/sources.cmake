set(core_test_sources apply_test.cpp box_test.cpp condition_test.cpp deadline_test.cpp decide_articles_test.cpp decide_ideas_test.cpp
  decide_people_test.cpp decide_polls_test.cpp decide_roles_test.cpp decide_signals_test.cpp decide_steps_test.cpp
  scenario_check_test.cpp seal_test.cpp timetable_test.cpp touch_test.cpp view_test.cpp visibility_test.cpp)
