#include "text/position.h"

#include "text/lib0.h"
#include "text/store.h"

namespace tablee::text {
namespace {

struct Position {
  enum class By : std::uint8_t { unit, root, type } by = By::unit;
  WireId id;  // of a unit, or of the item that holds a type
  std::string_view root;
  bool after = false;
};

Refusal not_a_position() {
  return refuse(Code::malformed, "relative", "the bytes are not a relative position");
}

Result<Position> decode(std::string_view encoded) {
  Reader reader(encoded);
  Position position;
  const std::uint64_t kind = reader.var_uint();
  if (kind > 2) {
    return not_a_position();
  }
  position.by = static_cast<Position::By>(kind);
  if (position.by == Position::By::root) {
    position.root = reader.var_string();
  } else {
    position.id.client = reader.var_uint();
    const std::uint64_t clock = reader.var_uint();
    if (clock >= limits::clock_max) {
      return not_a_position();
    }
    position.id.clock = static_cast<std::uint32_t>(clock);
  }
  if (!reader.at_end()) {
    position.after = reader.var_int().negative;
  }
  if (reader.failed() || !reader.at_end()) {
    return not_a_position();
  }
  return position;
}

std::optional<std::uint32_t> index_beside(const Store& store, const Position& position) {
  const Place place{store.find_client(position.id.client), position.id.clock};
  const Item& unit = store.item(store.item_at(place));
  if (unit.kind == Kind::collected) {
    return std::nullopt;
  }
  const ItemNumber holder = store.type(unit.parent).holder;
  if (holder != 0 && store.item(holder).deleted) {
    return 0;
  }
  std::uint32_t index = unit.visible() ? place.clock - unit.clock + (position.after ? 1 : 0) : 0;
  for (ItemNumber left = unit.left; left != 0; left = store.item(left).left) {
    index += store.item(left).visible() ? store.item(left).length : 0;
  }
  return index;
}

}  // namespace

Result<std::optional<std::uint32_t>> index_of_position(const Document& document, std::string_view encoded) {
  const auto decoded = decode(encoded);
  if (!decoded) {
    return decoded.error();
  }
  const Store& store = document.store();
  TypeNumber type = 0;
  if (decoded->by == Position::By::root) {
    type = store.find_root(decoded->root);
  } else {
    if (decoded->id.clock >= store.state_of(decoded->id.client)) {
      return std::optional<std::uint32_t>();
    }
    if (decoded->by == Position::By::unit) {
      return index_beside(store, *decoded);
    }
    const Item& holder = store.item(store.item_at({store.find_client(decoded->id.client), decoded->id.clock}));
    if (holder.kind != Kind::type) {
      return std::optional<std::uint32_t>();
    }
    type = store.inner(holder);
  }
  return std::optional(decoded->after || type == 0 ? 0 : store.type(type).length);
}

std::string position_at(const Document& document, std::string_view root, std::uint32_t index, int association) {
  const Store& store = document.store();
  const TypeNumber type = store.find_root(root);
  const auto beside = [&](const Item& item, std::uint32_t clock) {
    Writer writer;
    writer.byte(0);
    writer.var_uint(store.client(item.client).id);
    writer.var_uint(clock);
    writer.byte(association < 0 ? 0x41 : 0);
    return writer.take();
  };
  const bool at_start = association < 0 && index == 0;
  std::uint32_t left_over = association < 0 ? index - 1 : index;
  for (ItemNumber number = type == 0 || at_start ? 0 : store.type(type).start; number != 0;) {
    const Item& item = store.item(number);
    if (item.visible()) {
      if (left_over < item.length) {
        return beside(item, item.clock + left_over);
      }
      left_over -= item.length;
    }
    number = item.right;
    if (number == 0 && association < 0) {
      return beside(item, item.end() - 1);
    }
  }
  Writer writer;
  writer.byte(1);
  writer.var_bytes(root);
  writer.byte(association < 0 ? 0x41 : 0);
  return writer.take();
}

}  // namespace tablee::text
