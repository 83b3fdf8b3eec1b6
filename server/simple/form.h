// simple/form.h: what a browser without scripts sends: the fields of a form, the query of an address, cookies.
//
// Errors   A form that is not one (a bad escape, a NUL, not UTF-8, more than form_fields_max fields, a name past
//          field_name_bytes_max) is refused whole: malformed or too_many. Cookies are read one by one, and a cookie
//          that is not ours in form is as good as absent.
// Source   WHATWG URL, application/x-www-form-urlencoded; RFC 6265, section 5.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace tablee::simple {

// Points on limits::clusters_max subjects, and what goes with them.
inline constexpr std::size_t form_fields_max = 256;
inline constexpr std::size_t field_name_bytes_max = 40;
// The longest text of the protocol, each byte as %XX, fits.
inline constexpr std::size_t form_bytes_max = std::size_t{64} * 1024;

class Form {
 public:
  static Result<Form> parse(std::string_view encoded);
  // The first field of this name; empty when there is none. CR LF, which browsers send, is LF.
  std::string_view get(std::string_view name) const;
  const std::vector<std::pair<std::string, std::string>>& fields() const { return fields_; }

 private:
  std::vector<std::pair<std::string, std::string>> fields_;
};

// The value of the first cookie of this name in a Cookie header; empty when there is none.
std::string_view cookie(std::string_view header, std::string_view name);

bool is_hex(std::string_view text, std::size_t digits);
// A whole number from 0, at most six digits, spaces around it allowed; empty is 0.
std::optional<std::int64_t> whole_number(std::string_view typed);

// Who this browser is: the person's token, once they have come in, and the name of the device.
struct Session {
  std::string token;   // 32 hexadecimal digits, or empty
  std::string sender;  // 16 hexadecimal digits
  static std::optional<Session> read(std::string_view value);
  std::string written() const { return (token.empty() ? "-" : token) + "." + sender; }
};

// This browser's ballots: the secret from which the key of each is made, and the polls it has been used for.
//
// The secret is drawn by the server for a browser that cannot draw one, and kept in the browser alone: see
// docs/decisions/0014-ballots-without-scripts.md.
struct BallotSecret {
  std::string secret;  // 32 hexadecimal digits
  std::vector<std::uint32_t> polls;
  static std::optional<BallotSecret> read(std::string_view value);
  std::string written() const;
  bool has(std::uint32_t poll) const;
  void note(std::uint32_t poll);
  // The ballot_key of protocol rule P75 for this poll.
  std::string key(std::uint32_t poll) const;
};
inline constexpr std::size_t polls_noted_max = 200;

}  // namespace tablee::simple
