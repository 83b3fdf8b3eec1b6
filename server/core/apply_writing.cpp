#include "base/base64.h"
#include "core/apply_parts.h"
#include "text/update.h"

namespace tablee::core {

void change(State& state, const Stamp& stamp, const WriterNumbered& event) {
  Article& article = existing(state.articles, event.article);
  article.writers.try_emplace(static_cast<std::uint64_t>(event.client), TextClient{stamp.subject, false});
}

void change(State& state, const Stamp& stamp, const TextWritten& event) {
  Article& article = existing(state.articles, event.article);
  const auto bytes = from_base64(event.update);
  TABLEE_CHECK(bytes);
  text::Update update;
  TABLEE_CHECK(text::decode_update(*bytes, update));
  for (const text::WireRun& run : update.runs) {
    article.writers.try_emplace(run.client, TextClient{stamp.subject, event.edited.value_or(false)});
  }
  TABLEE_CHECK(article.text.apply(*bytes));
}

}  // namespace tablee::core
