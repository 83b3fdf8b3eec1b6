#include "core/scenario_check.h"

#include <doctest/doctest.h>

#include <functional>

#include "unit/core/world.h"

namespace scenario_check_test {

using namespace tablee;
using namespace tablee::core;
using tablee::core::testing::small_scenario;
using tablee::core::testing::words;
using tablee::core::testing::writes_to;

namespace {

// The places of small_scenario().
enum Place : std::size_t { welcome, present, write, pause, cluster, rank, draft, vote, hand_over };

struct Expected {
  Severity severity;
  std::string pointer;
  std::string code;
};

std::vector<Problem> check_changed(const std::function<void(Scenario&)>& change) {
  Scenario scenario = small_scenario();
  change(scenario);
  return check_scenario(scenario);
}

void expect_only(const Expected& expected, const std::function<void(Scenario&)>& change) {
  const std::vector<Problem> problems = check_changed(change);
  CAPTURE(expected.pointer);
  CAPTURE(expected.code);
  for (const Problem& problem : problems) {
    CAPTURE(problem.pointer);
    CAPTURE(problem.code);
    CHECK(problems.size() == 1);
  }
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].severity == expected.severity);
  CHECK(problems[0].pointer == expected.pointer);
  CHECK(problems[0].code == expected.code);
  CHECK_FALSE(problems[0].message.empty());
  CHECK_FALSE(problems[0].mend.empty());
}

void expect_error(const std::string& pointer, const std::string& code, const std::function<void(Scenario&)>& change) {
  expect_only({Severity::error, pointer, code}, change);
}

void expect_warning(const std::string& pointer, const std::string& code, const std::function<void(Scenario&)>& change) {
  expect_only({Severity::warning, pointer, code}, change);
}

Write& frame_write(Scenario& s) {
  return s.steps[draft].writes->at(0);
}

}  // namespace

TEST_CASE("a sound scenario has no problem") {
  CHECK(check_scenario(small_scenario()).empty());
}

TEST_CASE("the head of a scenario is checked") {
  expect_error("/format", "format_unknown", [](Scenario& s) { s.format = "tablee.scenario/2"; });
  expect_error("/id", "id_malformed", [](Scenario& s) { s.id = "demi journée"; });
  expect_error("/title/fr", "text_blank", [](Scenario& s) { s.title.fr = " \n"; });
  expect_error("/question/falc", "text_blank", [](Scenario& s) { s.question.falc = " "; });
  expect_error("/commitments/1/en", "text_blank", [](Scenario& s) {
    s.commitments = {words("one"), words("two")};
    s.commitments->at(1).en = "";
  });
  CHECK(check_changed([](Scenario& s) { s.title.en.reset(); }).empty());
}

TEST_CASE("clock times are two digits, a colon and two digits of a real time") {
  for (const char* wrong : {"24:00", "12:60", "9:30", "09h30", "0a:00", "09:300", ""}) {
    CAPTURE(wrong);
    expect_error("/starts_at", "clock_malformed", [&](Scenario& s) { s.starts_at = wrong; });
  }
  CHECK(check_changed([](Scenario& s) { s.starts_at = "00:00"; }).empty());
  expect_error("/steps/8/timer/firm_at", "clock_malformed",
               [](Scenario& s) { s.steps[hand_over].timer.firm_at = "25:10"; });
}

TEST_CASE("the group fits its tables") {
  expect_error("/group/min", "group_order", [](Scenario& s) { s.group = {61, 60, 2, 4}; });
  expect_error("/group/per_table_min", "group_order", [](Scenario& s) { s.group = {5, 60, 5, 4}; });
  expect_error("/group/min", "group_too_small", [](Scenario& s) { s.group = {1, 60, 2, 4}; });
  CHECK(check_changed([](Scenario& s) { s.group = {2, 60, 2, 4}; }).empty());
  expect_error("/group/max", "group_too_large", [](Scenario& s) { s.group.max = 4 * limits::tables_max + 1; });
  CHECK(check_changed([](Scenario& s) { s.group.max = 4 * limits::tables_max; }).empty());
}

