#include "rehearse/citizen.h"

#include <algorithm>

#include "core/committee.h"
#include "core/drafting.h"
#include "core/measure.h"
#include "core/merge.h"
#include "core/review.h"
#include "core/run.h"
#include "core/sample.h"
#include "core/wishes.h"
#include "core/writing.h"

namespace tablee::rehearse {
namespace {

constexpr std::int64_t slow_factor = 3;

std::string key_of(Rng& rng) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string key;
  for (int count = 0; count < 32; ++count) {
    key += digits[rng.below(digits.size())];
  }
  return key;
}

const core::Poll* poll_of(const core::State& state, const std::string& step) {
  const auto found = std::find_if(state.polls.begin(), state.polls.end(), [&](const auto& entry) {
    return entry.second.step == step && entry.second.status == core::PollStatus::open;
  });
  return found == state.polls.end() ? nullptr : &found->second;
}

}  // namespace

TimeMs Citizen::pause(std::int64_t seconds_min, std::int64_t seconds_max) {
  const auto spread = static_cast<std::uint64_t>(seconds_max - seconds_min + 1);
  const std::int64_t seconds = seconds_min + static_cast<std::int64_t>(stage_.rng().below(spread));
  return seconds * 1000 * (habits_.slow ? slow_factor : 1);
}

void Citizen::enter(TimeMs last) {
  if (habits_.absent) {
    return;
  }
  stage_.at(habits_.arrives_at, [this] { arrive(); });
  if (habits_.loses_line) {
    lose_line(last);
  }
}

void Citizen::arrive() {
  device_ = stage_.add_device(core::Role::participant, code_);
  stage_.device(device_).open(stage_.now());
  in_ = true;
  if (const core::Step* step = core::current_step(stage_.state());
      step != nullptr && core::is_active(stage_.state().run)) {
    take_part(*step);
  }
}

void Citizen::lose_line(TimeMs last) {
  const TimeMs lost_at = std::max(stage_.now(), habits_.arrives_at) + pause(300, 1500);
  if (lost_at >= last) {
    return;
  }
  stage_.at(lost_at, [this, last] {
    if (!stays_) {
      stage_.device(device_).cut(stage_.now());
      stage_.after(pause(60, 300), [this] {
        if (!stage_.device(device_).is_open()) {
          stage_.device(device_).open(stage_.now());
        }
      });
    }
    lose_line(last);
  });
}

void Citizen::stay() {
  stays_ = true;
  if (in_ && !stage_.device(device_).is_open()) {
    stage_.device(device_).open(stage_.now());
  }
}

bool Citizen::still(const std::string& step) const {
  return core::is_active(stage_.state(), step);
}

void Citizen::take_part(const core::Step& step) {
  if (!in_) {
    return;
  }
  if (core::committee_of(step) != nullptr) {
    volunteer(step);
  }
  if (core::wished_step(stage_.state()) != nullptr) {
    wish();
  }
  switch (step.kind) {
    case core::StepKind::write:
      return write(step);
    case core::StepKind::merge:
      return merge(step);
    case core::StepKind::rank:
      return share_points(step);
    case core::StepKind::draft:
      return draft(step);
    case core::StepKind::measure:
      return fill_sheet(step);
    case core::StepKind::ask:
      return ask(step);
    case core::StepKind::debate:
      return raise_hand(step);
    case core::StepKind::review:
      return core::sampled_read(step) != nullptr ? mark(step) : comment(step);
    default:
      return;
  }
}

void Citizen::say_ready() {
  stage_.say(device_, core::SetReady{true});
}

void Citizen::write(const core::Step& step) {
  const core::Write& frame = step.writes->front();
  const std::int64_t most = std::min<std::int64_t>(frame.max.value_or(3), 3);
  const std::int64_t wanted =
      std::max<std::int64_t>(1, static_cast<std::int64_t>(stage_.rng().below(static_cast<std::uint64_t>(most) + 1)));
  TimeMs moment = stage_.now();
  for (std::int64_t count = 0; count < wanted; ++count) {
    moment += pause(40, 120);
    stage_.at(moment, [this, id = step.id, last = count + 1 == wanted] {
      if (!still(id)) {
        return;
      }
      stage_.say(device_, core::SubmitIdea{id, "Une idée pour que chacun puisse venir, et rester."});
      if (last) {
        say_ready();
      }
    });
  }
}

