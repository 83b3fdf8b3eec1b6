#include "text/update.h"

#include <algorithm>

#include "text/any.h"
#include "text/json_check.h"
#include "text/lib0.h"
#include "text/limits.h"
#include "text/utf16.h"

namespace tablee::text {
namespace {

constexpr std::uint8_t kind_bits = 0x1F;
constexpr std::uint8_t key_bit = 0x20;
constexpr std::uint8_t right_origin_bit = 0x40;
constexpr std::uint8_t origin_bit = 0x80;
constexpr std::uint8_t skip_number = 10;
constexpr std::uint8_t last_kind = 9;
constexpr std::uint8_t last_type = 6;

Refusal malformed(std::string detail) {
  return refuse(Code::malformed, "update", std::move(detail));
}

Refusal too_far() {
  return refuse(Code::out_of_range, "update", "a clock or a length is past what a document takes");
}

std::string_view between(const char* start, const Reader& reader) {
  return {start, static_cast<std::size_t>(reader.place() - start)};
}

// One update being read. A reader that failed is told once, at the end of each struct.
class Decoder {
 public:
  Decoder(std::string_view bytes, Update& update) : reader_(bytes), update_(update) {}

  Result<Nothing> whole() {
    const std::uint64_t clients = reader_.var_uint();
    for (std::uint64_t i = 0; i < clients && !reader_.failed(); ++i) {
      if (auto run = read_run(); !run) {
        return run.error();
      }
    }
    const std::uint64_t deleted_clients = reader_.var_uint();
    for (std::uint64_t i = 0; i < deleted_clients && !reader_.failed(); ++i) {
      if (auto ranges = read_ranges(); !ranges) {
        return ranges.error();
      }
    }
    if (reader_.failed()) {
      return malformed("the bytes end too early, or hold what is not an update");
    }
    if (!reader_.at_end()) {
      return malformed("bytes follow the end of the update");
    }
    return twice();
  }

 private:
  Result<Nothing> read_run() {
    const std::uint64_t count = reader_.var_uint();
    WireRun run{reader_.var_uint(), update_.structs.size(), 0};
    std::uint64_t clock = reader_.var_uint();
    for (std::uint64_t i = 0; i < count && !reader_.failed(); ++i) {
      if (clock >= limits::clock_max) {
        return too_far();
      }
      const std::uint8_t info = reader_.byte();
      if ((info & kind_bits) == skip_number) {
        clock += length_of_none();
        continue;
      }
      WireStruct& one = update_.structs.emplace_back();
      one.clock = static_cast<std::uint32_t>(clock);
      if (auto read = read_struct(info, run.client, one); !read) {
        return read.error();
      }
      clock += one.length;
    }
    if (clock > limits::clock_max) {
      return too_far();
    }
    run.count = update_.structs.size() - run.first;
    update_.runs.push_back(run);
    return Nothing{};
  }

  // The length of a struct without bytes; the sums of a hostile update stay within 64 bits.
  std::uint64_t length_of_none() { return std::min(reader_.var_uint(), limits::clock_max); }

  Result<Nothing> read_struct(std::uint8_t info, std::uint64_t client, WireStruct& one) {
    if ((info & kind_bits) > last_kind) {
      return malformed("a struct of a kind that Yjs 13 does not write");
    }
    one.kind = static_cast<Kind>(info & kind_bits);
    if (one.kind != Kind::collected) {
      read_neighbours(info, one);
    }
    const std::uint64_t length = read_content(one);
    if (reader_.failed()) {
      return malformed("a struct ends too early, or its content is not what its kind says");
    }
    if (length == 0) {
      return malformed("a struct has no length");
    }
    const bool costs_nothing = one.kind == Kind::collected || one.kind == Kind::deleted;
    if (length > (costs_nothing ? limits::deleted_length_max : limits::clock_max)) {
      return too_far();
    }
    one.length = static_cast<std::uint32_t>(length);
    const auto waits_for_itself = [&](bool has, const WireId& id) {
      return has && id.client == client && id.clock >= one.clock;
    };
    if (waits_for_itself(one.has_origin, one.origin) || waits_for_itself(one.has_right_origin, one.right_origin) ||
        waits_for_itself(one.parent_by == ParentBy::id, one.parent)) {
      return malformed("a struct waits for itself or for a later one of its client");
    }
    return Nothing{};
  }

  WireId read_id() {
    const std::uint64_t client = reader_.var_uint();
    const std::uint64_t clock = reader_.var_uint();
    if (clock >= limits::clock_max) {
      reader_.fail();
      return {};
    }
    return {client, static_cast<std::uint32_t>(clock)};
  }

  std::string_view read_name() {
    const std::string_view name = reader_.var_string();
    if (name.size() > limits::name_bytes_max) {
      reader_.fail();
    }
    return name;
  }

