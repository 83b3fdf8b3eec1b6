#include <algorithm>
#include <utility>

#include "base/check.h"
#include "base/utf8.h"
#include "core/late_text.h"
#include "core/view_rules.h"
#include "core/writing.h"
#include "text/read.h"
#include "text/utf16.h"

namespace tablee::core {
namespace {

using Unit = std::pair<std::uint64_t, std::uint32_t>;  // client, clock

// What stands together of the characters that `wanted` says yes to.
template <class Wanted>
std::vector<std::string> passages(const std::vector<text::AuthoredRun>& runs, const Wanted& wanted) {
  std::vector<std::string> found;
  bool goes_on = false;
  for (const text::AuthoredRun& run : runs) {
    std::uint32_t clock = run.clock;
    std::size_t at = 0;
    while (at < run.text.size()) {
      std::size_t end = at + 1;
      while (end < run.text.size() && (static_cast<unsigned char>(run.text[end]) & 0xc0U) == 0x80U) {
        ++end;
      }
      const std::string_view character = std::string_view(run.text).substr(at, end - at);
      const bool is_wanted = wanted(Unit{run.client, clock});
      if (is_wanted && !goes_on) {
        found.emplace_back();
      }
      if (is_wanted) {
        found.back() += character;
      }
      goes_on = is_wanted;
      clock += text::utf16_length(character);
      at = end;
    }
  }
  return found;
}

std::vector<Unit> units_in(const std::vector<text::AuthoredRun>& runs) {
  std::vector<Unit> units;
  for (const text::AuthoredRun& run : runs) {
    for (std::uint32_t at = 0; at < run.length; ++at) {
      units.emplace_back(run.client, run.clock + at);
    }
  }
  std::sort(units.begin(), units.end());
  return units;
}

ReceivedField changes_of(const text::Document& before, const text::Document& after, const std::string& field_id) {
  const auto runs_before = text::authored_runs(before, field_id);
  const auto runs_after = text::authored_runs(after, field_id);
  const auto lacks = [](const std::vector<Unit>& units) {
    return [&units](const Unit& unit) { return !std::binary_search(units.begin(), units.end(), unit); };
  };
  const std::vector<Unit> were = units_in(runs_before);
  const std::vector<Unit> are = units_in(runs_after);
  return {field_id, passages(runs_after, lacks(were)), passages(runs_before, lacks(are))};
}

std::string name_of(const State& state, const Subject& subject) {
  if (subject.role == Role::participant) {
    return person_name(state, subject.person);
  }
  const auto table = state.tables.find(subject.table);
  return table == state.tables.end() ? std::string{} : table->second.title;
}

}  // namespace

std::vector<ReceivedView> view_received(const State& state, const Article& article) {
  std::vector<ReceivedView> views;
  for (const ReceivedText& received : article.received) {
    ReceivedView view{received.id,   name_of(state, received.from), received.at,
                      received.left, is_settled(state, article),    {}};
    const text::Document after = text_with(article, received.from);
    std::vector<std::string> names{"title"};
    for (const ArticleField& field : frame_of_article(state, article)) {
      names.push_back(field.id);
    }
    for (const std::string& name : names) {
      ReceivedField changed = changes_of(article.text, after, name);
      if (!changed.added.empty() || !changed.removed.empty()) {
        view.words.push_back(std::move(changed));
      }
    }
    views.push_back(std::move(view));
  }
  return views;
}

std::vector<LateArticle> view_late_articles(const State& state) {
  std::vector<LateArticle> late;
  for (const auto& [id, article] : state.articles) {
    if (!article.received.empty()) {
      const std::optional<TableId> table = article.table ? std::optional(article.table) : std::nullopt;
      late.push_back({id, table, written_text(article, "title"), view_received(state, article)});
    }
  }
  return late;
}

}  // namespace tablee::core
