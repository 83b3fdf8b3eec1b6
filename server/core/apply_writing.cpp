#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/base64.h"
#include "core/apply_parts.h"
#include "core/late_text.h"
#include "text/update.h"

namespace tablee::core {
namespace {

// The bytes of an update; its client ids are the subject's from now on.
std::string written_by(Article& article, const Subject& subject, const std::string& base64, bool edits) {
  auto bytes = from_base64(base64);
  TABLEE_CHECK(bytes);
  text::Update update;
  TABLEE_CHECK(text::decode_update(*bytes, update));
  for (const text::WireRun& run : update.runs) {
    article.writers.try_emplace(run.client, TextClient{subject, edits});
  }
  return std::move(*bytes);
}

std::vector<ReceivedText>::iterator find_received(Article& article, ReceivedId id) {
  return std::find_if(article.received.begin(), article.received.end(),
                      [&](const ReceivedText& each) { return each.id == id; });
}

}  // namespace

void change(State& state, const Stamp& stamp, const WriterNumbered& event) {
  Article& article = existing(state.articles, event.article);
  article.writers.try_emplace(static_cast<std::uint64_t>(event.client), TextClient{stamp.subject, false});
}

void change(State& state, const Stamp& stamp, const TextWritten& event) {
  Article& article = existing(state.articles, event.article);
  const std::string update = written_by(article, stamp.subject, event.update, event.edited.value_or(false));
  TABLEE_CHECK(article.text.apply(update));
}

void change(State& state, const Stamp&, const TextFrozen& event) {
  existing(state.articles, event.article).freezes_at = 0;
}

void change(State& state, const Stamp& stamp, const TextReceived& event) {
  Article& article = existing(state.articles, event.article);
  std::string update = written_by(article, stamp.subject, event.update, false);
  if (find_received(article, event.received) == article.received.end()) {
    article.received.push_back({event.received, stamp.subject, stamp.at, {}, false});
    article.received_count = std::max(article.received_count, event.received.value);
  }
  const auto received = find_received(article, event.received);
  received->updates.push_back(std::move(update));
  received->left = false;
}

void change(State& state, const Stamp&, const ReceivedLeft& event) {
  Article& article = existing(state.articles, event.article);
  const auto received = find_received(article, event.received);
  TABLEE_CHECK(received != article.received.end());
  received->left = event.left;
}

void change(State& state, const Stamp&, const ReceivedSettled& event) {
  Article& article = existing(state.articles, event.article);
  const auto received = find_received(article, event.received);
  TABLEE_CHECK(received != article.received.end());
  settle_received(state, article, *received, event.joined);
  article.received.erase(received);
}

}  // namespace tablee::core
