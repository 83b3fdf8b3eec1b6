#include "text/encode.h"

#include <algorithm>

#include "text/content.h"
#include "text/lib0.h"

namespace tablee::text {
namespace {

class Encoder {
 public:
  explicit Encoder(const Store& store) : store_(store) {}

  void structs(Place from) {
    const Client& client = store_.client(from.client);
    const std::size_t first = store_.find(from.client, from.clock);
    writer_.var_uint(client.entries.size() - first);
    writer_.var_uint(client.id);
    writer_.var_uint(from.clock);
    write(store_.item(client.entries[first].item), from.clock - client.entries[first].clock);
    for (std::size_t at = first + 1; at < client.entries.size(); ++at) {
      write(store_.item(client.entries[at].item), 0);
    }
  }

  // Requires: sorted and merged.
  void ranges(const std::vector<Range>& all) {
    struct Part {
      ClientNumber client;
      std::size_t first;
      std::size_t end;
    };
    std::vector<Part> parts;
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (parts.empty() || parts.back().client != all[i].client) {
        parts.push_back({all[i].client, i, i});
      }
      parts.back().end = i + 1;
    }
    std::sort(parts.begin(), parts.end(),
              [&](const Part& a, const Part& b) { return store_.client(a.client).id > store_.client(b.client).id; });
    writer_.var_uint(parts.size());
    for (const Part& part : parts) {
      writer_.var_uint(store_.client(part.client).id);
      writer_.var_uint(part.end - part.first);
      for (std::size_t i = part.first; i < part.end; ++i) {
        writer_.var_uint(all[i].clock);
        writer_.var_uint(all[i].length);
      }
    }
  }

  void count(std::size_t value) { writer_.var_uint(value); }
  std::string take() { return writer_.take(); }

 private:
  void id(Place place) {
    writer_.var_uint(store_.client(place.client).id);
    writer_.var_uint(place.clock);
  }

  void write(const Item& item, std::uint32_t offset) {
    if (item.kind == Kind::collected) {
      writer_.byte(0);
      writer_.var_uint(item.length - offset);
      return;
    }
    const Place origin = offset > 0 ? Place{item.client, item.clock + offset - 1} : item.origin;
    const bool has_origin = origin.client != 0;
    const bool has_right_origin = item.right_origin.client != 0;
    const unsigned info = static_cast<unsigned>(item.kind) | (has_origin ? 0x80U : 0U) |
                          (has_right_origin ? 0x40U : 0U) | (item.key != 0 ? 0x20U : 0U);
    writer_.byte(static_cast<std::uint8_t>(info));
    if (has_origin) {
      id(origin);
    }
    if (has_right_origin) {
      id(item.right_origin);
    }
    if (!has_origin && !has_right_origin) {
      parent(item);
    }
    content(item, offset);
  }

  void parent(const Item& item) {
    const Type& type = store_.type(item.parent);
    if (type.holder == 0) {
      writer_.var_uint(1);
      writer_.var_bytes(type.name);
    } else {
      const Item& holder = store_.item(type.holder);
      writer_.var_uint(0);
      id({holder.client, holder.clock});
    }
    if (item.key != 0) {
      writer_.var_bytes(store_.key(item.key));
    }
  }

  void content(const Item& item, std::uint32_t offset) {
    const std::string_view bytes = item.content.view();
    switch (item.kind) {
      case Kind::collected:
      case Kind::deleted:
        writer_.var_uint(item.length - offset);
        return;
      case Kind::string:
        if (offset == 0) {
          writer_.var_bytes(bytes);
        } else {
          writer_.var_bytes(content_from(item.kind, bytes, item.length, offset));
        }
        return;
      case Kind::any:
      case Kind::json:
        writer_.var_uint(item.length - offset);
        if (offset == 0) {
          writer_.raw(bytes);
        } else {
          writer_.raw(content_from(item.kind, bytes, item.length, offset));
        }
        return;
      case Kind::binary:
      case Kind::embed:
        writer_.var_bytes(bytes);
        return;
      case Kind::type:
        type(store_.type(store_.inner(item)));
        return;
      case Kind::format:
      case Kind::doc:
        writer_.raw(bytes);
        return;
    }
  }

  void type(const Type& type) {
    writer_.var_uint(type.number);
    if (type.number == 3 || type.number == 5) {
      writer_.var_bytes(type.name);
    }
  }

  const Store& store_;
  Writer writer_;
};

}  // namespace

std::string encode_structs_and_ranges(const Store& store, std::vector<Place> from, const std::vector<Range>& ranges) {
  std::sort(from.begin(), from.end(),
            [&](const Place& a, const Place& b) { return store.client(a.client).id > store.client(b.client).id; });
  Encoder encoder(store);
  encoder.count(from.size());
  for (const Place& place : from) {
    encoder.structs(place);
  }
  encoder.ranges(ranges);
  return encoder.take();
}

std::string encode_missing(const Store& store, const StateVector& states) {
  std::vector<std::uint32_t> known(store.clients_end(), 0);
  for (const WireId& state : states) {
    known[store.find_client(state.client)] = state.clock;
  }
  std::vector<Place> from;
  for (ClientNumber client = 1; client < store.clients_end(); ++client) {
    if (known[client] < store.client(client).state) {
      from.push_back({client, known[client]});
    }
  }
  return encode_structs_and_ranges(store, std::move(from), deleted_ranges(store));
}

std::string encode_state_vector(const Store& store) {
  Writer writer;
  const auto written =
      static_cast<std::size_t>(std::count_if(store.clients_in_order().begin(), store.clients_in_order().end(),
                                             [&](ClientNumber client) { return store.client(client).state > 0; }));
  writer.var_uint(written);
  for (const ClientNumber client : store.clients_in_order()) {
    if (store.client(client).state > 0) {
      writer.var_uint(store.client(client).id);
      writer.var_uint(store.client(client).state);
    }
  }
  return writer.take();
}

std::vector<Range> deleted_ranges(const Store& store) {
  std::vector<Range> ranges;
  for (ClientNumber client = 1; client < store.clients_end(); ++client) {
    for (const Entry& entry : store.client(client).entries) {
      const Item& item = store.item(entry.item);
      if (!item.deleted) {
        continue;
      }
      if (!ranges.empty() && ranges.back().client == client &&
          ranges.back().clock + ranges.back().length == item.clock) {
        ranges.back().length += item.length;
      } else {
        ranges.push_back({client, item.clock, item.length});
      }
    }
  }
  return ranges;
}

}  // namespace tablee::text
