#include "net/simple_pages.h"

#include <algorithm>
#include <charconv>

#include "net/http_rules.h"

namespace tablee::net {
namespace {

constexpr std::string_view headers =
    "Content-Security-Policy: default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'\r\n"
    "X-Content-Type-Options: nosniff\r\n"
    "Referrer-Policy: same-origin\r\n"
    "Cross-Origin-Opener-Policy: same-origin\r\n";

std::string_view reason_of(int status) {
  switch (status) {
    case 200:
      return "OK";
    case 303:
      return "See Other";
    case 400:
      return "Bad Request";
    case 403:
      return "Forbidden";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 413:
      return "Content Too Large";
    default:
      return "Service Unavailable";
  }
}

}  // namespace

simple::Request simple_request(const SimpleHeaders& said, const std::string& address) {
  constexpr std::string_view form_type = "application/x-www-form-urlencoded";
  simple::Request request;
  request.method = std::string(said.method);
  request.path = std::string(path_of(said.target));
  const std::size_t mark = said.target.find('?');
  request.query = mark == std::string_view::npos ? "" : std::string(said.target.substr(mark + 1));
  request.cookies = std::string(said.cookie);
  request.address = address;
  request.foreign = said.has_origin && !origin_matches(said.origin, said.host);
  const std::string_view type = said.content_type.substr(0, said.content_type.find(';'));
  request.is_form = list_has(type, form_type);
  return request;
}

std::optional<std::size_t> body_bytes(std::string_view content_length) {
  std::size_t bytes = 0;
  const auto [end, fault] =
      std::from_chars(content_length.data(), content_length.data() + content_length.size(), bytes);
  const bool whole = fault == std::errc() && end == content_length.data() + content_length.size();
  return whole ? std::optional(bytes) : std::nullopt;
}

PageAnswer simple_answer(simple::Answer answer, bool head_only, bool keep_alive) {
  PageAnswer out;
  out.head = "HTTP/1.1 " + std::to_string(answer.status) + " ";
  out.head.append(reason_of(answer.status)).append("\r\n").append(headers);
  out.head.append(keep_alive ? "Connection: keep-alive\r\n" : "Connection: close\r\n");
  out.head.append(answer.is_style ? "Cache-Control: public, max-age=31536000, immutable\r\nContent-Type: text/css"
                                  : "Cache-Control: no-store\r\nContent-Type: text/html");
  out.head.append("; charset=utf-8\r\n");
  for (const std::string& cookie : answer.cookies) {
    out.head.append("Set-Cookie: ").append(cookie).append("\r\n");
  }
  if (!answer.location.empty()) {
    out.head.append("Location: ").append(answer.location).append("\r\n");
  }
  if (!answer.allow.empty()) {
    out.head.append("Allow: ").append(answer.allow).append("\r\n");
  }
  out.head.append("Content-Length: ").append(std::to_string(answer.body.size())).append("\r\n\r\n");
  if (!head_only) {
    out.own_body = std::move(answer.body);
  }
  return out;
}

}  // namespace tablee::net