// In the turn alone, ideas as in a `write` step; in every other turn, once, what a member of a group does.
void Citizen::merge(const core::Step& step) {
  if (core::writes_alone(stage_.state(), step)) {
    write(step);
  }
  const std::vector<core::Turn> turns = step.timer.turns.value_or(std::vector<core::Turn>{});
  TimeMs begins = stage_.state().run.started_at;
  for (std::size_t turn = 0; turn < std::max<std::size_t>(1, turns.size()); ++turn) {
    const std::int64_t minutes = turns.empty() ? step.duration.planned : turns[turn].minutes;
    const TimeMs moment = begins + pause(20, 60) + minutes * minute_ms / 4;
    begins += minutes * minute_ms;
    if (moment > stage_.now()) {
      stage_.at(moment, [this, id = step.id] {
        if (still(id)) {
          work_in_group(id);
        }
      });
    }
  }
}

// One person in three merges the first two ideas that the group does not keep yet; the others keep one.
void Citizen::work_in_group(const std::string& step) {
  const core::State& state = stage_.state();
  const core::MergeGroup* group = core::group_of(state, core::Subject{core::Role::participant, person_, {}});
  if (group == nullptr) {
    return;
  }
  const core::Step& now = *core::current_step(state);
  std::vector<IdeaId> left;
  for (const IdeaId idea : core::ideas_now(state, *group)) {
    if (!group->kept.contains(idea)) {
      left.push_back(idea);
    }
  }
  const bool room = static_cast<std::int64_t>(core::kept_now(state, *group).size()) < core::most_kept(now);
  if (!room || left.empty()) {
    return;
  }
  if (left.size() >= 2 && stage_.rng().below(3) == 0) {
    stage_.say(device_, core::MergeIdeas{step, state.run.turn, {left[0], left[1]}, "Venir, et rester, sans détour."});
  } else {
    stage_.say(device_, core::KeepIdea{step, state.run.turn, left[0], true});
  }
}

void Citizen::share_points(const core::Step& step) {
  stage_.after(pause(30, 240), [this, id = step.id] {
    const core::Poll* poll = poll_of(stage_.state(), id);
    if (!still(id) || poll == nullptr || poll->options.empty()) {
      return;
    }
    const core::Rule& rule = *core::find_rule(stage_.state().scenario, poll->rule);
    std::vector<core::PointsOn> points;
    std::int64_t left = *rule.points;
    std::vector<ClusterId> options = poll->options;
    stage_.rng().shuffle(options);
    for (const ClusterId option : options) {
      const std::int64_t given = std::min(left, *rule.max_per_option);
      if (given > 0) {
        points.push_back(core::PointsOn{option, given});
        left -= given;
      }
    }
    stage_.say(device_, core::CastPoints{poll->id, key_of(stage_.rng()), points});
    say_ready();
  });
}

// Three people in four say what they would like to write about.
void Citizen::wish() {
  stage_.after(pause(30, 180), [this] {
    const core::State& state = stage_.state();
    const core::Step* step = core::wished_step(state);
    if (step == nullptr) {
      return;
    }
    core::SetWishes wishes{step->id, {}};
    if (stage_.rng().below(4) != 0) {
      wishes.clusters = core::subjects_of_tables(state);
      stage_.rng().shuffle(wishes.clusters);
      wishes.clusters.resize(std::min(wishes.clusters.size(), static_cast<std::size_t>(core::most_wishes(*step))));
    }
    stage_.say(device_, std::move(wishes));
    if (still(step->id)) {
      say_ready();
    }
  });
}

// Where ideas are drawn for each person, a mark on each.
void Citizen::mark(const core::Step& step) {
  stage_.after(pause(120, 420), [this, id = step.id] {
    const std::vector<IdeaId>* own = core::sample_of(stage_.state(), id, person_);
    if (!still(id) || own == nullptr) {
      return;
    }
    for (const IdeaId idea : *own) {
      core::WriteComment comment;
      comment.step = id;
      comment.idea = idea;
      comment.kind = stage_.rng().below(2) == 0 ? core::CommentKind::agree : core::CommentKind::doubt;
      stage_.say(device_, std::move(comment));
    }
    say_ready();
  });
}

// In every turn one person in six says something of what the table reads, in its name.
void Citizen::comment(const core::Step& step) {
  const std::vector<core::Turn> turns = step.timer.turns.value_or(std::vector<core::Turn>{});
  TimeMs begins = stage_.state().run.started_at;
  for (std::size_t turn = 0; turn < std::max<std::size_t>(1, turns.size()); ++turn) {
    const std::int64_t minutes = turns.empty() ? step.duration.planned : turns[turn].minutes;
    const TimeMs moment = begins + minutes * minute_ms / 3 + pause(5, 90);
    begins += minutes * minute_ms;
    if (moment > stage_.now() && stage_.rng().below(6) == 0) {
      stage_.at(moment, [this, id = step.id] {
        if (still(id)) {
          comment_on(id);
        }
      });
    }
  }
}

