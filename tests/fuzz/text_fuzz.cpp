// text_fuzz: rubbish for the text module (libFuzzer).
//
// Shape    The input is a list of updates, each behind its length in 2 bytes, low byte first; what is left over is the
//          last one. All go to one document.
// Order    A refused update changes nothing. What a document tells of itself is taken by another, which then tells the
//          same and waits for nothing. Reading never fails.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "text/document.h"
#include "text/position.h"
#include "text/read.h"
#include "text/view.h"

namespace {

using namespace tablee::text;

void must(bool condition) {
  if (!condition) {
    std::abort();
  }
}

std::string read_all(const Document& document) {
  std::string all;
  for (const std::string_view root : {"t", "m", "a", "x"}) {
    for (const RootKind kind : {RootKind::text, RootKind::map, RootKind::array, RootKind::xml_fragment}) {
      all += view_as_json(document, root, kind);
    }
    all += text_of(document, root);
    for (const AuthoredRun& run : authored_runs(document, root)) {
      all += std::to_string(run.client) + ":" + std::to_string(run.length) + " ";
    }
    const std::string place = position_at(document, root, length_of(document, root) / 2, 0);
    must(index_of_position(document, place).has_value());
  }
  return all;
}

void apply(Document& document, std::string_view update) {
  const std::string before = document.missing_from({});
  const bool waited = document.pending();
  if (!document.apply(update)) {
    must(document.missing_from({}) == before && document.pending() == waited && document.take_changes().empty());
  }
  static_cast<void>(index_of_position(document, update));
  static_cast<void>(decode_state_vector(update));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view input(reinterpret_cast<const char*>(data), size);
  Document document;
  Document follower;
  while (!input.empty()) {
    const std::size_t announced =
        input.size() < 2 ? input.size()
                         : static_cast<unsigned char>(input[0]) + 256U * static_cast<unsigned char>(input[1]);
    input.remove_prefix(input.size() < 2 ? 0 : 2);
    const std::size_t length = std::min(announced, input.size());
    apply(document, input.substr(0, length));
    if (const std::string changes = document.take_changes(); !changes.empty()) {
      must(follower.apply(changes).has_value());
    }
    input.remove_prefix(length);
  }
  const std::uint32_t length = length_of(document, "t");
  if (document.insert("t", length / 2, "é😀", 77)) {
    must(length_of(document, "t") == length + 3);
    must(document.erase("t", length / 2, 2).has_value());
    must(follower.apply(document.take_changes()).has_value());
  }
  Document copy;
  must(copy.apply(document.missing_from({})).has_value() && !copy.pending() && !follower.pending());
  must(copy.state_vector() == document.state_vector() && follower.state_vector() == document.state_vector());
  must(read_all(copy) == read_all(document) && read_all(follower) == read_all(document));
  return 0;
}
