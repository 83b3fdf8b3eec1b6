// host/texts.h: articles that people write together: who follows which text, and what leaves for each of them.
//
// Shape    A follower is one connection and one article: a screen of the room, whose binary frames begin with the
//          number of the article, or a program that speaks y-websocket as it is, for the one article it asked for.
// Order    A message is authorised and carried out like a command. After the commit, what changed leaves as one
//          update of the document's own, made once an article and shared by all its followers, at most every
//          limits::text_interval_ms. A follower whose last update has not left yet gets the difference from what it
//          has, in its place: nothing queues.
// Errors   A message that is refused is answered to its sender with the denial of y-protocols and a code. What goes on
//          from units that have not come is answered with the server's state vector too: the client then sends all it
//          lacks. Who has lost the right to read follows no more. A denial is heard before the count of what is
//          settled.
// Source   y-protocols 1.0, y-websocket 2. Departure: awareness tells of the sender alone, under the name on its card,
//          leaves at most every limits::awareness_interval_ms, and is in no journal.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "host/atelier.h"
#include "host/disk.h"
#include "host/host.h"
#include "host/replies.h"
#include "host/sessions.h"
#include "text/sync.h"
#include "text/update.h"

namespace tablee::host {

class Texts {
 public:
  Texts(Atelier& atelier, Sessions& sessions, Replies& replies, const Disk& disk);

  // A binary frame of a seated screen.
  void frame(ConnectionId id, std::string_view bytes);
  // A frame of a program that has joined.
  void message(ConnectionId id, ArticleId article, std::string_view bytes);
  // A frame of either came too fast: what it asked is not done.
  void hurried(ConnectionId id, std::string_view bytes);
  // The program's connection is open: it is told what to send.
  void join(ConnectionId id, ArticleId article);
  // Tells them that they may not.
  void deny(ConnectionId id, ArticleId article, const Refusal& refusal);
  // The connection goes.
  void forget(ConnectionId id);
  // Programs that have joined for this subject.
  Audience programs_of(const core::Subject& subject) const;

  // Requires: the turn is committed. `written`: articles in which something was.
  void deliver(const std::set<ArticleId>& written, TimeMs now, Turn& turn);
  // When something that waits may leave; 0: nothing waits.
  TimeMs next_due() const;

 private:
  struct Follower {
    ConnectionId id = 0;
    std::shared_ptr<const text::StateVector> has;  // before what waits in its outbox
    bool asks = false;                             // for all that it lacks
    std::uint64_t writes = 0;                      // received, whatever became of them
    bool writes_settled = true;                    // and told so
    bool denied = false;                           // in this turn
  };
  struct Present {
    ConnectionId id = 0;
    text::Presence presence;
    bool told = false;
  };
  struct Text {
    std::vector<Follower> followers;
    std::shared_ptr<const text::StateVector> told;  // once there was a follower
    std::map<std::uint64_t, Present> present;       // by client
    bool changed = false;
    TimeMs updates_from = 0;  // not before
    TimeMs awareness_from = 0;
  };
  // One update, for both kinds of followers.
  struct Frames {
    SharedFrame of_room;
    SharedFrame of_program;
  };

  Follower* follower(ConnectionId id, ArticleId article);
  // Null: it follows too many already, and was told so.
  Follower* follow(ConnectionId id, ArticleId article);
  void leave(ConnectionId id, ArticleId article);
  void states(ConnectionId id, ArticleId article, std::string_view states);
  void write(ConnectionId id, ArticleId article, std::string_view update);
  void number(ConnectionId id, ArticleId article);
  void awareness(ConnectionId id, ArticleId article, std::string_view bytes);
  void ask_states(ConnectionId id, ArticleId article);
  void reply(ConnectionId id, ArticleId article, const std::string& message);
  SharedFrame frame_for(ConnectionId id, ArticleId article, const std::string& message) const;
  const SharedFrame& shared(Frames& frames, ConnectionId id, ArticleId article, const std::string& message) const;
  bool is_program(ConnectionId id) const;
  std::string name_of(const core::Subject& subject) const;
  const text::Document& document(ArticleId article) const;
  // False: nobody is left, and the text is gone from the map.
  bool keep_readers(ArticleId article, Text& text);
  void updates(ArticleId article, Text& text, TimeMs now, Turn& turn);
  void answers(ArticleId article, Text& text, Turn& turn);
  static bool presence_waits(const Text& text);
  void presences(ArticleId article, Text& text, TimeMs now, Turn& turn);
  void settled(ArticleId article, Text& text, Turn& turn);

  Atelier& atelier_;
  Sessions& sessions_;
  Replies& replies_;
  const Disk& disk_;
  std::map<ArticleId, Text> texts_;  // that have followers
};

}  // namespace tablee::host
