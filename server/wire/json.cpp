#include "wire/json.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

namespace tablee::wire {
namespace {

// Builds the tree from the parser's calls; a call that returns false stops the parser.
class TreeBuilder final : public nlohmann::json_sax<nlohmann::json> {
 public:
  explicit TreeBuilder(std::int64_t depth_max) : depth_max_(static_cast<std::size_t>(depth_max)) {}

  bool null() override { return place({}) != nullptr; }
  bool boolean(bool truth) override {
    Json value;
    value.kind = JsonKind::boolean;
    value.truth = truth;
    return place(std::move(value)) != nullptr;
  }
  bool number_integer(number_integer_t number) override {
    // Negating in the unsigned type is exact for every value, the lowest one included.
    const auto bits = static_cast<std::uint64_t>(number);
    return place_integer(number < 0, number < 0 ? ~bits + 1 : bits);
  }
  bool number_unsigned(number_unsigned_t number) override { return place_integer(false, number); }
  bool number_float(number_float_t, const string_t& digits) override {
    Json value;
    const bool integer = digits.find_first_not_of("-0123456789") == string_t::npos;
    value.kind = integer ? JsonKind::huge : JsonKind::real;
    value.negative = digits.starts_with('-');
    return place(std::move(value)) != nullptr;
  }
  bool string(string_t& text) override {
    Json value;
    value.kind = JsonKind::text;
    value.text = std::move(text);
    return place(std::move(value)) != nullptr;
  }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return open(JsonKind::object); }
  bool start_array(std::size_t) override { return open(JsonKind::list); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }
  bool key(string_t& name) override {
    open_.back()->names.push_back(std::move(name));
    return true;
  }
  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override {
    at_ = position == 0 ? 0 : position - 1;
    return false;
  }

  Json take() { return std::move(root_); }
  bool too_deep() const { return too_deep_; }
  std::size_t at() const { return at_; }

 private:
  // Only the innermost open container grows, so pointers to the ones around it stay good.
  Json* place(Json value) {
    if (open_.empty()) {
      root_ = std::move(value);
      return &root_;
    }
    return &open_.back()->items.emplace_back(std::move(value));
  }
  bool place_integer(bool negative, std::uint64_t magnitude) {
    Json value;
    value.kind = JsonKind::integer;
    value.negative = negative;
    value.magnitude = magnitude;
    return place(std::move(value)) != nullptr;
  }
  bool open(JsonKind kind) {
    if (open_.size() == depth_max_) {
      too_deep_ = true;
      return false;
    }
    Json value;
    value.kind = kind;
    open_.push_back(place(std::move(value)));
    return true;
  }
  bool close() {
    open_.pop_back();
    return true;
  }

  Json root_;
  std::vector<Json*> open_;
  std::size_t depth_max_;
  std::size_t at_ = 0;
  bool too_deep_ = false;
};

}  // namespace

const Json* Json::member(std::string_view name) const {
  const auto found = std::find(names.begin(), names.end(), name);
  return found == names.end() ? nullptr : &items[static_cast<std::size_t>(found - names.begin())];
}

ParsedJson parse_json(std::string_view text, std::int64_t depth_max) {
  ParsedJson parsed;
  const std::size_t nul = text.find('\0');
  if (text.starts_with("\xef\xbb\xbf") || nul != std::string_view::npos) {
    parsed.fault = JsonFault::syntax;
    parsed.at = nul == std::string_view::npos ? 0 : nul;
    return parsed;
  }
  TreeBuilder builder(depth_max);
  if (nlohmann::json::sax_parse(text.begin(), text.end(), &builder)) {
    parsed.value = builder.take();
    return parsed;
  }
  parsed.fault = builder.too_deep() ? JsonFault::too_deep : JsonFault::syntax;
  parsed.at = builder.at();
  return parsed;
}

}  // namespace tablee::wire