TEST_CASE("identifiers are well formed and unique within their list") {
  expect_error("/steps/1/id", "id_malformed", [](Scenario& s) { s.steps[present].id = "a/b"; });
  expect_error("/steps/1/id", "id_repeated", [](Scenario& s) { s.steps[present].id = "welcome"; });
  expect_error("/stores/5/id", "id_repeated", [](Scenario& s) { s.stores.push_back(s.stores[4]); });
  expect_error("/rules/2/id", "id_repeated", [](Scenario& s) { s.rules.push_back(s.rules[1]); });
  expect_error("/steps/6/writes/0/fields/1/id", "id_repeated",
               [](Scenario& s) { frame_write(s).fields_of_article->at(1).id = "problem"; });
  expect_error("/steps/6/writes/0/fields/0/id", "id_reserved",
               [](Scenario& s) { frame_write(s).fields_of_article->at(0).id = "title"; });
  expect_error("/steps/6/writes/0/fields/0/label/falc", "text_blank",
               [](Scenario& s) { frame_write(s).fields_of_article->at(0).label.falc = ""; });
}

TEST_CASE("a step's texts, durations and alerts are checked") {
  expect_error("/steps/2/title/falc", "text_blank", [](Scenario& s) { s.steps[write].title.falc = ""; });
  expect_error("/steps/2/instruction/fr", "text_blank", [](Scenario& s) { s.steps[write].instruction.fr = "\t"; });
  expect_error("/steps/2/duration/floor", "duration_order", [](Scenario& s) { s.steps[write].duration = {8, 9, 12}; });
  expect_error("/steps/2/duration/ceiling", "duration_order", [](Scenario& s) { s.steps[write].duration = {8, 1, 7}; });
  CHECK(check_changed([](Scenario& s) { s.steps[write].duration = {8, 8, 8}; }).empty());
  expect_error("/steps/2/timer/alerts/1", "alert_out_of_range", [](Scenario& s) {
    s.steps[write].timer.alerts = {7, 8};
  });
  expect_error("/steps/2/timer/alerts/0", "alert_out_of_range", [](Scenario& s) { s.steps[write].timer.alerts = {0}; });
  expect_warning("/steps/0/timer/alerts", "alert_without_end",
                 [](Scenario& s) { s.steps[welcome].timer.alerts = {2}; });
}

TEST_CASE("rules have the members of their method, and sound ones") {
  expect_error("/rules/0", "rule_field_missing", [](Scenario& s) { s.rules[0].keep.reset(); });
  expect_error("/rules/0", "rule_field_missing", [](Scenario& s) { s.rules[0].points.reset(); });
  expect_error("/rules/0", "rule_field_missing", [](Scenario& s) { s.rules[0].max_per_option.reset(); });
  expect_error("/rules/1", "rule_field_missing", [](Scenario& s) { s.rules[1].threshold.reset(); });
  expect_error("/rules/1", "rule_field_missing", [](Scenario& s) { s.rules[1].base.reset(); });
  expect_error("/rules/0/strict", "rule_field_misplaced", [](Scenario& s) { s.rules[0].strict = true; });
  expect_error("/rules/0/quorum", "rule_field_misplaced", [](Scenario& s) { s.rules[0].quorum = "1/2"; });
  expect_error("/rules/1/points", "rule_field_misplaced", [](Scenario& s) { s.rules[1].points = 5; });
  expect_error("/rules/0/max_per_option", "points_order", [](Scenario& s) { s.rules[0].max_per_option = 6; });
  CHECK(check_changed([](Scenario& s) { s.rules[0].max_per_option = 5; }).empty());
  expect_error("/rules/1/threshold", "fraction_malformed", [](Scenario& s) { s.rules[1].threshold = "3/2"; });
  expect_error("/rules/1/quorum", "fraction_malformed", [](Scenario& s) { s.rules[1].quorum = "half"; });
  expect_warning("/rules/2", "rule_never_used", [](Scenario& s) {
    s.rules.push_back(s.rules[1]);
    s.rules[2].id = "spare";
  });
}

TEST_CASE("rank and vote steps have a rule of their method, and no other step has one") {
  expect_error("/steps/5/rule", "rule_unknown", [](Scenario& s) { s.rules.erase(s.rules.begin()); });
  expect_error("/steps/7/rule", "rule_wrong_method", [](Scenario& s) {
    s.steps[vote].rule = "points";
    s.rules.pop_back();
  });
  expect_error("/steps/7", "rule_missing", [](Scenario& s) {
    s.steps[vote].rule.reset();
    s.rules.pop_back();
  });
  expect_error("/steps/1/rule", "rule_misplaced", [](Scenario& s) { s.steps[present].rule = "motion"; });
}

