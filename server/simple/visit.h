// simple/visit.h: one request of a browser without scripts, from its bytes to its answer.
//
// Order    act() in a turn of the loop, host.flush(), settle(): true when the answer is ready, false when another
//          turn is needed (a hello comes before a command). Everything an answer shows is committed: pages are made
//          in settle().
// Errors   Whatever the request, there is an answer. A form that is not one of our pages, or was made for another
//          browser, leads to the door or to an error page and changes nothing; text that came with it is shown again.
// Source   RFC 9110 (303 after a POST that was carried out; 405 with Allow). Against forms of other sites: cookies
//          that are SameSite=Lax (a link from elsewhere does not throw the person out), the Origin of the request,
//          and in every form a key made from this browser's session.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "simple/counter.h"
#include "simple/form.h"
#include "simple/pages.h"

namespace tablee::simple {

struct Request {
  std::string method;
  std::string path;   // without the query
  std::string query;  // behind the `?`
  std::string cookies;
  std::string body;
  std::string address;     // the peer's
  bool foreign = false;    // an Origin that is not ours
  bool is_form = true;     // application/x-www-form-urlencoded
  bool too_large = false;  // the body was past form_bytes_max and has not been read
};

struct Answer {
  int status = 200;
  std::string location;              // 303
  std::string allow;                 // 405
  std::vector<std::string> cookies;  // values of Set-Cookie
  std::string body;                  // a page, or the style sheet
  bool is_style = false;
};

// True for the paths of these pages.
bool is_simple(std::string_view path);

class Visit {
 public:
  Visit(Counter& counter, Request request);
  ~Visit();
  Visit(const Visit&) = delete;
  Visit& operator=(const Visit&) = delete;

  void act(TimeMs now);
  bool settle(TimeMs now);
  Answer take_answer() { return std::move(answer_); }

 private:
  // What the pages of one path do: nullptr for a method it does not have.
  struct Route {
    std::string_view path;
    void (Visit::*get)();
    void (Visit::*post)();
  };
  static const Route* route_of(std::string_view path);

  // ---- before the host is asked
  void read_cookies();
  bool refused_at_once();
  void open_seat();
  void knock();
  // ---- once it has answered
  void seat_answered();
  void came_in();
  void not_seated(const wire::Reply& refusal);
  void command(const core::Command& said);
  void outcome(const wire::Reply& reply);
  // ---- pages; they answer, or say a command
  void show_step();
  void show_write();
  void show_ideas();
  void show_vote();
  void show_reading();
  void show_question();
  void show_board();
  void show_avis();
  void show_article();
  void show_messages();
  void show_help();
  void show_settings();
  void show_leave();
  void post_language();
  void post_write();
  void post_ideas();
  void post_vote();
  void post_help();
  void post_ready();
  void post_more();
  void post_leave();
  void after_write(const wire::Reply& reply);
  void after_ideas(const wire::Reply& reply);
  void after_vote(const wire::Reply& reply);
  void after_not_understood(const wire::Reply& reply);
  void after_help(const wire::Reply& reply);
  void after_ready(const wire::Reply& reply);
  void after_more(const wire::Reply& reply);

  Paper paper();
  Seen seen() const;
  Voting voting();
  std::string refusal_words(const wire::Reply& reply) const;
  std::string form_key() const;
  BallotSecret& ballots();
  void send_page(std::string body, int status = 200);
  void go_to(const std::string& location);
  void door(Faults faults, bool handed_back = false);
  void set_cookie(std::string_view name, const std::string& value, std::string_view path);
  void forget_cookies();

  Counter& counter_;
  Request request_;
  Form form_;
  Form query_;
  Session session_;
  Language language_ = Language::fr;
  std::optional<BallotSecret> ballots_;
  std::shared_ptr<Seat> seat_;
  bool knocking_ = false;
  const Route* route_ = nullptr;
  void (Visit::*after_)(const wire::Reply&) = nullptr;
  std::optional<core::Command> wanted_;  // to be said in the next act()
  std::string wanted_mark_;
  std::uint64_t number_ = 0;          // of the command said; 0: none
  std::optional<wire::Reply> first_;  // what became of it, while a second command puts its text away
  TimeMs now_ = 0;
  bool done_ = false;
  int turns_ = 0;
  Answer answer_;
};

}  // namespace tablee::simple
