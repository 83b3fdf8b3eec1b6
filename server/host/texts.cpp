#include "host/texts.h"

#include <algorithm>
#include <limits>
#include <utility>
#include <variant>

#include "base/limits.h"
#include "core/writing.h"
#include "text/lib0.h"
#include "text/read.h"
#include "wire/awareness.h"
#include "wire/encode.h"

namespace tablee::host {
namespace {

enum class Slot : std::uint64_t { update, awareness, settled };

std::uint64_t name_of_slot(ArticleId article, Slot slot) {
  return article.value * std::uint64_t{4} + static_cast<std::uint64_t>(slot);
}

std::string with_article(ArticleId article, const std::string& message) {
  text::Writer writer;
  writer.var_uint(article.value);
  writer.raw(message);
  return writer.take();
}

}  // namespace

Texts::Texts(Atelier& atelier, Sessions& sessions, Replies& replies, const Disk& disk)
    : atelier_(atelier), sessions_(sessions), replies_(replies), disk_(disk) {}

const text::Document& Texts::document(ArticleId article) const {
  return atelier_.state().articles.at(article).text;
}

bool Texts::is_program(ConnectionId id) const {
  return static_cast<bool>(sessions_.at(id).program_of);
}

SharedFrame Texts::frame_for(ConnectionId id, ArticleId article, const std::string& message) const {
  return std::make_shared<const std::string>(
      wire::websocket_binary(is_program(id) ? message : with_article(article, message)));
}

const SharedFrame& Texts::shared(Frames& frames, ConnectionId id, ArticleId article, const std::string& message) const {
  SharedFrame& frame = is_program(id) ? frames.of_program : frames.of_room;
  if (frame == nullptr) {
    frame = frame_for(id, article, message);
  }
  return frame;
}

void Texts::reply(ConnectionId id, ArticleId article, const std::string& message) {
  replies_.frame(id, frame_for(id, article, message));
}

void Texts::deny(ConnectionId id, ArticleId article, const Refusal& refusal) {
  if (Follower* denied = follower(id, article)) {
    denied->denied = true;
  }
  reply(id, article, text::encode_denied(code_names[static_cast<std::size_t>(refusal.code)]));
}

void Texts::ask_states(ConnectionId id, ArticleId article) {
  reply(id, article, text::encode_message(text::MessageKind::states, document(article).state_vector()));
}

void Texts::frame(ConnectionId id, std::string_view bytes) {
  text::Reader reader(bytes);
  const std::uint64_t number = reader.var_uint();
  if (reader.failed() || number == 0 || number > std::numeric_limits<std::uint32_t>::max()) {
    replies_.refuse(id, std::nullopt, refuse(Code::malformed, "", "A binary frame begins with the number of a text."));
    return;
  }
  message(id, ArticleId{static_cast<std::uint32_t>(number)}, std::string_view(reader.place(), reader.left()));
}

void Texts::message(ConnectionId id, ArticleId article, std::string_view bytes) {
  const auto message = text::decode_message(bytes);
  if (!message) {
    deny(id, article, message.error());
    return;
  }
  if (const auto reads = core::may_read_text(atelier_.state(), sessions_.at(id).subject, article); !reads) {
    deny(id, article, reads.error());
    return;
  }
  switch (message->kind) {
    case text::MessageKind::states:
      return states(id, article, message->bytes);
    case text::MessageKind::answer:
    case text::MessageKind::update:
      return write(id, article, message->bytes);
    case text::MessageKind::awareness:
      return awareness(id, article, message->bytes);
    case text::MessageKind::ask_awareness:
      if (follower(id, article) != nullptr) {
        for (auto& [client, present] : texts_.at(article).present) {
          present.told = false;
        }
      }
      return;
    case text::MessageKind::number:
      return number(id, article);
    case text::MessageKind::close:
      return leave(id, article);
    case text::MessageKind::denied:
      return deny(id, article, refuse(Code::unsupported, "", "only the server denies"));
  }
}

void Texts::join(ConnectionId id, ArticleId article) {
  follow(id, article);
  ask_states(id, article);
}

void Texts::hurried(ConnectionId id, std::string_view bytes) {
  text::Reader reader(bytes);
  const ArticleId own = sessions_.at(id).program_of;
  const std::uint64_t number = own ? own.value : reader.var_uint();
  const ArticleId article{static_cast<std::uint32_t>(number)};
  Follower* from = follower(id, article);
  const auto message = text::decode_message(std::string_view(reader.place(), reader.left()));
  if (from != nullptr && message &&
      (message->kind == text::MessageKind::answer || message->kind == text::MessageKind::update)) {
    ++from->writes;
    from->writes_settled = false;
  }
  deny(id, article, refuse(Code::rate_limited, "", "Frames come too fast."));
  if (own && from != nullptr) {
    ask_states(id, article);
  }
}

Texts::Follower* Texts::follower(ConnectionId id, ArticleId article) {
  const auto text = texts_.find(article);
  if (text == texts_.end()) {
    return nullptr;
  }
  auto& followers = text->second.followers;
  const auto found =
      std::find_if(followers.begin(), followers.end(), [&](const Follower& each) { return each.id == id; });
  return found == followers.end() ? nullptr : &*found;
}

Texts::Follower* Texts::follow(ConnectionId id, ArticleId article) {
  if (Follower* known = follower(id, article)) {
    return known;
  }
  std::vector<ArticleId>& followed = sessions_.at(id).texts;
  if (followed.size() >= static_cast<std::size_t>(limits::texts_followed_max)) {
    deny(id, article, refuse(Code::too_many, "", "One screen follows no more texts."));
    return nullptr;
  }
  followed.push_back(article);
  Text& text = texts_[article];
  if (text.told == nullptr) {
    // What was written while nobody followed is in what the first one asks for.
    atelier_.take_text_changes(article);
    text.told = std::make_shared<const text::StateVector>(text::states_of(document(article)));
  }
  Follower& made = text.followers.emplace_back();
  made.id = id;
  made.has = text.told;
  return &made;
}

void Texts::leave(ConnectionId id, ArticleId article) {
  std::erase(sessions_.at(id).texts, article);
  const auto found = texts_.find(article);
  if (found == texts_.end()) {
    return;
  }
  Text& text = found->second;
  std::erase_if(text.followers, [&](const Follower& each) { return each.id == id; });
  for (auto& [client, present] : text.present) {
    if (present.id == id && present.presence.json != "null") {
      present.presence = {client, present.presence.clock + 1, "null"};
      present.told = false;
    }
  }
  if (text.followers.empty()) {
    texts_.erase(found);
  }
}

void Texts::forget(ConnectionId id) {
  const std::vector<ArticleId> followed = sessions_.at(id).texts;
  for (const ArticleId article : followed) {
    leave(id, article);
  }
}

Audience Texts::programs_of(const core::Subject& subject) const {
  std::set<ConnectionId> found;
  for (const auto& [article, text] : texts_) {
    for (const Follower& each : text.followers) {
      if (is_program(each.id) && sessions_.at(each.id).subject == subject) {
        found.insert(each.id);
      }
    }
  }
  return Audience(found.begin(), found.end());
}

void Texts::states(ConnectionId id, ArticleId article, std::string_view bytes) {
  auto states = text::decode_state_vector(bytes);
  if (!states) {
    deny(id, article, states.error());
    return;
  }
  const bool is_new = follower(id, article) == nullptr;
  Follower* asking = follow(id, article);
  if (asking == nullptr) {
    return;
  }
  asking->has = std::make_shared<const text::StateVector>(std::move(*states));
  asking->asks = true;
  for (auto& [client, present] : texts_[article].present) {
    present.told = present.told && !is_new;
  }
  // Whoever may not write is not asked for what they have.
  if (sessions_.at(id).subject.role != core::Role::facilitator && !is_program(id)) {
    ask_states(id, article);
  }
}

void Texts::write(ConnectionId id, ArticleId article, std::string_view update) {
  const bool is_new = follower(id, article) == nullptr;
  Follower* from = follow(id, article);
  if (from == nullptr) {
    return;
  }
  if (is_new) {
    // What it has was never said: it is told everything.
    from->has = std::make_shared<const text::StateVector>();
    from->asks = true;
  }
  ++from->writes;
  from->writes_settled = false;
  const Connection& connection = sessions_.at(id);
  const core::Envelope envelope = atelier_.envelope(connection.subject, connection.sender, 0);
  const auto decision = core::decide_text(atelier_.state(), envelope, core::WriteText{article, std::string(update)});
  if (!decision) {
    deny(id, article, decision.error());
    if (decision.error().code == Code::conflict) {
      ask_states(id, article);
    }
    return;
  }
  if (decision->events.empty()) {
    return;
  }
  if (disk_.full()) {
    deny(id, article, refuse(Code::storage_low, "", "The disk is nearly full."));
    return;
  }
  const bool is_late = std::holds_alternative<core::TextReceived>(*decision->events.begin());
  atelier_.carry_out(envelope, *decision);
  if (is_late && is_program(id)) {
    // Kept beside the text: a screen of the room shows it there, a program has to be told.
    deny(id, article, refuse(Code::wrong_step, "", "What comes after the end is kept beside the text."));
  }
}

void Texts::number(ConnectionId id, ArticleId article) {
  const Connection& connection = sessions_.at(id);
  const core::Envelope envelope = atelier_.envelope(connection.subject, connection.sender, 0);
  const auto decision = core::decide_text(atelier_.state(), envelope, core::NumberWriter{article});
  if (!decision) {
    deny(id, article, decision.error());
    return;
  }
  atelier_.carry_out(envelope, *decision);
  const auto& given = std::get<core::WriterNumbered>(*decision->events.begin());
  reply(id, article, text::encode_number(static_cast<std::uint64_t>(given.client)));
}

void Texts::awareness(ConnectionId id, ArticleId article, std::string_view bytes) {
  auto all = text::decode_awareness(bytes);
  if (!all) {
    deny(id, article, all.error());
    return;
  }
  if (follower(id, article) == nullptr) {
    return;
  }
  Text& text = texts_[article];
  const core::Subject& subject = sessions_.at(id).subject;
  const auto& writers = atelier_.state().articles.at(article).writers;
  for (text::Presence& one : *all) {
    const auto writer = writers.find(one.client);
    const auto known = text.present.find(one.client);
    const bool others =
        (writer != writers.end() && writer->second.subject != subject) ||
        (known != text.present.end() && known->second.id != id && known->second.presence.json != "null");
    const bool is_first = known == text.present.end();
    const std::size_t own = static_cast<std::size_t>(std::count_if(
        text.present.begin(), text.present.end(), [&](const auto& entry) { return entry.second.id == id; }));
    auto signed_json = wire::signed_presence(one.json, name_of(subject));
    if (others || !signed_json || (is_first && own >= text::presences_max) ||
        (!is_first && one.clock < known->second.presence.clock)) {
      continue;
    }
    text.present[one.client] = {id, {one.client, one.clock, std::move(*signed_json)}, false};
  }
}

std::string Texts::name_of(const core::Subject& subject) const {
  const core::State& state = atelier_.state();
  if (subject.role == core::Role::participant) {
    return state.cards.at(subject.person).display_name;
  }
  return subject.role == core::Role::table ? state.tables.at(subject.table).title : std::string{};
}

bool Texts::keep_readers(ArticleId article, Text& text) {
  std::vector<ConnectionId> strangers;
  for (const Follower& each : text.followers) {
    if (!core::may_read_text(atelier_.state(), sessions_.at(each.id).subject, article)) {
      strangers.push_back(each.id);
    }
  }
  for (const ConnectionId id : strangers) {
    deny(id, article, refuse(Code::not_allowed, "", "Another table writes this article now."));
    leave(id, article);
  }
  return texts_.contains(article);
}

void Texts::answers(ArticleId article, Text& text, Turn& turn) {
  for (Follower& each : text.followers) {
    if (each.asks) {
      each.asks = false;
      const std::string update = document(article).missing_from(*each.has);
      sessions_.at(each.id).outbox.put_named(
          name_of_slot(article, Slot::update),
          frame_for(each.id, article, text::encode_message(text::MessageKind::answer, update)));
      make_ready(sessions_.at(each.id), each.id, turn);
    }
  }
}

void Texts::updates(ArticleId article, Text& text, TimeMs now, Turn& turn) {
  text.changed = false;
  text.updates_from = now + limits::text_interval_ms;
  const std::string update = atelier_.take_text_changes(article);
  const auto before =
      std::exchange(text.told, std::make_shared<const text::StateVector>(text::states_of(document(article))));
  if (update.empty()) {
    return;
  }
  const std::string message = text::encode_message(text::MessageKind::update, update);
  Frames frames;
  std::map<const text::StateVector*, std::pair<std::string, Frames>> late;
  for (Follower& each : text.followers) {
    if (each.asks) {
      continue;
    }
    Outbox& outbox = sessions_.at(each.id).outbox;
    const std::uint64_t slot = name_of_slot(article, Slot::update);
    if (!outbox.holds_named(slot)) {
      each.has = before;
      outbox.put_named(slot, shared(frames, each.id, article, message));
    } else {
      auto& [theirs, their_frames] = late[each.has.get()];
      if (theirs.empty()) {
        theirs = text::encode_message(text::MessageKind::answer, document(article).missing_from(*each.has));
      }
      outbox.put_named(slot, shared(their_frames, each.id, article, theirs));
    }
    make_ready(sessions_.at(each.id), each.id, turn);
  }
}

bool Texts::presence_waits(const Text& text) {
  return std::any_of(text.present.begin(), text.present.end(), [](const auto& entry) { return !entry.second.told; });
}

void Texts::presences(ArticleId article, Text& text, TimeMs now, Turn& turn) {
  text.awareness_from = now + limits::awareness_interval_ms;
  std::vector<text::Presence> all;
  for (auto& [client, present] : text.present) {
    present.told = true;
    all.push_back(present.presence);
  }
  std::erase_if(text.present, [](const auto& entry) { return entry.second.presence.json == "null"; });
  const std::string message = text::encode_message(text::MessageKind::awareness, text::encode_awareness(all));
  Frames frames;
  for (const Follower& each : text.followers) {
    sessions_.at(each.id).outbox.put_named(name_of_slot(article, Slot::awareness),
                                           shared(frames, each.id, article, message));
    make_ready(sessions_.at(each.id), each.id, turn);
  }
}

void Texts::settled(ArticleId article, Text& text, Turn& turn) {
  for (Follower& each : text.followers) {
    if (std::exchange(each.writes_settled, true) || is_program(each.id)) {
      continue;
    }
    const SharedFrame frame = frame_for(each.id, article, text::encode_settled(each.writes));
    // A denial is heard before the count in which it is.
    if (Outbox& outbox = sessions_.at(each.id).outbox; std::exchange(each.denied, false) || outbox.holds_replies()) {
      replies_.frame(each.id, frame);
    } else {
      outbox.put_named(name_of_slot(article, Slot::settled), frame);
    }
    make_ready(sessions_.at(each.id), each.id, turn);
  }
}

void Texts::deliver(const std::set<ArticleId>& written, TimeMs now, Turn& turn) {
  std::vector<ArticleId> followed;
  for (const auto& [article, text] : texts_) {
    followed.push_back(article);
  }
  for (const ArticleId article : followed) {
    Text& text = texts_.at(article);
    text.changed = text.changed || written.contains(article);
    const bool leaves = text.changed && now >= text.updates_from;
    const bool tells = presence_waits(text) && now >= text.awareness_from;
    if ((leaves || tells) && !keep_readers(article, text)) {
      continue;
    }
    if (leaves) {
      updates(article, text, now, turn);
    }
    answers(article, text, turn);
    if (tells) {
      presences(article, text, now, turn);
    }
    settled(article, text, turn);
  }
}

TimeMs Texts::next_due() const {
  TimeMs due = 0;
  const auto sooner = [&](TimeMs at) { due = due == 0 ? std::max<TimeMs>(at, 1) : std::min(due, at); };
  for (const auto& [article, text] : texts_) {
    if (text.changed) {
      sooner(text.updates_from);
    }
    if (presence_waits(text)) {
      sooner(text.awareness_from);
    }
  }
  return due;
}

}  // namespace tablee::host