TEST_CASE("stores are read after they are written, and used") {
  expect_error("/steps/4/reads/1/from", "store_unknown",
               [](Scenario& s) { s.steps[cluster].reads->push_back(Read{"nowhere"}); });
  expect_error("/steps/5/writes/0/to", "store_unknown", [](Scenario& s) {
    s.steps[rank].writes->at(0).to = "nowhere";
    s.stores.erase(s.stores.begin() + 2);
  });
  expect_error("/steps/1/reads/0/from", "store_read_before_written",
               [](Scenario& s) { s.steps[present].reads = {Read{"ideas"}}; });
  CHECK(check_changed([](Scenario& s) { s.steps[pause].reads = {Read{"ideas"}}; }).empty());
  expect_warning("/stores/5", "store_never_written", [](Scenario& s) {
    s.stores.push_back(Store{"spare", StoreObject::vote});
  });
  expect_warning("/stores/5", "store_never_read", [](Scenario& s) {
    s.stores.push_back(Store{"unread", StoreObject::idea});
    s.steps[pause].kind = StepKind::write;
    s.steps[pause].writes = {writes_to("unread")};
  });
}

TEST_CASE("a step has what its kind needs, and nothing it cannot use") {
  expect_error("/steps/4", "read_missing", [](Scenario& s) {
    s.steps[cluster].reads.reset();
    s.steps[pause].reads = {Read{"ideas"}};  // still read by someone
  });
  expect_error("/steps/5", "read_missing", [](Scenario& s) { s.steps[rank].reads = {Read{"ideas"}}; });
  expect_error("/steps/7", "read_missing", [](Scenario& s) { s.steps[vote].reads.reset(); });
  expect_error("/steps/8", "read_missing", [](Scenario& s) { s.steps[hand_over].reads.reset(); });
  expect_error("/steps/2", "write_missing", [](Scenario& s) {
    s.steps[write].writes.reset();
    s.steps.insert(s.steps.begin() + pause, testing::make_write_step());
    s.steps[pause].id = "write_again";
  });
  expect_error("/steps/3/writes/0", "write_misplaced",
               [](Scenario& s) { s.steps[pause].writes = {writes_to("ideas")}; });
  expect_error("/steps/8/writes/0", "write_misplaced",
               [](Scenario& s) { s.steps[hand_over].writes = {writes_to("votes")}; });
  expect_error("/steps/5/writes/0/to", "write_wrong_object", [](Scenario& s) {
    s.steps[rank].writes = {writes_to("clusters")};
    s.stores.erase(s.stores.begin() + 2);
  });
  expect_error("/steps/2/writes/1", "write_repeated",
               [](Scenario& s) { s.steps[write].writes->push_back(writes_to("ideas")); });
  expect_error("/steps/2/writes/0/min", "min_over_max", [](Scenario& s) { s.steps[write].writes->at(0).min = 3; });
  CHECK(check_changed([](Scenario& s) { s.steps[write].writes->at(0).min = 2; }).empty());
  expect_error("/steps/6/writes/0", "frame_missing", [](Scenario& s) { frame_write(s).fields_of_article.reset(); });
  expect_error("/steps/2/writes/0/fields", "frame_misplaced", [](Scenario& s) {
    s.steps[write].writes->at(0).fields_of_article = {ArticleField{"problem", words("problem"), 100}};
  });
  expect_error("/steps/9/kind", "work_after_hand_over", [](Scenario& s) {
    s.steps.push_back(testing::make_write_step());
    s.steps[9].id = "afterthought";
  });
}

TEST_CASE("firm times are met by the sum of the durations planned") {
  // 13:30 and 20 + 10 + 8 + 15 + 20 + 10 + 40 + 30 = 153 minutes: the last step starts at 16:03.
  CHECK(check_changed([](Scenario& s) { s.steps[hand_over].timer.firm_at = "16:03"; }).empty());
  expect_error("/steps/8/timer/firm_at", "firm_time_missed",
               [](Scenario& s) { s.steps[hand_over].timer.firm_at = "16:02"; });
  expect_warning("/steps/8/timer/firm_at", "firm_time_early",
                 [](Scenario& s) { s.steps[hand_over].timer.firm_at = "16:04"; });
}

