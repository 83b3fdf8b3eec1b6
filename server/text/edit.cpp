#include "text/edit.h"

#include <algorithm>
#include <map>
#include <string>

#include "text/format.h"
#include "text/limits.h"
#include "text/utf16.h"

namespace tablee::text {
namespace {

// Between two items: `left` ends at the index, or is 0 at the start.
struct Spot {
  ItemNumber left = 0;
  ItemNumber right = 0;
  Formats formats;  // those that hold there; only of a formatted text
};

class Finder {
 public:
  Finder(Store& store, Transaction& transaction, TypeNumber type)
      : store_(store), transaction_(transaction), type_(store.type(type)) {}

  // Requires: an index at most the type's length. Cuts the item that stands across it.
  Spot spot(std::uint32_t index) {
    Marker from = type_.formatted ? Marker{type_.start, 0} : nearest(index);
    Spot found;
    ItemNumber number = from.item;
    std::uint32_t left_over = index - from.index;
    found.left = number == 0 ? 0 : store_.item(number).left;
    while (number != 0 && left_over > 0) {
      const Item& item = store_.item(number);
      if (item.visible()) {
        if (left_over < item.length) {
          transaction_.split(number, left_over);
        }
        left_over -= store_.item(number).length;
      } else if (item.kind == Kind::format && !item.deleted) {
        change_formats(found.formats, item.content.view());
      }
      found.left = number;
      number = store_.item(number).right;
    }
    found.right = number;
    return found;
  }

  // Notes where an item stands, in the place of the marker that is nearest to it or that was used the longest ago.
  void remember(ItemNumber item, std::uint32_t index) {
    if (type_.formatted) {
      return;
    }
    std::vector<Marker>& markers = type_.markers;
    const auto close = std::find_if(markers.begin(), markers.end(),
                                    [&](const Marker& marker) { return distance(marker.index, index) < near_units; });
    if (close != markers.end()) {
      markers.erase(close);
    } else if (markers.size() >= markers_max) {
      markers.erase(markers.begin());
    }
    markers.push_back({item, index});
  }

 private:
  static constexpr std::size_t markers_max = 16;
  static constexpr std::uint32_t near_units = 64;

  static std::uint32_t distance(std::uint32_t a, std::uint32_t b) { return a > b ? a - b : b - a; }

  // The item to walk from: one whose first unit stands at or before the index.
  Marker nearest(std::uint32_t index) const {
    Marker best{type_.start, 0};
    for (const Marker& marker : type_.markers) {
      if (distance(marker.index, index) < distance(best.index, index)) {
        best = marker;
      }
    }
    while (best.index > index) {
      best.item = store_.item(best.item).left;
      const Item& item = store_.item(best.item);
      best.index -= item.visible() ? item.length : 0;
    }
    return best;
  }

  Store& store_;
  Transaction& transaction_;
  Type& type_;
};

Refusal past_the_end() {
  return refuse(Code::out_of_range, "at", "the place is past the end of the text");
}

}  // namespace

Result<Nothing> insert_text(Store& store, Transaction& transaction, const Insertion& insertion) {
  if (!is_utf8(insertion.utf8)) {
    return refuse(Code::malformed, "text", "the text is not UTF-8");
  }
  const TypeNumber known = store.find_root(insertion.root);
  const std::uint32_t length = utf16_length(insertion.utf8);
  const std::uint64_t state = store.state_of(insertion.client);
  if (insertion.at > (known == 0 ? 0 : store.type(known).length) || state + length > limits::clock_max) {
    return past_the_end();
  }
  if (known == 0 && store.roots() >= limits::roots_max) {
    return refuse(Code::too_many, "root", "the document has too many root types");
  }
  if (length == 0) {
    return Nothing{};
  }
  const TypeNumber type = store.root_of(insertion.root);
  transaction.begin();
  Finder finder(store, transaction, type);
  Spot spot = finder.spot(insertion.at);
  while (spot.right != 0) {
    const Item& right = store.item(spot.right);
    if (!right.deleted && !(right.kind == Kind::format && is_superfluous(spot.formats, right.content.view()))) {
      break;
    }
    spot.left = spot.right;
    spot.right = right.right;
  }
  const ItemNumber written =
      transaction.insert_text(store.client_of(insertion.client), type, spot.left, spot.right, insertion.utf8, length);
  for (Marker& marker : store.type(type).markers) {
    marker.index += marker.index >= insertion.at ? length : 0;
  }
  finder.remember(written, insertion.at);
  transaction.finish();
  return Nothing{};
}

Result<Nothing> erase_text(Store& store, Transaction& transaction, const Erasure& erasure) {
  const TypeNumber type = store.find_root(erasure.root);
  const std::uint32_t end = type == 0 ? 0 : store.type(type).length;
  if (erasure.at > end || erasure.length > end - erasure.at) {
    return past_the_end();
  }
  if (erasure.length == 0) {
    return Nothing{};
  }
  transaction.begin();
  Finder finder(store, transaction, type);
  const Spot spot = finder.spot(erasure.at);
  std::uint32_t left_over = erasure.length;
  ItemNumber number = spot.right;
  for (; left_over > 0; number = store.item(number).right) {
    if (!store.item(number).visible()) {
      continue;
    }
    if (left_over < store.item(number).length) {
      transaction.split(number, left_over);
    }
    left_over -= store.item(number).length;
    transaction.erase(number);
  }
  std::vector<Marker>& markers = store.type(type).markers;
  std::erase_if(markers, [&](const Marker& marker) { return store.item(marker.item).deleted; });
  for (Marker& marker : markers) {
    marker.index -= marker.index > erasure.at ? erasure.length : 0;
  }
  while (number != 0 && !store.item(number).visible()) {
    number = store.item(number).right;
  }
  if (number != 0) {
    finder.remember(number, erasure.at);
  }
  transaction.finish();
  return Nothing{};
}

}  // namespace tablee::text
