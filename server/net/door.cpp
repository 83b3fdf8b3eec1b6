#include "net/door.h"

#include <netinet/in.h>
#include <netinet/ip.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/websocket/rfc6455.hpp>
#include <charconv>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>

#include "net/files.h"
#include "net/http_rules.h"
#include "net/session.h"
#include "net/simple_pages.h"
#include "net/speech_page.h"

namespace tablee::net {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using boost::system::error_code;

namespace {

template <class T>
using Awaited = asio::awaitable<T, Executor>;
constexpr asio::use_awaitable_t<Executor> awaited{};

constexpr std::string_view session_path = "/ws";
constexpr std::string_view program_path = "/yjs/";

std::string_view view(boost::beast::string_view text) {
  return {text.data(), text.size()};
}

// A connection that has not become a session.
class Visitor : public Watched {
 public:
  Visitor(Hall& hall, Socket taken) : Watched(hall), socket(std::move(taken)), pause(socket.get_executor()) {}
  void look(Steady::time_point now) override {
    if (now >= deadline) {
      leave();
    }
  }
  void dismiss() override { leave(); }
  void within(std::chrono::milliseconds time) { deadline = Steady::now() + time; }

  Socket socket;
  Steady::time_point deadline = Steady::time_point::max();
  // While a sentence is being said: until it is, or too late, or the visitor has gone.
  asio::basic_waitable_timer<Steady, asio::wait_traits<Steady>, Executor> pause;

