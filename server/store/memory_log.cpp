#include "store/memory_log.h"

namespace tablee::store {

Result<Nothing> MemoryLog::append(Row& row) {
  row.seq = head_seq() + 1;
  row.hash = row_hash(head_hash(), row);
  rows_.push_back(row);
  return Nothing{};
}

Result<Nothing> MemoryLog::put(const RecordRow& record) {
  pending_records_.push_back(record);
  return Nothing{};
}

Result<Nothing> MemoryLog::commit() {
  committed_rows_ = rows_.size();
  committed_scenario_ = scenario_;
  for (RecordRow& record : pending_records_) {
    const auto place = std::pair(std::move(record.kind), std::move(record.key));
    if (record.erased) {
      records_.erase(place);
    } else {
      records_[place] = std::move(record.body);
    }
  }
  pending_records_.clear();
  return Nothing{};
}

std::uint64_t MemoryLog::head_seq() const {
  return rows_.empty() ? 0 : rows_.back().seq;
}

std::string MemoryLog::head_hash() const {
  return rows_.empty() ? first_previous_hash() : rows_.back().hash;
}

Result<Nothing> MemoryLog::read(std::uint64_t from, const std::function<bool(const Row&)>& each) {
  for (std::size_t i = 0; i < committed_rows_; ++i) {
    if (rows_[i].seq >= from && !each(rows_[i])) {
      break;
    }
  }
  return Nothing{};
}

Result<Nothing> MemoryLog::read_records(const std::function<bool(const RecordRow&)>& each) {
  for (const auto& [place, body] : records_) {
    if (!each(RecordRow{place.first, place.second, body, false})) {
      break;
    }
  }
  return Nothing{};
}

Result<Nothing> MemoryLog::set_scenario(std::string_view text) {
  if (!scenario_.empty()) {
    return refuse(Code::wrong_state, "scenario", "This atelier already has its scenario.");
  }
  scenario_ = text;
  return Nothing{};
}

void MemoryLog::drop_uncommitted() {
  rows_.resize(committed_rows_);
  pending_records_.clear();
  scenario_ = committed_scenario_;
}

}  // namespace tablee::store
