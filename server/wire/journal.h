// wire/journal.h: events and records as they are stored.
//
// Errors   A stored body that does not decode is a damaged journal: the refusal names the field; the caller names the
//          row.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "core/command.h"
#include "core/event.h"
#include "core/record.h"

namespace tablee::wire {

struct StoredEvent {
  std::string type;
  std::string body;
};

StoredEvent encode_event(const core::Event& event);
Result<core::Event> decode_event(std::string_view type, std::string_view body);

struct StoredRecord {
  std::string kind;
  std::string body;
};

StoredRecord encode_record(const core::Record& record);
Result<core::Record> decode_record(std::string_view kind, std::string_view body);

// "participant/12", "table/3", "facilitator", "projector"; "host" for number 0.
std::string encode_subject(const core::Subject& subject);
Result<core::Subject> decode_subject(std::string_view text);

}  // namespace tablee::wire
