// base/id.h: numbers that name things, one type per kind of thing.
//
// Shape    A positive 32-bit number, given in order of creation and never used again; 0 names nothing.
#pragma once

#include <compare>
#include <cstdint>

namespace tablee {

template <class Tag>
struct Id {
  std::uint32_t value = 0;
  auto operator<=>(const Id&) const = default;
  explicit operator bool() const { return value != 0; }
};

using PersonId = Id<struct PersonTag>;
using TableId = Id<struct TableTag>;
using IdeaId = Id<struct IdeaTag>;
using ClusterId = Id<struct ClusterTag>;
using ArticleId = Id<struct ArticleTag>;
using PollId = Id<struct PollTag>;
using QuestionId = Id<struct QuestionTag>;
using SignalId = Id<struct SignalTag>;
using MessageId = Id<struct MessageTag>;
using HandId = Id<struct HandTag>;
using CommentId = Id<struct CommentTag>;
using CaptionId = Id<struct CaptionTag>;
using ReceivedId = Id<struct ReceivedTag>;

}  // namespace tablee