void Citizen::comment_on(const std::string& step) {
  const core::State& state = stage_.state();
  const std::optional<TableId> table = state.people.at(person_).table;
  const core::Step& review = *core::current_step(state);
  if (!table) {
    return;
  }
  const std::vector<core::Commented> texts = core::texts_received(state, review, state.run.turn, *table);
  if (texts.empty()) {
    return;
  }
  const core::Commented& about = texts[stage_.rng().below(texts.size())];
  core::WriteComment comment;
  comment.step = step;
  comment.kind = core::is_anchored(review) ? core::CommentKind::question : core::CommentKind::agree;
  comment.text = "Et pour qui habite loin ?";
  comment.article = about.article ? std::optional(about.article) : std::nullopt;
  comment.idea = about.idea ? std::optional(about.idea) : std::nullopt;
  comment.cluster = about.cluster ? std::optional(about.cluster) : std::nullopt;
  stage_.say(device_, std::move(comment));
}

// One person in eight would join a committee, where the programme asks for volunteers; whoever is in one that drafts
// writes a title.
void Citizen::volunteer(const core::Step& step) {
  if (core::committee_of(step)->selection == core::Selection::volunteers && stage_.rng().below(8) == 0) {
    stage_.after(pause(10, 60), [this, id = step.id] {
      if (still(id)) {
        stage_.say(device_, core::JoinCommittee{id, true});
      }
    });
  }
  stage_.after(pause(120, 300), [this, id = step.id] {
    const core::State& state = stage_.state();
    if (!still(id) || !core::drafting_members(state).contains(person_)) {
      return;
    }
    for (const auto& [article_id, article] : state.articles) {
      if (article.by_committee && article.step == id && article.status == core::ArticleStatus::writing) {
        const std::int64_t revision = core::text_revision(core::written_text(article, "title"));
        return stage_.say(device_, core::EditArticle{article_id, "title", "Ouvrir la porte, toute l’année", revision});
      }
    }
  });
}

void Citizen::vote(PollId poll) {
  if (!in_) {
    return;
  }
  stage_.after(pause(10, 45), [this, poll] {
    const auto found = stage_.state().polls.find(poll);
    if (found == stage_.state().polls.end() || found->second.status != core::PollStatus::open) {
      return;
    }
    const std::uint64_t draw = stage_.rng().below(10);
    const core::Choice choice = draw < 7   ? core::Choice::for_
                                : draw < 9 ? core::Choice::against
                                           : core::Choice::abstain;
    stage_.say(device_, core::CastVote{poll, key_of(stage_.rng()), choice});
  });
}

// The first who sits at a table holds the pen; the others say when they have finished.
void Citizen::draft(const core::Step& step) {
  stage_.after(pause(300, 900), [this, id = step.id] {
    if (!still(id)) {
      return;
    }
    const core::State& state = stage_.state();
    const std::optional<TableId> table = state.people.at(person_).table;
    for (const auto& [article_id, article] : state.articles) {
      if (table && article.table == *table && article.status == core::ArticleStatus::writing &&
          core::written_text(article, "title").empty()) {
        stage_.say(device_, core::EditArticle{article_id, "title", "Ouvrir la porte à tout le monde", 0});
      }
    }
    say_ready();
  });
}

void Citizen::fill_sheet(const core::Step& step) {
  stage_.after(pause(60, 240), [this, id = step.id] {
    if (!still(id)) {
      return;
    }
    if (pseudonym_.empty()) {
      pseudonym_ = key_of(stage_.rng());
    }
    core::FillSheet sheet;
    sheet.step = id;
    sheet.pseudonym = pseudonym_;
    const core::State& state = stage_.state();
    for (const core::Question& question : core::questions_asked(state, *core::find_step(state.scenario, id))) {
      core::SheetAnswer answer;
      answer.question = question.id;
      if (question.scale == core::Scale::words) {
        answer.words = "Merci.";
      } else {
        answer.level = 1 + static_cast<std::int64_t>(stage_.rng().below(3));
      }
      sheet.answers.push_back(answer);
    }
    stage_.say(device_, std::move(sheet));
    say_ready();
  });
}

// One person in four has a question for the table.
void Citizen::ask(const core::Step& step) {
  if (stage_.rng().below(4) == 0) {
    stage_.after(pause(60, 300), [this, id = step.id] {
      if (still(id)) {
        stage_.say(device_, core::AskQuestion{id, "Qui décide, et quand ?"});
      }
    });
  }
}

// One person in five wants to speak.
void Citizen::raise_hand(const core::Step& step) {
  if (stage_.rng().below(5) == 0) {
    stage_.after(pause(20, 400), [this, id = step.id] {
      if (still(id)) {
        stage_.say(device_, core::RaiseHand{id, false});
      }
    });
  }
}

}  // namespace tablee::rehearse
