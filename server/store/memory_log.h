// store/memory_log.h: a log that lasts as long as the object. For tests and rehearsals.
//
// Shape    As store/log.h. Destroying the object is losing the disk; drop_uncommitted() is losing the power.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "store/log.h"

namespace tablee::store {

class MemoryLog final : public Log {
 public:
  MemoryLog() = default;
  // A log that already holds these rows, believed as they are: nothing is verified.
  explicit MemoryLog(std::vector<Row> rows) : rows_(std::move(rows)), committed_rows_(rows_.size()) {}

  Result<Nothing> append(Row& row) override;
  Result<Nothing> put(const RecordRow& record) override;
  Result<Nothing> commit() override;
  std::uint64_t head_seq() const override;
  std::string head_hash() const override;
  Result<Nothing> read(std::uint64_t from, const std::function<bool(const Row&)>& each) override;
  Result<Nothing> read_records(const std::function<bool(const RecordRow&)>& each) override;
  std::string scenario() const override { return scenario_; }
  Result<Nothing> set_scenario(std::string_view text) override;
  void tidy_up() override {}

  // The open transaction never happened.
  void drop_uncommitted();

 private:
  std::vector<Row> rows_;
  std::size_t committed_rows_ = 0;
  std::map<std::pair<std::string, std::string>, std::string> records_;  // committed, by kind and key
  std::vector<RecordRow> pending_records_;
  std::string scenario_;
  std::string committed_scenario_;
};

}  // namespace tablee::store
