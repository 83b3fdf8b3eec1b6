#include "store/verify.h"

#include <optional>

namespace tablee::store {

namespace {

std::optional<Refusal> find_break(const ChainHead& head, TimeMs last_at, const Row& row) {
  const std::string place = std::to_string(head.rows + 1);
  if (row.seq != head.rows + 1) {
    return refuse(Code::not_found, place, "row " + place + " is missing");
  }
  if (row.hash != row_hash(head.hash, row)) {
    return refuse(Code::malformed, place, "its hash does not match its content and the row before it");
  }
  if (row.at < last_at) {
    return refuse(Code::out_of_range, place, "its time is before that of the previous row");
  }
  return std::nullopt;
}

}  // namespace

Result<ChainHead> verify_chain(Log& log) {
  ChainHead head{0, first_previous_hash()};
  TimeMs last_at = 0;
  std::optional<Refusal> broken;
  auto read = log.read(1, [&](const Row& row) {
    broken = find_break(head, last_at, row);
    if (broken) {
      return false;
    }
    head = ChainHead{row.seq, row.hash};
    last_at = row.at;
    return true;
  });
  if (!read) {
    return read.error();
  }
  if (broken) {
    return *broken;
  }
  return head;
}

}  // namespace tablee::store
