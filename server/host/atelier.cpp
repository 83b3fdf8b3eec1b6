#include "host/atelier.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "core/apply.h"
#include "core/deadline.h"
#include "core/ways_out.h"
#include "wire/journal.h"

namespace tablee::host {
namespace {

// One deadline may bring the next one to the same moment (a step ends, and the grace for late ideas with it); more in a
// row than this is a core that does not move forward.
constexpr int deadlines_at_once_max = 16;

const core::Card* card_in_use(const core::State& state, const core::Card& card) {
  if (card.companion.value_or(false)) {
    const auto found = state.companions.find(card.person);
    return found == state.companions.end() ? nullptr : &found->second;
  }
  if (card.person) {
    const auto found = state.cards.find(card.person);
    return found == state.cards.end() ? nullptr : &found->second;
  }
  if (card.table) {
    const auto found = state.table_cards.find(card.table);
    return found == state.table_cards.end() ? nullptr : &found->second;
  }
  if (card.captioner.value_or(false)) {
    return &state.captioner;
  }
  return card.expert.value_or(false) ? &state.expert : &state.facilitator;
}

}  // namespace

Atelier::Atelier(store::Log& log, core::State state, std::function<Entropy()> entropy)
    : log_(log),
      state_(std::move(state)),
      entropy_(std::move(entropy)),
      doors_(state_),
      now_(state_.last_event_at),
      deadline_(core::next_deadline(state_)) {}

TimeMs Atelier::move_on(TimeMs clock) {
  now_ = std::max(now_, clock);
  return now_;
}

core::Envelope Atelier::envelope(const core::Subject& subject, std::string_view sender, std::uint64_t number) const {
  core::Envelope envelope;
  envelope.subject = subject;
  envelope.sender = sender;
  envelope.number = number;
  envelope.now = now_;
  envelope.entropy = entropy_();
  return envelope;
}

void Atelier::carry_out(const core::Envelope& envelope, const core::Decision& decision) {
  carry_out_once(envelope, decision);
  core::Events gesture = decision.events;
  while (!gesture.empty() && !failed()) {
    const core::Decision more = core::decide_consequences(state_, gesture);
    if (more.events.empty()) {
      break;
    }
    carry_out_once(envelope, more);
    gesture.append(more.events);
  }
  if (!gesture.empty()) {
    deadline_ = core::next_deadline(state_);
    weigh_due_ = true;
  }
}

void Atelier::carry_out_once(const core::Envelope& envelope, const core::Decision& decision) {
  if (failed() || !append(envelope, decision)) {
    return;
  }
  const core::Stamp stamp{envelope.now, envelope.subject, envelope.sender, envelope.number};
  for (const core::Event& event : decision.events) {
    core::apply(state_, stamp, event);
    note(event);
  }
  for (const core::Record& record : decision.records) {
    apply_record(record);
  }
}

bool Atelier::append(const core::Envelope& envelope, const core::Decision& decision) {
  for (const core::Event& event : decision.events) {
    wire::StoredEvent stored = wire::encode_event(event);
    store::Row row;
    row.at = envelope.now;
    row.subject = envelope.subject == core::Subject{} ? "host" : wire::encode_subject(envelope.subject);
    row.sender = envelope.sender;
    row.number = envelope.number;
    row.type = std::move(stored.type);
    row.body = std::move(stored.body);
    if (auto appended = log_.append(row); !appended) {
      failure_ = appended.error();
      return false;
    }
  }
  for (const core::Record& record : decision.records) {
    wire::StoredRecord stored = wire::encode_record(record);
    const store::RecordRow row{std::move(stored.kind), core::record_key(record), std::move(stored.body),
                               core::is_erased(record)};
    if (auto put = log_.put(row); !put) {
      failure_ = put.error();
      return false;
    }
  }
  return true;
}

void Atelier::note(const core::Event& event) {
  core::touch(state_, event, changes_.touched);
  if (const auto* gone = std::get_if<core::PersonGone>(&event); gone != nullptr && gone->gone) {
    changes_.people_shut_out.push_back(gone->person);
    changes_.companions_shut_out.push_back(gone->person);
  }
  if (const auto* replaced = std::get_if<core::CardReplaced>(&event)) {
    changes_.people_shut_out.push_back(replaced->person);
  }
  if (const auto* removed = std::get_if<core::TableRemoved>(&event)) {
    changes_.tables_shut_out.push_back(removed->table);
  }
  if (const auto* written = std::get_if<core::TextWritten>(&event)) {
    changes_.texts.insert(written->article);
  }
  if (const auto* settled = std::get_if<core::ReceivedSettled>(&event)) {
    changes_.texts.insert(settled->article);
  }
  changes_.poll_closed |= std::holds_alternative<core::PollClosed>(event);
}

void Atelier::apply_record(const core::Record& record) {
  if (const auto* card = std::get_if<core::Card>(&record)) {
    doors_.set(*card, card_in_use(state_, *card));
    if (card->companion.value_or(false)) {
      changes_.companions_shut_out.push_back(card->person);
    }
  }
  core::apply(state_, record);
  core::touch(state_, record, changes_.touched);
}

void Atelier::keep_time() {
  for (int count = 0; count < deadlines_at_once_max && deadline_ != 0 && deadline_ <= now_; ++count) {
    const core::Envelope own = envelope({}, "", 0);
    const core::Decision decision = core::decide_tick(state_, own);
    if (decision.events.empty() || failed()) {
      return;
    }
    carry_out(own, decision);
  }
}

void Atelier::weigh_ways_out() {
  weigh_due_ = weigh_due_ || (weigh_at_ != 0 && weigh_at_ <= now_);
  for (int count = 0; count < deadlines_at_once_max && weigh_due_ && !failed(); ++count) {
    weigh_due_ = false;
    const core::Envelope own = envelope({}, "", 0);
    const core::Decision decision = core::decide_ways_out(state_, own);
    if (!decision.events.empty()) {
      carry_out(own, decision);
    }
    weigh_at_ = core::next_weighing(state_, now_);
  }
}

TimeMs Atelier::deadline() const {
  return deadline_ == 0 || weigh_at_ == 0 ? std::max(deadline_, weigh_at_) : std::min(deadline_, weigh_at_);
}

Result<Nothing> Atelier::commit() {
  if (failed()) {
    return *failure_;
  }
  auto committed = log_.commit();
  if (!committed) {
    failure_ = committed.error();
  }
  return committed;
}

std::string Atelier::take_text_changes(ArticleId article) {
  return state_.articles.at(article).text.take_changes();
}

Changes Atelier::take_changes() {
  return std::exchange(changes_, {});
}

}  // namespace tablee::host
