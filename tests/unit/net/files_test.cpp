// GET /files/NAME: which bytes, under which head; then on a real server.
#include "net/files.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "unit/net/raw_client.h"
#include "unit/net/small_room.h"
#include "unit/net/web_folder.h"

namespace files_test {

using namespace tablee;
using namespace tablee::net;

namespace {

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

struct Folder {
  Folder() {
    web.write("plan.svg", "<svg/>");
    web.write("film.webm", "0123456789");
    web.write("film.vtt", "WEBVTT");
    web.write("secret.txt", "not named");
    files = Files::look(web.path(), {"plan.svg", "film.webm", "film.vtt", "absent.png"});
  }
  FileAnswer ask(std::string_view path, std::string_view range = "", std::string_view method = "GET",
                 std::string_view if_none_match = "", std::string_view if_range = "") const {
    return answer_file(files, FileRequest{method, path, if_none_match, if_range, range, true});
  }
  WebFolder web;
  Files files;
};

std::string bytes_of(const FileAnswer& answer) {
  if (answer.file == nullptr) {
    return "";
  }
  OpenFile file(answer.file->path, answer.first, answer.bytes);
  std::string bytes(answer.bytes, '?');
  return file.read(answer.first, answer.bytes, bytes.data()) == answer.bytes ? bytes : "unread";
}

}  // namespace

TEST_CASE("[access H2] a file has its type, its length, and a policy under which no script runs") {
  const Folder folder;
  const FileAnswer film = folder.ask("/files/film.webm");
  CHECK(film.answer.head.starts_with("HTTP/1.1 200 OK\r\n"));
  CHECK(has(film.answer.head, "Content-Type: video/webm\r\n"));
  CHECK(has(film.answer.head, "Content-Length: 10\r\n"));
  CHECK(has(film.answer.head, "Accept-Ranges: bytes\r\n"));
  CHECK(has(film.answer.head, "Cache-Control: no-cache\r\n"));
  CHECK(bytes_of(film) == "0123456789");
  CHECK(has(folder.ask("/files/film.vtt").answer.head, "text/vtt"));
  const FileAnswer plan = folder.ask("/files/plan.svg");
  CHECK(has(plan.answer.head, "image/svg+xml"));
  CHECK(has(plan.answer.head, "default-src 'none'; style-src 'unsafe-inline'; media-src 'self'; sandbox\r\n"));
  CHECK(has(plan.answer.head, "X-Content-Type-Options: nosniff\r\n"));
}

TEST_CASE("only the names that were given are served") {
  const Folder folder;
  for (const char* path : {"/files/secret.txt", "/files/absent.png", "/files/", "/files", "/files/../secret.txt",
                           "/files/./film.webm", "/files/film.webm/", "/files/FILM.webm"}) {
    CAPTURE(path);
    CHECK(folder.ask(path).answer.head.starts_with("HTTP/1.1 404 "));
  }
  CHECK(folder.ask("/files/film.webm", "", "POST").answer.head.starts_with("HTTP/1.1 405 "));
}

TEST_CASE("[access H2] one range is answered with its part") {
  const Folder folder;
  const auto part = [&](std::string_view range, std::string_view bytes, std::string_view content_range) {
    const FileAnswer answer = folder.ask("/files/film.webm", range);
    CAPTURE(std::string(range));
    CHECK(answer.answer.head.starts_with("HTTP/1.1 206 Partial Content\r\n"));
    CHECK(has(answer.answer.head, "Content-Range: bytes " + std::string(content_range) + "\r\n"));
    CHECK(has(answer.answer.head, "Content-Length: " + std::to_string(bytes.size()) + "\r\n"));
    CHECK(bytes_of(answer) == bytes);
  };
  part("bytes=0-1", "01", "0-1/10");
  part("bytes=4-", "456789", "4-9/10");
  part("bytes=-3", "789", "7-9/10");
  part("bytes=8-99", "89", "8-9/10");
  part("bytes=-99", "0123456789", "0-9/10");
}

TEST_CASE("a range past the end is refused, and says how long the file is") {
  const Folder folder;
  for (const char* range : {"bytes=10-", "bytes=-0"}) {
    const FileAnswer answer = folder.ask("/files/film.webm", range);
    CHECK(answer.answer.head.starts_with("HTTP/1.1 416 "));
    CHECK(has(answer.answer.head, "Content-Range: bytes */10\r\n"));
    CHECK(answer.file == nullptr);
  }
}

TEST_CASE("what is no single range, or is of another version, is answered with the whole") {
  const Folder folder;
  for (const char* range : {"bytes=0-1,4-5", "bytes=5-2", "bytes=a-b", "lines=0-1", "bytes=-"}) {
    CAPTURE(range);
    CHECK(folder.ask("/files/film.webm", range).answer.head.starts_with("HTTP/1.1 200 "));
  }
  const std::string etag = folder.files.find("film.webm")->etag;
  CHECK(folder.ask("/files/film.webm", "bytes=0-1", "GET", "", etag).bytes == 2);
  CHECK(folder.ask("/files/film.webm", "bytes=0-1", "GET", "", "\"older\"").bytes == 10);
  const FileAnswer head = folder.ask("/files/film.webm", "bytes=0-1", "HEAD");
  CHECK(head.answer.head.starts_with("HTTP/1.1 200 "));
  CHECK(has(head.answer.head, "Content-Length: 10\r\n"));
  CHECK(head.file == nullptr);
}

TEST_CASE("a file that is known already is not sent again") {
  const Folder folder;
  const std::string etag = folder.files.find("film.webm")->etag;
  const FileAnswer answer = folder.ask("/files/film.webm", "bytes=0-1", "GET", etag);
  CHECK(answer.answer.head.starts_with("HTTP/1.1 304 "));
  CHECK(answer.file == nullptr);
}

TEST_CASE("[access H2] a long film goes out in pieces, and the connection goes on") {
  WebFolder folder;
  std::string film;
  for (std::size_t i = 0; film.size() < 5 * file_piece_bytes; ++i) {
    film += std::to_string(i) + ",";
  }
  folder.write("film.webm", film);
  SmallRoom room(nullptr, folder.path(), {"film.webm"});
  room.run();
  RawClient client(room.port());
  const std::string request = "GET /files/film.webm HTTP/1.1\r\nHost: localhost\r\n";
  client.send(request + "\r\n");
  CHECK(client.read_answer().ends_with("\r\n\r\n" + film));
  client.send(request + "Range: bytes=70000-200000\r\n\r\n");
  const std::string part = client.read_answer();
  CHECK(part.starts_with("HTTP/1.1 206 "));
  CHECK(part.ends_with("\r\n\r\n" + film.substr(70'000, 130'001)));
  client.send("HEAD /files/film.webm HTTP/1.1\r\nHost: localhost\r\n\r\n");
  CHECK(has(client.read_answer(true), "Content-Length: " + std::to_string(film.size())));
  client.send("GET /files/other.webm HTTP/1.1\r\nHost: localhost\r\n\r\n");
  CHECK(client.read_answer().starts_with("HTTP/1.1 404 "));
}

TEST_CASE("tablets that stop in the middle of a film hold nobody up") {
  WebFolder folder;
  folder.write("film.webm", std::string(std::size_t{8} * 1024 * 1024, 'x'));
  SmallRoom room(nullptr, folder.path(), {"film.webm"});
  room.run();
  std::vector<std::unique_ptr<RawClient>> stopped;
  for (int i = 0; i < 20; ++i) {
    stopped.push_back(std::make_unique<RawClient>(room.port(), 4096));
    stopped.back()->send("GET /files/film.webm HTTP/1.1\r\nHost: localhost\r\n\r\n");
  }
  RawClient client(room.port());
  for (int i = 0; i < 3; ++i) {
    client.send("GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n");
    CHECK(client.read_answer().ends_with("ok\n"));
  }
}

}  // namespace files_test
