#include "net/pages.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <system_error>
#include <utility>

#include "base/sha256.h"
#include "net/http_rules.h"

namespace tablee::net {

namespace files = std::filesystem;

namespace {

struct TypeOf {
  std::string_view suffix;
  std::string_view type;
};

constexpr std::array<TypeOf, 18> types{{{".html", "text/html; charset=utf-8"},
                                        {".js", "text/javascript; charset=utf-8"},
                                        {".mjs", "text/javascript; charset=utf-8"},
                                        {".css", "text/css; charset=utf-8"},
                                        {".json", "application/json"},
                                        {".webmanifest", "application/manifest+json"},
                                        {".svg", "image/svg+xml"},
                                        {".png", "image/png"},
                                        {".jpg", "image/jpeg"},
                                        {".jpeg", "image/jpeg"},
                                        {".webp", "image/webp"},
                                        {".mp4", "video/mp4"},
                                        {".webm", "video/webm"},
                                        {".vtt", "text/vtt; charset=utf-8"},
                                        {".ico", "image/x-icon"},
                                        {".woff2", "font/woff2"},
                                        {".txt", "text/plain; charset=utf-8"},
                                        {".map", "application/json"}}};

// Short names people can type or read in a link, and the page behind each.
struct Alias {
  std::string_view path;
  std::string_view page;
};

constexpr std::array<Alias, 7> aliases{{{"/", "/index.html"},
                                        {"/captions", "/captions.html"},
                                        {"/companion", "/companion.html"},
                                        {"/table", "/table.html"},
                                        {"/console", "/console.html"},
                                        {"/expert", "/expert.html"},
                                        {"/projector", "/projector.html"}}};

// connect-src names ws: because older tablets do not count a WebSocket to the same host as 'self'.
constexpr std::string_view security_headers =
    "Content-Security-Policy: default-src 'self'; connect-src 'self' ws: wss:; img-src 'self' data:; "
    "object-src 'none'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'\r\n"
    "X-Content-Type-Options: nosniff\r\n"
    "Referrer-Policy: no-referrer\r\n"
    "Cross-Origin-Opener-Policy: same-origin\r\n";

struct Said {
  int status;
  std::string_view reason;
  std::string_view title;
  std::string_view advice;
};

constexpr std::array<Said, 8> sayings{
    {{400, "Bad Request", "Demande incomprise", "Le serveur n’a pas compris cette demande. Rechargez la page."},
     {403, "Forbidden", "Accès refusé",
      "Cette adresse n’est pas celle de l’atelier. Utilisez l’adresse ou le QR code affichés dans la salle."},
     {404, "Not Found", "Page introuvable",
      "Cette page n’existe pas. Revenez à l’accueil de l’atelier, ou demandez de l’aide à l’animation."},
     {405, "Method Not Allowed", "Action impossible", "Cette page peut seulement être lue."},
     {408, "Request Timeout", "Trop lent", "La demande a mis trop de temps. Rechargez la page."},
     {413, "Content Too Large", "Envoi refusé", "Le serveur ne reçoit pas de fichier à cette adresse."},
     {426, "Upgrade Required", "Adresse réservée aux écrans", "Cette adresse sert aux écrans de l’atelier."},
     {431, "Request Header Fields Too Large", "Demande trop longue",
      "Cette demande est trop longue. Rechargez la page."}}};

std::optional<std::string> read_file(const files::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    return std::nullopt;
  }
  std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  return in.bad() ? std::nullopt : std::optional(std::move(bytes));
}

std::string etag_of(std::string_view bytes) {
  return '"' + to_hex(sha256(bytes)).substr(0, 32) + '"';
}

Refusal unreadable(std::string detail) {
  return refuse(Code::not_found, "web_dir", std::move(detail));
}

// All regular files below `root`, by path as it is asked for. Links are not followed out of the folder.
Result<std::map<std::string, std::string>> read_all(const files::path& root) {
  std::map<std::string, std::string> bodies;
  std::size_t total = 0;
  std::error_code error;
  auto each = files::recursive_directory_iterator(root, error);
  for (; !error && each != files::recursive_directory_iterator(); each.increment(error)) {
    if (each->symlink_status().type() != files::file_type::regular) {
      continue;
    }
    std::optional<std::string> bytes = read_file(each->path());
    if (!bytes) {
      return unreadable("The web page " + each->path().string() + " cannot be read.");
    }
    total += bytes->size();
    if (total > pages_bytes_max) {
      return unreadable("The folder of web pages " + root.string() + " holds more than 16 MB; is it the right one?");
    }
    bodies.emplace('/' + each->path().lexically_relative(root).generic_string(), std::move(*bytes));
  }
  if (error) {
    return unreadable("The folder of web pages " + root.string() + " cannot be read: " + error.message() + ".");
  }
  return bodies;
}

PageAnswer answer_health(bool head_only, bool keep_alive) {
  PageAnswer answer;
  answer.head = head_of(200, "OK", keep_alive) +
                "Content-Type: text/plain; charset=utf-8\r\nCache-Control: no-store\r\nContent-Length: 3\r\n\r\n";
  answer.body = head_only ? "" : "ok\n";
  return answer;
}

}  // namespace