TEST_CASE("a programme past midnight is doubtful, and is told once") {
  // 173 minutes in all: from 21:07 it ends at 24:00 exactly.
  CHECK(check_changed([](Scenario& s) { s.starts_at = "21:07"; }).empty());
  expect_warning("/steps/8/duration/planned", "past_midnight", [](Scenario& s) { s.starts_at = "21:08"; });
  expect_warning("/steps/7/duration/planned", "past_midnight", [](Scenario& s) { s.starts_at = "21:28"; });
}

TEST_CASE("a text without its easy-to-read form is an error, or a warning when asked") {
  const auto without = [](Scenario& s) { s.steps[write].title.falc.reset(); };
  expect_error("/steps/2/title/falc", "falc_missing", without);
  Scenario scenario = small_scenario();
  without(scenario);
  const std::vector<Problem> problems = check_scenario(scenario, {Severity::warning});
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].severity == Severity::warning);
}

TEST_CASE("turns and budgets fit in their step") {
  const auto turns = [](std::vector<std::int64_t> minutes) {
    return [minutes](Scenario& s) {
      s.steps[present].timer.scope = TimerScope::turn;
      s.steps[present].timer.turns.emplace();
      for (const std::int64_t each : minutes) {
        s.steps[present].timer.turns->push_back(Turn{each, std::nullopt, std::nullopt});
      }
    };
  };
  CHECK(check_changed(turns({6, 4})).empty());
  expect_error("/steps/1/timer/turns", "turns_too_long", turns({6, 5}));
  expect_error("/steps/1/timer", "turns_missing", [](Scenario& s) { s.steps[present].timer.scope = TimerScope::turn; });
  CHECK(check_changed([](Scenario& s) { s.steps[vote].timer.budget = Budget{90, 20}; }).empty());
  expect_error("/steps/7/timer/budget", "budget_too_long", [](Scenario& s) {
    s.steps[vote].timer.budget = Budget{90, 21};
  });
  expect_error("/steps/7/timer/extension/minutes", "extension_order", [](Scenario& s) {
    s.steps[vote].timer.extension = Extension{5, 4};
  });
}

TEST_CASE("a night has a morning, and starts the clock again") {
  const auto night = [](Scenario& s) {
    s.steps[pause].rest = Rest::night;
    s.steps[pause].duration = {1132, 1132, 1132};  // from 14:08 to 09:00
    s.steps[pause].resumes_at = "09:00";
  };
  CHECK(check_changed(night).empty());
  CHECK(check_changed([&](Scenario& s) {
          night(s);
          s.steps[hand_over].timer.firm_at = "10:40";
        }).empty());
  expect_error("/steps/8/timer/firm_at", "firm_time_missed", [&](Scenario& s) {
    night(s);
    s.steps[hand_over].timer.firm_at = "10:39";
  });
  expect_error("/steps/3", "night_without_morning", [&](Scenario& s) {
    night(s);
    s.steps[pause].resumes_at.reset();
  });
  expect_error("/steps/3/resumes_at", "clock_malformed", [&](Scenario& s) {
    night(s);
    s.steps[pause].resumes_at = "9h";
  });
  expect_warning("/steps/3/duration/planned", "night_length", [&](Scenario& s) {
    night(s);
    s.steps[pause].duration = {60, 60, 60};
  });
  expect_error("/steps/3/resumes_at", "member_misplaced", [&](Scenario& s) { s.steps[pause].resumes_at = "09:00"; });
}