 private:
  void leave() {
    error_code ignored;
    socket.close(ignored);
    pause.cancel();
  }
};

int status_of(error_code error) {
  if (error == http::error::header_limit || error == http::error::buffer_overflow) {
    return 431;
  }
  if (error == http::error::body_limit) {
    return 413;
  }
  // Anything else the parser says is the peer's fault; other errors mean that there is nobody to answer.
  return error.category() == http::make_error_code(http::error::bad_line_ending).category() &&
                 error != http::error::end_of_stream && error != http::error::partial_message
             ? 400
             : 0;
}

// 0: fine. Otherwise the status to refuse it with.
int fault_of(const Hall& hall, const UpgradeRequest& request) {
  const auto host = request.find(http::field::host);
  if (request.version() != 11 || host == request.end() || request.count(http::field::host) != 1) {
    return 400;
  }
  // Pages have no use for a body, and a body nobody reads would be taken for the next request.
  if (request.find(http::field::transfer_encoding) != request.end()) {
    return 400;
  }
  const bool takes_body = simple::is_simple(path_of(view(request.target())));
  if (const auto length = request.find(http::field::content_length);
      !takes_body && length != request.end() && view(length->value()) != "0") {
    return 413;
  }
  return host_is_ours(view(host->value()), hall.names) ? 0 : 403;
}

// 0: may become a session.
int upgrade_fault_of(const UpgradeRequest& request) {
  if (!boost::beast::websocket::is_upgrade(request)) {
    return 426;
  }
  const auto origin = request.find(http::field::origin);
  if (origin != request.end() && !origin_matches(view(origin->value()), view(request[http::field::host]))) {
    return 403;
  }
  return list_has(view(request[http::field::sec_websocket_protocol]), wire::subprotocol) ? 0 : 400;
}

// The article and the token, or nothing when the path names no article.
std::optional<Program> program_of(std::string_view target) {
  const std::string_view digits = path_of(target).substr(program_path.size());
  std::uint32_t number = 0;
  const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (fault != std::errc{} || end != digits.data() + digits.size() || number == 0) {
    return std::nullopt;
  }
  constexpr std::string_view name = "token=";
  std::string_view query = query_of(target);
  while (!query.empty() && !query.starts_with(name)) {
    query.remove_prefix(
        std::min(query.size(), query.find('&') == std::string_view::npos ? query.size() : query.find('&') + 1));
  }
  query.remove_prefix(std::min(query.size(), name.size()));
  return Program{ArticleId{number}, std::string(query.substr(0, query.find('&')))};
}

// Our last words are read before the reset that unread bytes would cause.
Awaited<void> linger(std::shared_ptr<Visitor> visitor) {
  static std::array<char, 4096> waste;
  error_code error;
  visitor->within(closing_ms_max);
  visitor->socket.shutdown(Socket::shutdown_send, error);
  while (!error) {
    co_await visitor->socket.async_read_some(asio::buffer(waste), asio::redirect_error(awaited, error));
  }
}

Awaited<bool> send(std::shared_ptr<Visitor> visitor, PageAnswer answer) {
  visitor->within(request_ms_max);
  const std::string_view body = body_of(answer);
  const std::array<asio::const_buffer, 2> parts{asio::buffer(answer.head), asio::buffer(body.data(), body.size())};
  error_code error;
  co_await asio::async_write(visitor->socket, parts, asio::redirect_error(awaited, error));
  co_return !error;
}

// Videos leave after everything the room says: the mark of what may wait (CS1, RFC 8325 maps it to the background of
// Wi-Fi).
void mark_as_background(Socket& socket) {
  constexpr int background = 0x20;
  // One of the two fits the socket; without the mark it works all the same.
  ::setsockopt(socket.native_handle(), IPPROTO_IP, IP_TOS, &background, sizeof(background));
  ::setsockopt(socket.native_handle(), IPPROTO_IPV6, IPV6_TCLASS, &background, sizeof(background));
}

// A piece is read when the one before has left: a long film takes no more memory than a short one. True: all was sent.
Awaited<bool> send_file(std::shared_ptr<Visitor> visitor, FileAnswer answer) {
  if (answer.file == nullptr) {
    co_return co_await send(visitor, std::move(answer.answer));
  }
  OpenFile file(answer.file->path, answer.first, answer.bytes);
  if (!file.is_open()) {
    co_return co_await send(visitor, answer_error(404, false)) && false;
  }
  mark_as_background(visitor->socket);
  if (!co_await send(visitor, std::move(answer.answer))) {
    co_return false;
  }
  const auto piece = std::make_unique<std::array<char, file_piece_bytes>>();
  for (std::size_t left = answer.bytes; left > 0;) {
    const std::size_t read = file.read(answer.first + answer.bytes - left, left, piece->data());
    if (read == 0) {
      co_return false;
    }
    visitor->within(file_piece_ms_max);
    error_code error;
    co_await asio::async_write(visitor->socket, asio::buffer(piece->data(), read),
                               asio::redirect_error(awaited, error));
    if (error) {
      co_return false;
    }
    left -= read;
  }
  co_return true;
}

PageRequest page_request_of(const UpgradeRequest& request) {
  return PageRequest{view(request.method_string()), path_of(view(request.target())),
                     view(request[http::field::accept_encoding]), view(request[http::field::if_none_match]),
                     request.keep_alive()};
}

// The body behind a head, of which the buffer may hold the beginning. False: the peer has gone.
Awaited<bool> read_body(std::shared_ptr<Visitor> visitor, boost::beast::flat_buffer& buffer, std::size_t bytes,
                        std::string& body) {
  const std::size_t here = std::min(bytes, buffer.size());
  body.assign(static_cast<const char*>(buffer.cdata().data()), here);
  buffer.consume(here);
  body.resize(bytes);
  error_code error;
  co_await asio::async_read(visitor->socket, asio::buffer(body.data() + here, bytes - here),
                            asio::redirect_error(awaited, error));
  co_return !error;
}

// Runs `look` at the end of this turn, once what it brought is committed.
Awaited<void> committed(Hall& hall, Executor executor, std::function<void()> look) {
  asio::basic_waitable_timer<Steady, asio::wait_traits<Steady>, Executor> gate(executor, Steady::time_point::max());
  hall.after_commit.emplace_back([&gate, &look] {
    look();
    gate.cancel();
  });
  error_code cancelled;
  co_await gate.async_wait(asio::redirect_error(awaited, cancelled));
}

// A page without scripts. True: the connection goes on.
Awaited<bool> serve_simple(Hall& hall, std::shared_ptr<Visitor> visitor, UpgradeRequest request, std::string& address,
                           boost::beast::flat_buffer& buffer) {
  const auto origin = request.find(http::field::origin);
  simple::Request asked =
      simple_request({view(request.method_string()), view(request.target()), view(request[http::field::host]),
                      view(request[http::field::origin]), origin != request.end(), view(request[http::field::cookie]),
                      view(request[http::field::content_type])},
                     address);
  const std::string_view length = view(request[http::field::content_length]);
  const auto bytes = length.empty() ? std::optional<std::size_t>(0) : body_bytes(length);
  asked.too_large = !bytes || *bytes > simple::form_bytes_max;
  const bool goes_on = request.keep_alive() && !asked.too_large;
  const bool head_only = asked.method == "HEAD";
  if (!asked.too_large && !co_await read_body(visitor, buffer, *bytes, asked.body)) {
    co_return false;
  }
  simple::Visit visit(hall.counter, std::move(asked));
  for (bool ready = false; !ready;) {
    visit.act(hall.now());
    co_await committed(hall, visitor->socket.get_executor(), [&] { ready = visit.settle(hall.now()); });
  }
  const bool sent = co_await send(visitor, simple_answer(visit.take_answer(), head_only, goes_on));
  if (sent && !goes_on) {
    co_await linger(visitor);
  }
  co_return sent&& goes_on;
}

// A sentence that was not said lately: the voice says it while the room goes on.
Awaited<speech::Spoken> listen(Hall& hall, std::shared_ptr<Visitor> visitor, const std::string& key,
                               const speech::Sentence& sentence) {
  const auto patience = std::chrono::milliseconds(speech::answer_ms_max);
  visitor->within(patience + request_ms_max);
  // Its own for each sentence: one that comes too late is nobody's, and not the answer to the next.
  const auto heard = std::make_shared<std::optional<speech::Spoken>>();
  visitor->pause.expires_after(patience);
  const bool noted = hall.reader->ask(
      key, sentence, [weak = std::weak_ptr(visitor), heard = std::weak_ptr(heard)](const speech::Spoken& spoken) {
        const auto still_here = weak.lock();
        const auto still_awaited = heard.lock();
        if (still_here && still_awaited) {
          *still_awaited = spoken;
          still_here->pause.cancel();
        }
      });
  if (!noted) {
    co_return speech::Spoken{speech::Fault::busy, nullptr};
  }
  error_code cancelled;
  co_await visitor->pause.async_wait(asio::redirect_error(awaited, cancelled));
  co_return heard->value_or(speech::Spoken{speech::Fault::too_slow, nullptr});
}

Awaited<PageAnswer> answer_listener(Hall& hall, std::shared_ptr<Visitor> visitor, SpeechRequest request,
                                    std::string address) {
  if (request.method != "GET" && request.method != "HEAD") {
    co_return answer_speech_refusal(405, "La lecture à voix haute se demande avec GET.", request);
  }
  const auto sentence = sentence_of(request.query);
  if (!sentence) {
    co_return answer_speech_refusal(400, sentence.error().detail, request);
  }
  if (hall.reader == nullptr) {
    co_return answer_speech_fault(speech::Fault::absent, request);
  }
  const std::string key = hall.reader->key_of(*sentence);
  const std::string tag = speech_tag(key);
  speech::SharedWav wav = hall.reader->kept(key);
  if (wav != nullptr || tag_matches(request.if_none_match, tag)) {
    co_return answer_speech(request, tag, std::move(wav));
  }
  if (!hall.reader->is_coming(key)) {
    if (const std::int64_t wait_ms = hall.sentences.take(address, hall.now()); wait_ms > 0) {
      co_return answer_speech_refusal(
          429, "Cette tablette demande trop de lectures à la fois. Réessayez dans un instant.", request, wait_ms);
    }
  }
  const speech::Spoken spoken = co_await listen(hall, visitor, key, *sentence);
  co_return spoken.fault == speech::Fault::none ? answer_speech(request, tag, spoken.wav)
                                                : answer_speech_fault(spoken.fault, request);
}

SpeechRequest speech_request_of(const UpgradeRequest& request) {
  const auto text = [](boost::beast::string_view value) { return std::string(view(value)); };
  return SpeechRequest{text(request.method_string()), std::string(query_of(view(request.target()))),
                       text(request[http::field::if_none_match]), text(request[http::field::range]),
                       request.keep_alive()};
}

// True: the connection goes on.
Awaited<bool> serve_request(Hall& hall, std::shared_ptr<Visitor> visitor, UpgradeRequest request, std::string& address,
                            boost::beast::flat_buffer& buffer) {
  int fault = fault_of(hall, request);
  const bool session = fault == 0 && path_of(view(request.target())) == session_path;
  if (session) {
    // A client waits for the answer before it sends frames: bytes already here are not a WebSocket's.
    fault = buffer.size() != 0 ? 400 : upgrade_fault_of(request);
    if (fault == 0) {
      Session::start(hall, std::move(visitor->socket), std::move(address), request);
      co_return false;
    }
  }
  // A token stands for who sends it: a page from elsewhere that has one may come.
  if (fault == 0 && path_of(view(request.target())).starts_with(program_path)) {
    auto program = program_of(view(request.target()));
    fault = !program ? 404 : buffer.size() != 0 ? 400 : !boost::beast::websocket::is_upgrade(request) ? 426 : 0;
    if (fault == 0) {
      Session::start(hall, std::move(visitor->socket), std::move(address), request, std::move(*program));
      co_return false;
    }
  }
  if (fault != 0) {
    if (co_await send(visitor, answer_error(fault, false))) {
      co_await linger(visitor);
    }
    co_return false;
  }
  if (simple::is_simple(path_of(view(request.target())))) {
    co_return co_await serve_simple(hall, visitor, std::move(request), address, buffer);
  }
  if (path_of(view(request.target())) == speech_path) {
    PageAnswer answer = co_await answer_listener(hall, visitor, speech_request_of(request), address);
    co_return co_await send(visitor, std::move(answer)) && request.keep_alive();
  }
  if (path_of(view(request.target())).starts_with(files_path)) {
    const FileRequest asked{view(request.method_string()),
                            path_of(view(request.target())),
                            view(request[http::field::if_none_match]),
                            view(request[http::field::if_range]),
                            view(request[http::field::range]),
                            request.keep_alive()};
    co_return co_await send_file(visitor, answer_file(hall.files, asked)) && request.keep_alive();
  }
  co_return co_await send(visitor, answer_page(hall.pages, page_request_of(request))) && request.keep_alive();
}

Awaited<void> serve(Hall& hall, Socket socket, std::string address) {
  auto visitor = std::make_shared<Visitor>(hall, std::move(socket));
  boost::beast::flat_buffer buffer(request_head_bytes_max + 512);
  visitor->within(request_ms_max);
  for (;;) {
    http::request_parser<http::empty_body> parser;
    parser.header_limit(static_cast<std::uint32_t>(request_head_bytes_max));
    // Bodies are refused by fault_of, which can answer; the parser's own limit would count a body we never read.
    parser.body_limit(boost::none);
    error_code error;
    co_await http::async_read_header(visitor->socket, buffer, parser, asio::redirect_error(awaited, error));
    if (error) {
      const int status = visitor->socket.is_open() ? status_of(error) : 0;
      if (status != 0 && co_await send(visitor, answer_error(status, false))) {
        co_await linger(visitor);
      }
      co_return;
    }
    if (!co_await serve_request(hall, visitor, parser.release(), address, buffer)) {
      co_return;
    }
    visitor->within(buffer.size() != 0 ? request_ms_max : keep_alive_ms_max);
  }
}

}  // namespace

void open_door(Hall& hall, Socket socket, std::string address) {
  const Executor executor = socket.get_executor();
  asio::co_spawn(executor, serve(hall, std::move(socket), std::move(address)), asio::detached);
}

}  // namespace tablee::net