std::string_view type_of(std::string_view path) {
  for (const TypeOf& each : types) {
    if (path.ends_with(each.suffix)) {
      return each.type;
    }
  }
  return "application/octet-stream";
}

bool tag_matches(std::string_view if_none_match, std::string_view etag) {
  return if_none_match == "*" || list_has(if_none_match, etag) || list_has(if_none_match, "W/" + std::string(etag));
}

std::string head_of(int status, std::string_view reason, bool keep_alive) {
  std::string head = "HTTP/1.1 " + std::to_string(status) + ' ';
  head.append(reason).append("\r\n").append(security_headers);
  head.append(keep_alive ? "Connection: keep-alive\r\n" : "Connection: close\r\n");
  return head;
}

std::vector<std::string_view> opened_pages() {
  std::vector<std::string_view> pages;
  for (const Alias& alias : aliases) {
    pages.push_back(alias.page);
  }
  return pages;
}

Result<Pages> Pages::load(const std::string& web_dir) {
  std::error_code error;
  if (!files::is_directory(web_dir, error)) {
    return unreadable("The folder of web pages " + web_dir + " does not exist; build the web client first.");
  }
  Result<std::map<std::string, std::string>> bodies = read_all(web_dir);
  if (!bodies) {
    return bodies.error();
  }
  Pages pages;
  for (auto& [path, body] : *bodies) {
    if (path.ends_with(".gz") && bodies->contains(path.substr(0, path.size() - 3))) {
      continue;
    }
    auto page = std::make_shared<Page>();
    page->type = type_of(path);
    page->immutable = path.starts_with("/assets/");
    page->etag = etag_of(body);
    if (const auto gzip = bodies->find(path + ".gz"); gzip != bodies->end()) {
      page->gzip = gzip->second;
      page->gzip_etag = etag_of(page->gzip);
    }
    page->body = body;
    pages.pages_.emplace(path, std::move(page));
  }
  for (const Alias& alias : aliases) {
    const auto page = pages.pages_.find(alias.page);
    if (page == pages.pages_.end()) {
      return unreadable("The folder of web pages " + web_dir + " has no " + std::string(alias.page.substr(1)) +
                        "; build the web client first.");
    }
    pages.pages_.emplace(alias.path, page->second);
  }
  return pages;
}

const Page* Pages::find(std::string_view path) const {
  const auto found = pages_.find(path);
  return found == pages_.end() ? nullptr : found->second.get();
}

PageAnswer answer_page(const Pages& pages, const PageRequest& request) {
  const bool head_only = request.method == "HEAD";
  if (!head_only && request.method != "GET") {
    return answer_error(405, request.keep_alive);
  }
  if (request.path == "/health") {
    return answer_health(head_only, request.keep_alive);
  }
  const Page* page = pages.find(request.path);
  if (page == nullptr) {
    PageAnswer missing = answer_error(404, request.keep_alive);
    if (head_only) {
      missing.own_body.clear();
    }
    return missing;
  }
  const bool gzip = !page->gzip.empty() && accepts_gzip(request.accept_encoding);
  const std::string& etag = gzip ? page->gzip_etag : page->etag;
  const std::string_view body = gzip ? page->gzip : page->body;
  const bool unchanged = tag_matches(request.if_none_match, etag);

  PageAnswer answer;
  answer.head = unchanged ? head_of(304, "Not Modified", request.keep_alive) : head_of(200, "OK", request.keep_alive);
  answer.head.append("ETag: ").append(etag).append("\r\n");
  answer.head.append(page->immutable ? "Cache-Control: public, max-age=31536000, immutable\r\n"
                                     : "Cache-Control: no-cache\r\n");
  answer.head.append(page->gzip.empty() ? "" : "Vary: Accept-Encoding\r\n");
  if (!unchanged) {
    answer.head.append("Content-Type: ").append(page->type).append("\r\n");
    answer.head.append(gzip ? "Content-Encoding: gzip\r\n" : "");
    answer.head.append("Content-Length: ").append(std::to_string(body.size())).append("\r\n");
    answer.body = head_only ? std::string_view() : body;
  }
  answer.head.append("\r\n");
  return answer;
}

PageAnswer answer_error(int status, bool keep_alive) {
  const auto found =
      std::find_if(sayings.begin(), sayings.end(), [&](const Said& said) { return said.status == status; });
  TABLEE_CHECK(found != sayings.end());
  PageAnswer answer;
  answer.own_body.append("<!doctype html>\n<html lang=\"fr\"><meta charset=\"utf-8\">")
      .append("<meta name=\"viewport\" content=\"width=device-width\"><title>")
      .append(found->title)
      .append("</title>\n<h1>")
      .append(found->title)
      .append("</h1>\n<p>")
      .append(found->advice)
      .append("</p>\n<p><a href=\"/\">Accueil de l’atelier</a></p>\n</html>\n");
  answer.head = head_of(status, found->reason, keep_alive);
  answer.head.append(status == 405 ? "Allow: GET, HEAD\r\n" : "");
  answer.head.append("Content-Type: text/html; charset=utf-8\r\nCache-Control: no-store\r\nContent-Length: ")
      .append(std::to_string(answer.own_body.size()))
      .append("\r\n\r\n");
  return answer;
}

}  // namespace tablee::net