TEST_CASE("ways out are conditions that lead on") {
  const auto lines = [](std::vector<Next> next) { return [next](Scenario& s) { s.steps[write].next = next; }; };
  CHECK(check_changed(lines({{"all_ready or time_up", std::nullopt, "break", std::nullopt}})).empty());
  CHECK(check_changed(lines({{"tables_ready >= 0.8", Action::warn, std::nullopt, 5}, {}})).empty());
  expect_error("/steps/2/next", "no_way_out", lines({{"tables_ready >= 0.8", Action::warn, std::nullopt, 5}}));
  expect_error("/steps/2/next/0/when", "condition_malformed",
               lines({{"everyone_is_happy", std::nullopt, std::nullopt, std::nullopt}}));
  expect_error("/steps/2/next/0/to", "step_unknown", lines({{std::nullopt, std::nullopt, "nowhere", std::nullopt}}));
  expect_error("/steps/2/next/0/to", "cycle", lines({{"time_up", Action::auto_, "present", std::nullopt}}));
  CHECK(check_changed(lines({{"outcome == rejected", Action::reopen, "present", 8}, {}})).empty());
  expect_error("/steps/2/next/0", "member_missing", lines({{"time_up", Action::wait, std::nullopt, std::nullopt}, {}}));
  expect_error("/steps/2/next/0/minutes", "member_misplaced", lines({{"time_up", Action::auto_, std::nullopt, 5}}));
  CHECK(check_changed([](Scenario& s) {
          s.steps[welcome].next = {{"time_up", Action::auto_, std::nullopt, std::nullopt}};
        }).size() == 2);  // a free step: its time is never up, so nothing leads on
}

TEST_CASE("what a kind needs, and what it cannot use") {
  const auto measure = [](Scenario& s, const char* id) {
    Step step = s.steps[present];
    step.id = id;
    step.kind = StepKind::measure;
    step.writes = {writes_to("answers")};
    step.questions = {Question{"q1", words("I could speak"), Scale::agreement}};
    return step;
  };
  const auto two = [&](Scenario& s) {
    s.stores.push_back(Store{"answers", StoreObject::answer});
    s.steps.insert(s.steps.begin() + 1, measure(s, "before"));
    Step after = measure(s, "after");
    after.compare_with = "before";
    s.steps.push_back(after);
  };
  CHECK(check_changed(two).empty());
  expect_error("/steps/10/compare_with", "questions_differ", [&](Scenario& s) {
    two(s);
    s.steps.back().questions->at(0).id = "q2";
  });
  expect_error("/steps/10/compare_with", "step_unknown", [&](Scenario& s) {
    two(s);
    s.steps.back().compare_with = "later";
  });
  expect_error("/steps/10", "questions_missing", [&](Scenario& s) {
    two(s);
    s.steps.back().compare_with.reset();
    s.steps.back().questions.reset();
  });
  expect_error("/steps/1/seats", "member_misplaced", [](Scenario& s) { s.steps[present].seats = Seats{5, 1}; });
}

TEST_CASE("things are shared out in ways that their step knows") {
  const auto review = [](Scenario& s, Read read) {
    Step step = s.steps[present];
    step.id = "review";
    step.kind = StepKind::review;
    step.reads = {std::move(read)};
    s.stores.push_back(Store{"marks", StoreObject::comment});
    step.writes = {writes_to("marks")};
    s.steps.insert(s.steps.begin() + vote, step);
    s.steps[vote + 1].reads->push_back(Read{"marks"});
  };
  CHECK(check_changed([&](Scenario& s) {
          review(s, Read{"ideas", std::nullopt, Distribution::sample, 6, 12});
        }).empty());
  expect_error("/steps/7/reads/0", "member_missing", [&](Scenario& s) {
    review(s, Read{"ideas", std::nullopt, Distribution::sample});
  });
  expect_error("/steps/7/reads/0/distribution", "sample_wrong_object", [&](Scenario& s) {
    review(s, Read{"articles", std::nullopt, Distribution::sample, 2});
  });
  expect_error("/steps/4/reads/0/each", "member_misplaced",
               [](Scenario& s) { s.steps[cluster].reads->at(0).each = 6; });
  expect_error("/steps/4/reads/0/distribution", "distribution_misplaced", [](Scenario& s) {
    s.steps[cluster].reads->at(0).distribution = Distribution::rotation;
    s.steps[cluster].reads->at(0).shifts = {1};
  });
}

