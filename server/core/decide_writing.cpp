#include <algorithm>
#include <optional>

#include "base/base64.h"
#include "base/check.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "core/decide_parts.h"
#include "core/drafting.h"
#include "core/late_text.h"
#include "core/writing.h"
#include "text/read.h"
#include "text/update.h"
#include "text/utf16.h"

namespace tablee::core {
namespace {

// Numbers given out lie below; Yjs draws its own among 2^32.
constexpr std::uint64_t given_numbers_max = 1U << 20U;

Refusal too_many(std::string detail) {
  return refuse(Code::too_many, "update", std::move(detail));
}

bool is_field(const State& state, const Article& article, std::string_view name) {
  const std::vector<ArticleField>& frame = frame_of_article(state, article);
  return name == "title" ||
         std::any_of(frame.begin(), frame.end(), [&](const ArticleField& field) { return field.id == name; });
}

// Plain text in the fields of the frame. A struct beside a neighbour is in the neighbour's field.
Result<Nothing> plain(const State& state, const Article& article, const text::WireStruct& one) {
  if (one.kind != text::Kind::string && one.kind != text::Kind::deleted && one.kind != text::Kind::collected) {
    return refuse(Code::unsupported, "update", "articles are written in plain text");
  }
  if (one.has_key || one.parent_by == text::ParentBy::id ||
      (one.parent_by == text::ParentBy::root && !is_field(state, article, one.root))) {
    return refuse(Code::unsupported, "update", "the frame of the article has no such field");
  }
  return Nothing{};
}

std::int64_t writers_of(const Article& article, const Subject& subject) {
  return std::count_if(article.writers.begin(), article.writers.end(),
                       [&](const auto& entry) { return entry.second.subject == subject; });
}

// What is new of a run: the rest is known already, whoever sends it again.
bool has_news(const text::Update& update, const text::WireRun& run, const Article& article) {
  const text::WireStruct& last = update.structs[run.first + run.count - 1];
  const auto states = text::states_of(article.text);
  const auto known =
      std::find_if(states.begin(), states.end(), [&](const text::WireId& each) { return each.client == run.client; });
  return known == states.end() || last.clock + last.length > known->clock;
}

Result<Nothing> own_units(const Subject& subject, const Article& article, const text::Update& update) {
  std::int64_t new_writers = 0;
  std::uint64_t units = 0;
  for (const text::WireRun& run : update.runs) {
    if (run.count == 0 || !has_news(update, run, article)) {
      continue;
    }
    const auto writer = article.writers.find(run.client);
    if (writer == article.writers.end()) {
      ++new_writers;
    } else if (writer->second.subject != subject) {
      return refuse(Code::not_allowed, "update", "somebody else writes under this client id");
    }
    for (std::size_t at = run.first; at < run.first + run.count; ++at) {
      units += update.structs[at].length;
    }
  }
  if (new_writers > 0 &&
      (writers_of(article, subject) + new_writers > limits::own_writers_max ||
       static_cast<std::int64_t>(article.writers.size()) + new_writers > limits::article_writers_max)) {
    return too_many("too many client ids have written in this article");
  }
  if (units > static_cast<std::uint64_t>(limits::update_units_max)) {
    return too_many("an update brings at most " + std::to_string(limits::update_units_max) + " units");
  }
  return Nothing{};
}

Result<Nothing> acceptable(const State& state, const Subject& subject, const Article& article, std::string_view bytes) {
  if (auto whole = article.text.takes_whole(bytes); !whole) {
    return whole;
  }
  text::Update update;
  TABLEE_CHECK(text::decode_update(bytes, update));
  if (update.structs.size() > static_cast<std::size_t>(limits::update_structs_max) ||
      update.deletions.size() > static_cast<std::size_t>(limits::update_ranges_max)) {
    return too_many("an update holds at most " + std::to_string(limits::update_structs_max) + " structs");
  }
  for (const text::WireStruct& one : update.structs) {
    if (auto fits = plain(state, article, one); !fits) {
      return fits;
    }
  }
  if (!update.structs.empty() && units_of(state, article) > limits::article_units_max) {
    return refuse(Code::too_long, "update", "the article is full");
  }
  return own_units(subject, article, update);
}

Result<Decision> after_the_end(const State& state, const Subject& subject, const Article& article,
                               std::string_view update) {
  Article with_kept = article;
  with_kept.text = text_with(article, subject);
  if (with_kept.text.has_all_of(update)) {
    return Decision{};
  }
  if (auto fits = acceptable(state, subject, with_kept, update); !fits) {
    return fits.error();
  }
  return keep_beside(article, subject, update);
}

// In a step that was taken up again.
Result<Decision> write_on(const State& state, const Subject& subject, const Article& article, const ReceivedText& kept,
                          std::string_view update) {
  Article settled = article;
  settle_received(state, settled, kept, !kept.left);
  if (auto fits = acceptable(state, subject, settled, update); !fits) {
    return fits.error();
  }
  Decision decision = fact(ReceivedSettled{article.id, kept.id, !kept.left});
  if (!settled.text.has_all_of(update)) {
    decision.events.add(TextWritten{article.id, to_base64(update)});
  }
  return decision;
}

std::uint64_t next_number(const Article& article) {
  const auto above = article.writers.lower_bound(given_numbers_max);
  return above == article.writers.begin() ? 1 : std::prev(above)->first + 1;
}

// Under which client id a subject's `edit_article` writes.
std::uint64_t edit_client(const Article& article, const Subject& subject) {
  const auto own = std::find_if(article.writers.begin(), article.writers.end(), [&](const auto& entry) {
    return entry.second.edits && entry.second.subject == subject;
  });
  return own == article.writers.end() ? next_number(article) : own->first;
}

}  // namespace

const std::vector<ArticleField>& frame_of_article(const State& state, const Article& article) {
  static const std::vector<ArticleField> none;
  const Step* step = find_step(state.scenario, article.step);
  const Write* write = step == nullptr ? nullptr : article_write(*step, article.by_committee);
  return write != nullptr && write->fields_of_article ? *write->fields_of_article : none;
}

std::int64_t characters_of(const State& state, const Article& article) {
  std::int64_t characters = 0;
  if (article.status == ArticleStatus::writing) {
    characters += utf8_length(written_text(article, "title")).value_or(0);
    for (const ArticleField& field : frame_of_article(state, article)) {
      characters += utf8_length(written_text(article, field.id)).value_or(0);
    }
    return characters;
  }
  for (const FieldText& each : article.texts) {
    characters += utf8_length(each.text).value_or(0);
  }
  return characters;
}

std::int64_t units_of(const State& state, const Article& article) {
  std::int64_t units = text::length_of(article.text, "title");
  for (const ArticleField& field : frame_of_article(state, article)) {
    units += text::length_of(article.text, field.id);
  }
  return units;
}

std::string written_text(const Article& article, std::string_view field_id) {
  return text::text_of(article.text, field_id);
}

std::int64_t text_revision(std::string_view text) {
  // FNV-1a, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/
  std::uint32_t hash = 2'166'136'261U;
  for (const char byte : text) {
    hash = (hash ^ static_cast<unsigned char>(byte)) * 16'777'619U;
  }
  return text.empty() ? 0 : std::max<std::int64_t>(hash, 1);
}

Result<Decision> answer(const State& state, const Envelope& envelope, const WriteText& command) {
  // What replicas tell each other to be sure: nobody has to be allowed to say nothing new.
  if (const Article* known = find_in(state.articles, command.article);
      known != nullptr && known->text.has_all_of(command.update)) {
    return Decision{};
  }
  const Article* late = find_in(state.articles, command.article);
  if (late != nullptr && comes_late(state, envelope.subject, *late)) {
    return after_the_end(state, envelope.subject, *late, command.update);
  }
  const auto article = article_in_hand(state, envelope.subject, command.article);
  if (!article) {
    return article.error();
  }
  if (const ReceivedText* kept = received_from(**article, envelope.subject)) {
    return write_on(state, envelope.subject, **article, *kept, command.update);
  }
  if (auto fits = acceptable(state, envelope.subject, **article, command.update); !fits) {
    return fits.error();
  }
  return fact(TextWritten{command.article, to_base64(command.update)});
}

Result<Decision> answer(const State& state, const Envelope& envelope, const NumberWriter& command) {
  const auto article = article_in_hand(state, envelope.subject, command.article);
  if (!article) {
    return article.error();
  }
  const std::uint64_t number = next_number(**article);
  if (number >= given_numbers_max || writers_of(**article, envelope.subject) >= limits::own_writers_max ||
      static_cast<std::int64_t>((*article)->writers.size()) >= limits::article_writers_max) {
    return refuse(Code::too_many, "article", "too many client ids have written in this article");
  }
  return fact(WriterNumbered{command.article, static_cast<std::int64_t>(number)});
}

TextWritten edit_of(const Article& article, const Subject& subject, const std::string& field_id,
                    std::string_view words) {
  text::Document copy = article.text;
  const std::string before = written_text(article, field_id);
  // What both begin and end with stays, in whole characters.
  std::size_t first = 0;
  while (first < std::min(before.size(), words.size()) && before[first] == words[first]) {
    ++first;
  }
  const auto inside = [](std::string_view text, std::size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xc0U) == 0x80U;
  };
  while (first > 0 && (inside(before, first) || inside(words, first))) {
    --first;
  }
  std::size_t last = 0;
  while (last < std::min(before.size(), words.size()) - first &&
         before[before.size() - 1 - last] == words[words.size() - 1 - last]) {
    ++last;
  }
  while (last > 0 && (inside(before, before.size() - last) || inside(words, words.size() - last))) {
    --last;
  }
  const std::string_view gone = std::string_view(before).substr(first, before.size() - first - last);
  const std::string_view come = words.substr(first, words.size() - first - last);
  const std::uint32_t at = text::utf16_length(std::string_view(before).substr(0, first));
  if (!gone.empty()) {
    TABLEE_CHECK(copy.erase(field_id, at, text::utf16_length(gone)));
  }
  if (!come.empty()) {
    TABLEE_CHECK(copy.insert(field_id, at, come, edit_client(article, subject)));
  }
  return TextWritten{article.id, to_base64(copy.take_changes()), true};
}

Result<Nothing> may_read_text(const State& state, const Subject& subject, ArticleId id) {
  const Article* article = find_in(state.articles, id);
  if (article == nullptr) {
    return refuse(Code::not_found, "article", "there is no such article");
  }
  const bool reads =
      subject.role == Role::facilitator ||
      ((subject.role == Role::participant || subject.role == Role::table) && held_the_pen(state, subject, *article));
  return reads ? Result<Nothing>(Nothing{})
               : refuse(Code::not_allowed, "article", "another table, or a committee, writes this article");
}

Decision move_old_drafts(const State& state) {
  Decision decision;
  for (const auto& [id, article] : state.articles) {
    text::Document copy = article.text;
    for (const auto& [field_id, draft] : article.old_drafts) {
      if (text::length_of(copy, field_id) == 0 && !draft.text.empty()) {
        TABLEE_CHECK(copy.insert(field_id, 0, draft.text, next_number(article)));
      }
      decision.records.emplace_back(ArticleText{id, field_id, "", 0});
    }
    if (std::string update = copy.take_changes(); !update.empty()) {
      decision.events.add(TextWritten{id, to_base64(update), true});
    }
  }
  return decision;
}

}  // namespace tablee::core