  void read_neighbours(std::uint8_t info, WireStruct& one) {
    one.has_origin = (info & origin_bit) != 0;
    one.has_right_origin = (info & right_origin_bit) != 0;
    if (one.has_origin) {
      one.origin = read_id();
    }
    if (one.has_right_origin) {
      one.right_origin = read_id();
    }
    if (one.has_origin || one.has_right_origin) {
      return;
    }
    if (reader_.var_uint() == 1) {
      one.parent_by = ParentBy::root;
      one.root = read_name();
    } else {
      one.parent_by = ParentBy::id;
      one.parent = read_id();
    }
    one.has_key = (info & key_bit) != 0;
    if (one.has_key) {
      one.key = read_name();
    }
  }

  void read_json_text() {
    if (!is_json(reader_.var_string())) {
      reader_.fail();
    }
  }

  // Passes over the content, sets its view and returns its length in units.
  std::uint64_t read_content(WireStruct& one) {
    const char* start = reader_.place();
    switch (one.kind) {
      case Kind::collected:
      case Kind::deleted:
        return reader_.var_uint();
      case Kind::string:
        one.content = reader_.var_string();
        return utf16_length(one.content);
      case Kind::binary:
        one.content = reader_.var_bytes();
        return 1;
      case Kind::embed:
        one.content = reader_.var_string();
        if (!is_json(one.content)) {
          reader_.fail();
        }
        return 1;
      case Kind::format:
        reader_.var_string();
        read_json_text();
        break;
      case Kind::type:
        read_type();
        break;
      case Kind::doc:
        reader_.var_string();
        skip_any(reader_);
        break;
      case Kind::json:
      case Kind::any:
        return read_elements(one);
    }
    one.content = between(start, reader_);
    return 1;
  }

  void read_type() {
    const std::uint64_t number = reader_.var_uint();
    if (number > last_type) {
      reader_.fail();
    } else if (number == 3 || number == 5) {
      reader_.var_string();
    }
  }

  std::uint64_t read_elements(WireStruct& one) {
    const std::uint64_t count = reader_.var_uint();
    const char* start = reader_.place();
    for (std::uint64_t i = 0; i < count && !reader_.failed(); ++i) {
      if (one.kind == Kind::any) {
        skip_any(reader_);
      } else if (const std::string_view text = reader_.var_string(); text != "undefined" && !is_json(text)) {
        reader_.fail();
      }
    }
    one.content = between(start, reader_);
    return count;
  }

  Result<Nothing> read_ranges() {
    const std::uint64_t client = reader_.var_uint();
    const std::uint64_t count = reader_.var_uint();
    for (std::uint64_t i = 0; i < count && !reader_.failed(); ++i) {
      const std::uint64_t clock = reader_.var_uint();
      const std::uint64_t length = reader_.var_uint();
      if (clock > limits::clock_max || length > limits::clock_max - clock) {
        return too_far();
      }
      if (length > 0) {
        update_.deletions.push_back({client, static_cast<std::uint32_t>(clock), static_cast<std::uint32_t>(length)});
      }
    }
    deleted_clients_.push_back(client);
    return Nothing{};
  }

  Result<Nothing> twice() {
    const auto repeats = [](std::vector<std::uint64_t>& clients) {
      std::sort(clients.begin(), clients.end());
      return std::adjacent_find(clients.begin(), clients.end()) != clients.end();
    };
    std::vector<std::uint64_t> clients;
    if (update_.runs.size() > 1) {
      for (const WireRun& run : update_.runs) {
        clients.push_back(run.client);
      }
    }
    if (repeats(clients) || repeats(deleted_clients_)) {
      return malformed("a client stands there twice");
    }
    return Nothing{};
  }

  Reader reader_;
  Update& update_;
  std::vector<std::uint64_t> deleted_clients_;
};

}  // namespace

Result<Nothing> decode_update(std::string_view bytes, Update& update) {
  update.structs.clear();
  update.runs.clear();
  update.deletions.clear();
  return Decoder(bytes, update).whole();
}

Result<StateVector> decode_state_vector(std::string_view bytes) {
  Reader reader(bytes);
  StateVector states;
  const std::uint64_t count = reader.var_uint();
  for (std::uint64_t i = 0; i < count && !reader.failed(); ++i) {
    const std::uint64_t client = reader.var_uint();
    const std::uint64_t clock = std::min(reader.var_uint(), limits::clock_max);
    states.push_back({client, static_cast<std::uint32_t>(clock)});
  }
  if (reader.failed() || !reader.at_end()) {
    return refuse(Code::malformed, "state_vector", "the bytes are not a state vector");
  }
  return states;
}

}  // namespace tablee::text