TEST_CASE("tables are composed by wishes once there are subjects, and nothing is shared by wishes never made") {
  const Grouping wish{Seating::wish, 3, std::nullopt, std::nullopt};
  const auto by_wish = [](Scenario& s) { s.steps[draft].reads->at(0).distribution = Distribution::wish; };
  CHECK(check_changed([&](Scenario& s) {
          by_wish(s);
          s.steps[draft].tables = wish;
        }).empty());
  expect_error("/steps/6/reads/0/distribution", "wish_never_made", by_wish);
  expect_error("/steps/1/tables/mode", "wish_without_subjects", [&](Scenario& s) { s.steps[present].tables = wish; });
  expect_error("/steps/6/tables/shift", "member_misplaced", [&](Scenario& s) {
    s.steps[draft].tables = Grouping{Seating::wish, 3, 1, std::nullopt};
  });
  expect_error("/steps/3/tables/wishes", "member_misplaced", [&](Scenario& s) {
    s.steps[pause].tables = Grouping{Seating::mix, 3, std::nullopt, std::nullopt};
  });
  // A step that asks for wishes ranks nothing: it has no rule, and writes wishes.
  const auto asks = [&](Scenario& s) {
    s.stores.push_back(Store{"wishes", StoreObject::wish});
    Step step = s.steps[rank];
    step.id = "wishes";
    step.rule.reset();
    step.writes = {writes_to("wishes")};
    step.tables = wish;
    s.steps.insert(s.steps.begin() + draft, step);
  };
  CHECK(check_changed(asks).empty());
  expect_error("/steps/6/rule", "rule_misplaced", [&](Scenario& s) {
    asks(s);
    s.steps[draft].rule = "points";
  });
}

TEST_CASE("a step is repeated for each article, or so many times") {
  const auto back = [](Scenario& s) {
    s.steps[vote].next = {{"outcome == rejected", Action::auto_, "draft", std::nullopt}, {}};
  };
  expect_error("/steps/7/next/0/to", "cycle", back);
  CHECK(check_changed([&](Scenario& s) {
          back(s);
          s.steps[draft].repeat = Repeat{std::nullopt, 2};
        }).empty());
  CHECK(check_changed([](Scenario& s) { s.steps[vote].repeat = Repeat{"articles", std::nullopt}; }).empty());
  expect_error("/steps/7/repeat", "member_missing", [](Scenario& s) { s.steps[vote].repeat = Repeat{}; });
  expect_error("/steps/7/repeat/for_each", "store_unknown", [](Scenario& s) {
    s.steps[vote].repeat = Repeat{"nowhere", std::nullopt};
  });
  expect_error("/steps/7/repeat/for_each", "repeat_wrong_object", [](Scenario& s) {
    s.steps[vote].repeat = Repeat{"ideas", std::nullopt};
  });
  expect_error("/steps/2/repeat/for_each", "member_misplaced", [](Scenario& s) {
    s.steps[write].repeat = Repeat{"articles", std::nullopt};
  });
}

TEST_CASE("a committee works in parallel") {
  const auto aside = [](Scenario& s) {
    Parallel parallel;
    parallel.kind = StepKind::cluster;
    parallel.title = words("Sorting");
    parallel.instruction = words("Sort.");
    parallel.audience.form = Form::committee;
    parallel.reads = {Read{"ideas"}};
    parallel.writes = {writes_to("clusters")};
    s.steps[pause].parallel = parallel;
  };
  CHECK(check_changed(aside).empty());
  expect_error("/steps/3/parallel/kind", "parallel_kind", [&](Scenario& s) {
    aside(s);
    s.steps[pause].parallel->kind = StepKind::welcome;
    s.steps[pause].parallel->writes.reset();
  });
  expect_error("/steps/3/parallel/audience/form", "parallel_form", [&](Scenario& s) {
    aside(s);
    s.steps[pause].parallel->audience.form = Form::plenary;
  });
  expect_error("/steps/3/parallel/writes/0/to", "store_unknown", [&](Scenario& s) {
    aside(s);
    s.steps[pause].parallel->writes->at(0).to = "nowhere";
  });
}

TEST_CASE("every problem is reported, in the order of the document") {
  const std::vector<Problem> problems = check_changed([](Scenario& s) {
    s.steps[write].duration.floor = 9;
    s.starts_at = "noon";
    s.rules[1].threshold = "0/1";
  });
  REQUIRE(problems.size() == 3);
  CHECK(problems[0].pointer == "/starts_at");
  CHECK(problems[1].pointer == "/rules/1/threshold");
  CHECK(problems[2].pointer == "/steps/2/duration/floor");
}

}  // namespace scenario_check_test
