#include "store/log.h"

namespace tablee::store {

std::string row_hash(std::string_view previous, const Row& row) {
  std::string text;
  text.reserve(160 + row.subject.size() + row.sender.size() + row.type.size() + row.body.size());
  text.append("tablee.row/1\n").append(previous).append("\n");
  text.append(std::to_string(row.seq)).append("\n");
  text.append(std::to_string(row.at)).append("\n");
  text.append(row.subject).append("\n").append(row.sender).append("\n");
  text.append(std::to_string(row.number)).append("\n");
  text.append(row.type).append("\n").append(row.body);
  return to_hex(sha256(text));
}

std::string first_previous_hash() {
  return std::string(64, '0');
}

}  // namespace tablee::store
