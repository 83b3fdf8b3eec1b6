// core/writing.h: the text of an article while it is written together: who may write and read it, and what an update of
// it may hold.
//
// Shape    One document an article. `title` and each field of the frame is a root text of it; nothing else is.
//          A client id of Yjs belongs, in an article, to the person or table who had it first: it says who wrote each
//          unit.
// Errors   An update is refused whole, before any of it is used: `not_allowed` for units under somebody else's client
//          id, `unsupported` for anything but plain text in the fields of the frame, `conflict` for what goes on from
//          units that have not come, `too_many` and `too_long` past base/limits.h. Any document may be deleted in by
//          all who write it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "core/command.h"
#include "core/decide.h"
#include "core/state.h"

namespace tablee::core {

// The fields an article is made of, beside its title.
const std::vector<ArticleField>& frame_of_article(const State& state, const Article& article);
// Visible units of UTF-16, in all fields.
std::int64_t units_of(const State& state, const Article& article);
// Of what was typed while it is written, else of what goes to the vote.
std::int64_t characters_of(const State& state, const Article& article);
// What was typed in a field; empty when nothing was.
std::string written_text(const Article& article, std::string_view field_id);
// Names a text: 0 is the empty one. Two texts with the same name are not one in some four thousand million.
std::int64_t text_revision(std::string_view text);

// The change of one field into these words, and of nothing else of it. Requires: they differ from what it holds.
TextWritten edit_of(const Article& article, const Subject& subject, const std::string& field_id,
                    std::string_view words);

// What a tablet sends as bytes. `update`: an update of Yjs, format 1.
struct WriteText {
  static constexpr std::string_view name = "write_text";
  ArticleId article;
  std::string update;
};
struct NumberWriter {
  static constexpr std::string_view name = "number_writer";
  ArticleId article;
};

Result<Decision> decide_text(const State& state, const Envelope& envelope, const WriteText& command);
// On success the event is WriterNumbered.
Result<Decision> decide_text(const State& state, const Envelope& envelope, const NumberWriter& command);

// Whoever writes the article may read its text, and the facilitator.
Result<Nothing> may_read_text(const State& state, const Subject& subject, ArticleId article);

// Texts kept by an earlier version of this program, as updates; the records are then empty.
Decision move_old_drafts(const State& state);

}  // namespace tablee::core
