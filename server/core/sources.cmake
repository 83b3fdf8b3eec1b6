set(core_sources apply.cpp apply_people.cpp apply_steps.cpp apply_votes.cpp apply_words.cpp box.cpp condition.cpp deadline.cpp
  decide.cpp decide_articles.cpp decide_cards.cpp decide_ideas.cpp decide_people.cpp decide_polls.cpp decide_prepare.cpp
  decide_signals.cpp decide_steps.cpp decide_tables.cpp record.cpp scenario_check.cpp scenario_check_next.cpp
  scenario_check_steps.cpp scenario_check_time.cpp seal.cpp
  state.cpp timetable.cpp touch.cpp view_facilitator.cpp view_room.cpp view_rules.cpp view_seat.cpp)
