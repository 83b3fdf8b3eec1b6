#include "simple/visit.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/sha256.h"

namespace tablee::simple {
namespace {

constexpr std::string_view session_cookie = "tablee_simple";
constexpr std::string_view language_cookie = "tablee_words";
constexpr std::string_view ballot_cookie = "tablee_box";
constexpr std::string_view everywhere = "/simple";
// The secret of ballots goes to the pages of votes alone.
constexpr std::string_view votes_only = "/simple/vote";
// An atelier lasts a day or two.
constexpr std::string_view kept_for = "; Max-Age=172800";
// A hello, a command and putting its text away; more means that something answers wrongly.
constexpr int turns_max = 6;

Language language_named(std::string_view name, Language otherwise) {
  const auto names = names_of(Language{});
  const auto found = std::find(names.begin(), names.end(), name);
  return found == names.end() ? otherwise : static_cast<Language>(found - names.begin());
}

}  // namespace

bool is_simple(std::string_view path) {
  return path == "/simple" || path.starts_with("/simple/");
}

const Visit::Route* Visit::route_of(std::string_view path) {
  static constexpr std::array<Route, 17> routes{{
      {"/simple", &Visit::show_step, nullptr},
      {"/simple/", &Visit::show_step, nullptr},
      {"/simple/join", nullptr, &Visit::show_step},
      {"/simple/language", nullptr, &Visit::post_language},
      {"/simple/write", &Visit::show_write, &Visit::post_write},
      {"/simple/ideas", &Visit::show_ideas, &Visit::post_ideas},
      {"/simple/vote", &Visit::show_vote, &Visit::post_vote},
      {"/simple/read", &Visit::show_reading, nullptr},
      {"/simple/question", &Visit::show_question, nullptr},
      {"/simple/board", &Visit::show_board, nullptr},
      {"/simple/avis", &Visit::show_avis, nullptr},
      {"/simple/article", &Visit::show_article, nullptr},
      {"/simple/messages", &Visit::show_messages, nullptr},
      {"/simple/help", &Visit::show_help, &Visit::post_help},
      {"/simple/settings", &Visit::show_settings, nullptr},
      {"/simple/leave", &Visit::show_leave, &Visit::post_leave},
      {"/simple/more", nullptr, &Visit::post_more},
  }};
  static constexpr Route ready{"/simple/ready", nullptr, &Visit::post_ready};
  if (path == ready.path) {
    return &ready;
  }
  const auto found = std::find_if(routes.begin(), routes.end(), [&](const Route& each) { return each.path == path; });
  return found == routes.end() ? nullptr : &*found;
}

Visit::Visit(Counter& counter, Request request) : counter_(counter), request_(std::move(request)) {
  read_cookies();
}

// A visit that ends before its code was answered leaves no seat behind.
Visit::~Visit() {
  if (knocking_ && seat_ != nullptr) {
    counter_.give_back(seat_, now_);
  }
}

void Visit::read_cookies() {
  language_ = language_named(cookie(request_.cookies, language_cookie), Language::fr);
  ballots_ = BallotSecret::read(cookie(request_.cookies, ballot_cookie));
  if (const auto read = Session::read(cookie(request_.cookies, session_cookie))) {
    session_ = *read;
  }
}

// ---- before the host is asked

void Visit::act(TimeMs now) {
  now_ = now;
  if (done_) {
    return;
  }
  if (seat_ == nullptr) {
    if (!refused_at_once()) {
      open_seat();
    }
    return;
  }
  if (wanted_) {
    const core::Command said = *std::exchange(wanted_, std::nullopt);
    number_ = seat_->say(said, wanted_mark_, now_);
  }
}

// Everything that can be answered without knowing who asks.
bool Visit::refused_at_once() {
  const bool get = request_.method == "GET" || request_.method == "HEAD";
  if (get && request_.path == "/simple/style.css") {
    answer_.body = std::string(style());
    answer_.is_style = true;
    done_ = true;
    return true;
  }
  route_ = route_of(request_.path);
  if (route_ == nullptr) {
    send_page(error_page(paper(), say(language_, "simple.no_page"), say(language_, "refusal.not_found")), 404);
    return true;
  }
  const bool known = get ? route_->get != nullptr : request_.method == "POST" && route_->post != nullptr;
  if (!known) {
    answer_.allow = route_->get == nullptr ? "POST" : route_->post == nullptr ? "GET, HEAD" : "GET, HEAD, POST";
    send_page(error_page(paper(), say(language_, "simple.not_understood"), say(language_, "refusal.malformed")), 405);
    return true;
  }
  const auto query = Form::parse(request_.query);
  const auto form = Form::parse(get ? std::string_view() : std::string_view(request_.body));
  if (request_.too_large) {
    send_page(error_page(paper(), say(language_, "simple.not_understood"), say(language_, "simple.too_big")), 413);
    return true;
  }
  if (!query || !form || (!get && (!request_.is_form || request_.foreign))) {
    const int status = request_.foreign && !get ? 403 : 400;
    send_page(error_page(paper(), say(language_, "simple.not_understood"), say(language_, "refusal.malformed")),
              status);
    return true;
  }
  query_ = *query;
  form_ = *form;
  if (!get && (session_.sender.empty() || form_.get("key") != form_key())) {
    door({{"", say(language_, "simple.stale")}});
    answer_.status = 403;
    return true;
  }
  return false;
}

void Visit::open_seat() {
  if (request_.path == "/simple/language") {
    return post_language();
  }
  if (session_.token.empty()) {
    if (request_.path == "/simple/join") {
      return knock();
    }
    return request_.path == everywhere && request_.method != "POST" ? door({}, query_.get("done") == "leave")
                                                                    : go_to("/simple");
  }
  auto seat = counter_.seat(session_, request_.address, now_);
  if (!seat) {
    return send_page(error_page(paper(), say(language_, "simple.not_understood"), say(language_, "simple.full")), 503);
  }
  seat_ = *seat;
}

void Visit::knock() {
  const std::string fault = code_fault(language_, form_.get("code"));
  if (!fault.empty()) {
    return door({{"code", fault}});
  }
  const auto seat =
      counter_.knock(session_, std::string(form_.get("code")), std::string(form_.get("name")), request_.address, now_);
  if (!seat) {
    return door({{"", say(language_, "simple.full")}});
  }
  seat_ = *seat;
  knocking_ = true;
}

// ---- once it has answered

bool Visit::settle(TimeMs now) {
  now_ = now;
  if (!done_) {
    seat_answered();
  }
  return done_;
}

void Visit::seat_answered() {
  seat_->read();
  switch (seat_->status()) {
    case Seat::Status::refused:
      return not_seated(seat_->refusal());
    case Seat::Status::closed: {
      wire::Reply gone;
      gone.code = "bad_credential";
      return not_seated(gone);
    }
    case Seat::Status::greeting:
    case Seat::Status::seated:
      break;
  }
  if (++turns_ > turns_max) {
    return send_page(error_page(paper(), say(language_, "simple.not_understood"), say(language_, "simple.full")), 503);
  }
  if (seat_->status() == Seat::Status::greeting) {
    return;
  }
  if (std::exchange(knocking_, false)) {
    return came_in();
  }
  if (number_ != 0) {
    if (const auto reply = seat_->answer(number_)) {
      number_ = 0;
      outcome(*reply);
    }
    return;
  }
  const bool get = request_.method != "POST";
  (this->*(get ? route_->get : route_->post))();
}

void Visit::came_in() {
  session_ = seat_->session();
  counter_.keep(seat_, now_);
  set_cookie(session_cookie, session_.written(), everywhere);
  set_cookie(ballot_cookie, BallotSecret{counter_.secret(), {}}.written(), votes_only);
  go_to("/simple");
}

void Visit::not_seated(const wire::Reply& refusal) {
  const bool had_token = !session_.token.empty();
  counter_.give_back(seat_, now_);
  seat_ = nullptr;
  knocking_ = false;
  if (had_token && refusal.code != "bad_credential") {
    const std::string words = turned_away(language_, refusal.code, refusal.retry_ms, had_token);
    return send_page(error_page(paper(), say(language_, "simple.not_understood"), words), 503);
  }
  if (had_token) {
    session_ = Session{};
  }
  const bool name = refusal.field == "name";
  door({{name ? "name" : "code", turned_away(language_, refusal.code, refusal.retry_ms, had_token)}});
}

void Visit::command(const core::Command& said) {
  wanted_ = said;
  // Two taps send the same bytes: one idea. All other commands may be said twice without harm.
  const bool once = std::holds_alternative<core::SubmitIdea>(said);
  wanted_mark_ = once ? to_hex(sha256(request_.body)) : counter_.secret();
}

void Visit::outcome(const wire::Reply& reply) {
  if (first_) {
    const wire::Reply before = *first_;
    return (this->*after_)(before);
  }
  (this->*after_)(reply);
}

// ---- what all answers share

std::string Visit::form_key() const {
  return to_hex(sha256("tablee form " + session_.token + " " + session_.sender)).substr(0, 32);
}

Paper Visit::paper() {
  const std::string drawn = counter_.secret();
  if (session_.sender.empty()) {
    session_ = Session{"", drawn.substr(16)};
    set_cookie(session_cookie, session_.written(), everywhere);
  }
  return Paper{language_, form_key(), drawn.substr(0, 16)};
}

Seen Visit::seen() const {
  return see(counter_.state(), seat_->person(), now_);
}

BallotSecret& Visit::ballots() {
  if (!ballots_) {
    ballots_ = BallotSecret{counter_.secret(), {}};
  }
  return *ballots_;
}

std::string Visit::refusal_words(const wire::Reply& reply) const {
  return say(language_, Key::named("refusal.", reply.code));
}

void Visit::send_page(std::string body, int status) {
  answer_.status = status;
  answer_.body = std::move(body);
  done_ = true;
}

void Visit::go_to(const std::string& location) {
  // What was typed never becomes a header.
  const bool plain =
      std::all_of(location.begin(), location.end(), [](char each) { return each > ' ' && each < '\x7f'; });
  answer_.status = 303;
  answer_.location = plain ? location : std::string(everywhere);
  done_ = true;
}

void Visit::door(Faults faults, bool handed_back) {
  Door shown;
  shown.code = std::string(form_.get("code"));
  shown.name = std::string(form_.get("name"));
  shown.left_over = std::string(form_.get("text"));
  shown.handed_back = handed_back;
  shown.faults = std::move(faults);
  send_page(door_page(paper(), shown));
}

void Visit::set_cookie(std::string_view name, const std::string& value, std::string_view path) {
  std::string cookie(name);
  cookie.append("=").append(value).append("; Path=").append(path).append("; HttpOnly; SameSite=Lax");
  cookie.append(value.empty() ? "; Max-Age=0" : kept_for);
  answer_.cookies.push_back(std::move(cookie));
}

void Visit::forget_cookies() {
  set_cookie(session_cookie, "", everywhere);
  set_cookie(language_cookie, "", everywhere);
  set_cookie(ballot_cookie, "", votes_only);
}

void Visit::post_language() {
  set_cookie(language_cookie,
             std::string(names_of(Language{})[static_cast<std::size_t>(language_named(form_.get("to"), language_))]),
             everywhere);
  go_to(session_.token.empty() ? "/simple" : "/simple/settings?done=language");
}

void Visit::post_leave() {
  counter_.give_back(seat_, now_);
  forget_cookies();
  go_to("/simple?done=leave");
}

}  // namespace tablee::simple
