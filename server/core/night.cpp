#include "core/night.h"

#include "core/run.h"
#include "core/timetable.h"

namespace tablee::core {
namespace {

class Writer {
 public:
  // A line: words and numbers, none of which holds a space.
  template <class... Parts>
  void line(std::string_view what, const Parts&... parts) {
    out_ += what;
    ((out_ += " ", add(parts)), ...);
    out_ += "\n";
  }
  void text(const std::string& words) { out_ += std::to_string(words.size()) + "\n" + words + "\n"; }
  std::string take() { return std::move(out_); }

 private:
  void add(std::string_view word) { out_ += word; }
  void add(std::int64_t number) { out_ += std::to_string(number); }
  std::string out_;
};

template <class Enum>
std::string_view name_of(Enum value) {
  return names_of(value)[static_cast<std::size_t>(value)];
}

template <class Id>
std::int64_t number_of(const std::optional<Id>& id) {
  return id ? static_cast<std::int64_t>(id->value) : 0;
}

template <class Id>
std::int64_t number_of(const Id& id) {
  return static_cast<std::int64_t>(id.value);
}

void write_ideas(const State& state, Writer& out) {
  for (const auto& [id, idea] : state.ideas) {
    out.line("idea", number_of(id), name_of(idea.fate), number_of(idea.cluster));
    out.text(idea.text);
    out.text(idea.reason);
  }
  for (const auto& [id, cluster] : state.clusters) {
    out.line("cluster", number_of(id), number_of(cluster.merged_into));
    out.text(cluster.title);
  }
}

void write_words(const State& state, Writer& out) {
  for (const auto& [id, question] : state.questions) {
    out.line("question", number_of(id), name_of(question.fate), number_of(question.merged_into));
    out.text(question.text);
  }
  for (const auto& [id, comment] : state.comments) {
    out.line("comment", number_of(id), name_of(comment.kind), name_of(comment.fate));
    out.text(comment.text);
    out.text(comment.word);
  }
}

void write_articles(const State& state, Writer& out) {
  for (const auto& [id, article] : state.articles) {
    out.line("article", number_of(id), number_of(article.table), number_of(article.cluster));
    if (!article.to_settle.empty()) {
      out.line("settle");
      out.text(article.to_settle);
    }
    for (const FieldText& field : article.texts) {
      out.line("field", field.field_id);
      out.text(field.text);
    }
    for (const IdeaId source : article.sources) {
      out.line("source", number_of(source));
    }
  }
}

void write_counts(const State& state, Writer& out) {
  for (const auto& [id, poll] : state.polls) {
    out.line("poll", number_of(id), name_of(poll.status));
    if (poll.result && poll.result->motion) {
      const MotionTotal& total = *poll.result->motion;
      out.line("motion", total.for_, total.against, total.abstain, total.base, name_of(total.outcome));
    }
    if (poll.result && poll.result->points) {
      for (const OptionTotal& total : *poll.result->points) {
        out.line("points", number_of(total.option), total.points, total.supporters);
      }
    }
  }
}

}  // namespace

bool is_night(const State& state) {
  const Step* step = current_step(state);
  return step != nullptr && is_active(state.run) && is_night(*step);
}

std::string canonical_content(const State& state) {
  Writer out;
  out.line("tablee.content/1");
  write_ideas(state, out);
  write_words(state, out);
  write_articles(state, out);
  write_counts(state, out);
  return out.take();
}

}  // namespace tablee::core
