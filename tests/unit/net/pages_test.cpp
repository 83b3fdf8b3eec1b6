#include "net/pages.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>

#include "unit/net/web_folder.h"

namespace pages_test {

using namespace tablee;
using namespace tablee::net;

namespace {

Pages pages_of(const WebFolder& web) {
  Result<Pages> pages = Pages::load(web.path());
  REQUIRE(pages.has_value());
  return *pages;
}

PageAnswer get(const Pages& pages, std::string_view path, std::string_view encoding = "",
               std::string_view if_none_match = "", std::string_view method = "GET") {
  return answer_page(pages, PageRequest{method, path, encoding, if_none_match, true});
}

bool has(const PageAnswer& answer, std::string_view line) {
  return answer.head.find(std::string(line) + "\r\n") != std::string::npos;
}

std::string header(const PageAnswer& answer, std::string_view name) {
  const std::size_t at = answer.head.find(std::string(name) + ": ");
  REQUIRE(at != std::string::npos);
  const std::size_t start = at + name.size() + 2;
  return answer.head.substr(start, answer.head.find("\r\n", start) - start);
}

}  // namespace

TEST_CASE("each address people use leads to its page") {
  const WebFolder web;
  const Pages pages = pages_of(web);
  for (const auto& [path, title] :
       {std::pair{"/", "accueil"}, std::pair{"/table", "table"}, std::pair{"/expert", "experts"},
        std::pair{"/console", "console"}, std::pair{"/projector", "projecteur"}, std::pair{"/index.html", "accueil"}}) {
    CAPTURE(path);
    const PageAnswer answer = get(pages, path);
    CHECK(answer.head.starts_with("HTTP/1.1 200 OK\r\n"));
    CHECK(body_of(answer).find(title) != std::string_view::npos);
    CHECK(has(answer, "Content-Type: text/html; charset=utf-8"));
    CHECK(has(answer, "Cache-Control: no-cache"));
    CHECK(has(answer, "Content-Length: " + std::to_string(body_of(answer).size())));
  }
}

TEST_CASE("an asset is kept for ever, compressed for those who can read it") {
  const WebFolder web;
  const Pages pages = pages_of(web);
  const PageAnswer plain = get(pages, "/assets/main-abc123.js");
  CHECK(body_of(plain) == "const plain = 1;");
  CHECK(has(plain, "Cache-Control: public, max-age=31536000, immutable"));
  CHECK(has(plain, "Content-Type: text/javascript; charset=utf-8"));
  CHECK(has(plain, "Vary: Accept-Encoding"));
  CHECK(plain.head.find("Content-Encoding") == std::string::npos);

  const PageAnswer gzip = get(pages, "/assets/main-abc123.js", "gzip, deflate");
  CHECK(body_of(gzip) == "(compressed)");
  CHECK(has(gzip, "Content-Encoding: gzip"));
  CHECK(has(gzip, "Content-Type: text/javascript; charset=utf-8"));
  CHECK(header(gzip, "ETag") != header(plain, "ETag"));

  CHECK(body_of(get(pages, "/assets/main-abc123.css", "gzip")) == "body{}");
  CHECK(get(pages, "/assets/main-abc123.js.gz").head.starts_with("HTTP/1.1 404 "));
}

TEST_CASE("what a browser already holds is not sent again") {
  const WebFolder web;
  const Pages pages = pages_of(web);
  const std::string etag = header(get(pages, "/console"), "ETag");
  for (const std::string& sent : {etag, "\"other\", " + etag, "W/" + etag, std::string("*")}) {
    CAPTURE(sent);
    const PageAnswer same = get(pages, "/console", "", sent);
    CHECK(same.head.starts_with("HTTP/1.1 304 "));
    CHECK(body_of(same).empty());
    CHECK(header(same, "ETag") == etag);
  }
  CHECK(get(pages, "/console", "", "\"other\"").head.starts_with("HTTP/1.1 200 "));
  CHECK(get(pages, "/", "", etag).head.starts_with("HTTP/1.1 200 "));
}

TEST_CASE("HEAD gives the headers of GET without its body") {
  const WebFolder web;
  const Pages pages = pages_of(web);
  const PageAnswer whole = get(pages, "/");
  const PageAnswer head = get(pages, "/", "", "", "HEAD");
  CHECK(head.head == whole.head);
  CHECK(body_of(head).empty());
  CHECK(body_of(get(pages, "/nothing", "", "", "HEAD")).empty());
}

TEST_CASE("a page that was not there at start is not found, whatever its dots") {
  const WebFolder web;
  const Pages pages = pages_of(web);
  for (const char* path :
       {"", "/..", "/../etc/passwd", "/assets/../../etc/passwd", "/%2e%2e/etc/passwd", "/assets/%2e%2e/index.html",
        "//index.html", "/./index.html", "/index.html/", "/assets", "/assets/", "/INDEX.HTML", "/etc/passwd"}) {
    CAPTURE(path);
    const PageAnswer answer = get(pages, path);
    CHECK(answer.head.starts_with("HTTP/1.1 404 "));
    CHECK(body_of(answer).find("Page introuvable") != std::string_view::npos);
    CHECK(has(answer, "Content-Length: " + std::to_string(body_of(answer).size())));
  }
}

TEST_CASE("a link out of the folder is not a page") {
  const WebFolder web;
  web.write("outside/secret.txt", "secret");
  std::filesystem::rename(web.path() + "/outside", web.path() + "-outside");
  std::filesystem::create_symlink(web.path() + "-outside/secret.txt", web.path() + "/secret.txt");
  std::filesystem::create_directory_symlink(web.path() + "-outside", web.path() + "/folder");
  const Pages pages = pages_of(web);
  CHECK(get(pages, "/secret.txt").head.starts_with("HTTP/1.1 404 "));
  CHECK(get(pages, "/folder/secret.txt").head.starts_with("HTTP/1.1 404 "));
  std::filesystem::remove_all(web.path() + "-outside");
}

TEST_CASE("a page is only read") {
  const WebFolder web;
  const Pages pages = pages_of(web);
  const PageAnswer answer = get(pages, "/", "", "", "POST");
  CHECK(answer.head.starts_with("HTTP/1.1 405 "));
  CHECK(has(answer, "Allow: GET, HEAD"));
}

TEST_CASE("every answer carries the rules browsers must keep") {
  const WebFolder web;
  const Pages pages = pages_of(web);
  for (const PageAnswer& answer :
       {get(pages, "/"), get(pages, "/nothing"), get(pages, "/health"), answer_error(400, false)}) {
    CHECK(answer.head.find("Content-Security-Policy: default-src 'self'; ") != std::string::npos);
    CHECK(answer.head.find("frame-ancestors 'none'") != std::string::npos);
    CHECK(has(answer, "X-Content-Type-Options: nosniff"));
    CHECK(has(answer, "Referrer-Policy: no-referrer"));
  }
}

TEST_CASE("health says ok and is never kept") {
  const WebFolder web;
  const Pages pages = pages_of(web);
  CHECK(body_of(get(pages, "/health")) == "ok\n");
  CHECK(has(get(pages, "/health"), "Cache-Control: no-store"));
}

TEST_CASE("a folder that cannot serve an atelier is refused with one sentence") {
  CHECK(Pages::load("/no/such/folder").error().detail ==
        "The folder of web pages /no/such/folder does not exist; build the web client first.");
  const WebFolder web;
  web.remove("console.html");
  CHECK(Pages::load(web.path()).error().detail ==
        "The folder of web pages " + web.path() + " has no console.html; build the web client first.");
}

TEST_CASE("a folder is read up to its bound and not one byte above") {
  const WebFolder web;
  std::size_t used = 0;
  for (const auto& each : std::filesystem::recursive_directory_iterator(web.path())) {
    used += each.is_regular_file() ? each.file_size() : 0;
  }
  web.write("filler.txt", std::string(pages_bytes_max - used, 'x'));
  CHECK(Pages::load(web.path()).has_value());
  web.write("filler.txt", std::string(pages_bytes_max - used + 1, 'x'));
  CHECK_FALSE(Pages::load(web.path()).has_value());
}

}  // namespace pages_test
