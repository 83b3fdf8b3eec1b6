// net/pages.h: the web pages, read once at start and served from memory.
//
// Shape    An exact map from path to page: a path that was not a file at start is not found, whatever its dots. Pages
//          compressed by the web build (name.gz beside name) are kept in both forms.
// Errors   A folder without one of the pages that people open is refused with one sentence.
// Cost     A look-up; bodies are shared with the connection that sends them.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace tablee::net {

inline constexpr std::size_t pages_bytes_max = std::size_t{16} * 1024 * 1024;

struct Page {
  std::string type;        // Content-Type
  std::string etag;        // strong, quotes included; the gzip form has its own
  bool immutable = false;  // its name carries its hash: may be kept for ever
  std::string body;
  std::string gzip;  // empty: only the plain form
  std::string gzip_etag;
};

// The pages that people open, as paths: "/index.html" and its neighbours. A folder must have them all.
std::vector<std::string_view> opened_pages();

class Pages {
 public:
  static Result<Pages> load(const std::string& web_dir);
  // nullptr: not found.
  const Page* find(std::string_view path) const;
  std::size_t count() const { return pages_.size(); }

 private:
  std::map<std::string, std::shared_ptr<const Page>, std::less<>> pages_;
};

// What a request for a page asks, as far as it changes the answer.
struct PageRequest {
  std::string_view method;
  std::string_view path;
  std::string_view accept_encoding;
  std::string_view if_none_match;
  bool keep_alive = true;
};

// An answer ready to be sent. `body` lies in the page, in `shared_body` or in `own_body`.
struct PageAnswer {
  std::string head;  // status line and headers, with the empty line
  std::string_view body;
  std::string own_body;
  std::shared_ptr<const std::string> shared_body = nullptr;  // kept for as long as it is being sent
};

// The Content-Type of a file, by the end of its name.
std::string_view type_of(std::string_view path);

// The status line and the headers of every answer; without the empty line.
std::string head_of(int status, std::string_view reason, bool keep_alive);

// True when an If-None-Match names this page as it is.
bool tag_matches(std::string_view if_none_match, std::string_view etag);

// 200, 304, 404 or 405.
PageAnswer answer_page(const Pages& pages, const PageRequest& request);

// A page that says, in French, what is wrong. `status` is one of 400, 403, 404, 405, 408, 413, 426, 431.
// Requires: the answer is moved, not copied, before its body is read through `text()`.
PageAnswer answer_error(int status, bool keep_alive);

// The bytes of the answer's body.
inline std::string_view body_of(const PageAnswer& answer) {
  return answer.own_body.empty() ? answer.body : std::string_view(answer.own_body);
}

}  // namespace tablee::net
