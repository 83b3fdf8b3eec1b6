#include "wire/describe.h"

#include <algorithm>
#include <tuple>
#include <variant>

#include "base/check.h"
#include "core/view.h"
#include "wire/frame.h"

namespace tablee::wire {
namespace {

std::string_view scope_name(core::Scope scope) {
  switch (scope) {
    case core::Scope::everyone:
      return "everyone";
    case core::Scope::facilitator:
      return "facilitator";
    case core::Scope::table:
      return "table";
    case core::Scope::person:
      return "person";
    case core::Scope::companion:
      return "companion";
  }
  return "";
}

template <class... Messages>
void add_messages(Catalogue& catalogue, std::vector<MessageModel>& list) {
  (list.push_back({std::string{Messages::name}, catalogue.add<Messages>().name}), ...);
}

template <class... Commands>
void add_commands(ProtocolModel& model, const std::variant<Commands...>*) {
  add_messages<Commands...>(model.catalogue, model.commands);
}

template <class... Views>
void add_sections(ProtocolModel& model) {
  (model.sections.push_back({std::string{core::names_of(Views::section)[static_cast<std::size_t>(Views::section)]},
                             model.catalogue.add<Views>().name, std::string{scope_name(core::scope_of(Views::section))},
                             core::is_live(Views::section)}),
   ...);
  static_assert(sizeof...(Views) == core::section_count, "every section is described");
}

}  // namespace

bool Catalogue::has_struct(std::string_view name) const {
  return std::any_of(structs_.begin(), structs_.end(), [&](const StructModel& each) { return each.name == name; });
}

const StructModel& Catalogue::find(std::string_view name) const {
  const auto found =
      std::find_if(structs_.begin(), structs_.end(), [&](const StructModel& each) { return each.name == name; });
  TABLEE_CHECK(found != structs_.end());
  return *found;
}

ProtocolModel describe_protocol() {
  ProtocolModel model;
  add_messages<Hello, ClockAsk, Assign>(model.catalogue, model.client_frames);
  add_commands(model, static_cast<const core::Command*>(nullptr));
  add_messages<Welcome, Waiting, Ack, RefusalFrame, ClockAnswer, Beat>(model.catalogue, model.server_frames);
  add_sections<core::AtelierView, core::StepView, core::BoardView, core::VoteView, core::MeasureView,
               core::QuestionsView, core::TallyView, core::AvisView, core::NoticesView, core::ProjectorView,
               core::FloorView, core::CaptionsView, core::TableView, core::MeView, core::MineView, core::HelpedView,
               core::RunView, core::CountsView, core::PeopleView, core::SortingView, core::DeskView,
               core::ProgrammeView, core::SpeakingView, core::NeedsView>(model);
  model.sections.push_back({"presence", model.catalogue.add<PresenceView>().name, "facilitator", true});
  return model;
}

std::vector<NamedNumber> client_limits() {
  namespace l = limits;
  return {
      {"frame_bytes_max", l::frame_bytes_max, "bytes of one frame from a client"},
      {"json_depth_max", l::json_depth_max, "levels of objects and lists in a frame from a client, the frame included"},
      {"number_max", number_max, "the largest number of a command"},
      {"commands_per_second", l::commands_per_second, "commands one connection may send, sustained"},
      {"commands_burst", l::commands_burst, "commands one connection may send at once"},
      {"hello_timeout_ms", l::hello_timeout_ms, "time to say hello"},
      {"beat_interval_ms", l::beat_interval_ms, "between two beats of the server"},
      {"live_interval_ms", l::live_interval_ms, "the least time between two versions of a live section"},
      {"stuck_ms_max", l::stuck_ms_max, "how long a client may read nothing"},
      {"name_chars_max", l::name_chars_max, "characters of a name"},
      {"title_chars_max", l::title_chars_max, "characters of a cluster's title"},
      {"idea_chars_max", l::idea_chars_max, "characters of an idea; a step may ask for fewer"},
      {"draft_chars_max", l::draft_chars_max, "characters of a draft"},
      {"article_field_chars_max", l::article_field_chars_max,
       "characters of a field of an article; a frame may ask for fewer"},
      {"message_chars_max", l::message_chars_max, "characters of a message"},
      {"reason_chars_max", l::reason_chars_max, "characters of a reason"},
      {"comment_chars_max", l::comment_chars_max, "characters of a comment, and of an answer to it"},
      {"quote_chars_max", l::quote_chars_max, "characters of the words a comment is about"},
      {"promise_chars_max", l::promise_chars_max, "characters of a promise"},
      {"answer_chars_max", l::answer_chars_max, "characters of a written answer, and of its easy version"},
      {"answer_source_chars_max", l::answer_source_chars_max, "characters of its source"},
      {"question_chars_max", l::question_chars_max, "characters of a question of a table; a step may ask for fewer"},
      {"signal_about_chars_max", l::signal_about_chars_max, "characters of what a signal is about"},
      {"free_words_chars_max", l::free_words_chars_max, "characters of a free answer to a questionnaire"},
      {"caption_chars_max", l::caption_chars_max, "characters of a line of captions"},
      {"spoken_words_chars_max", l::spoken_words_chars_max, "characters of words on the screen of a table"},
      {"place_chars_max", l::place_chars_max, "characters of the name of a part of a screen"},
      {"end_notice_seconds_min", l::end_notice_seconds_min, "seconds between the notice of an end and the end"},
      {"end_notice_seconds_max", l::end_notice_seconds_max, "the most of them"},
      {"end_delay_ms", l::end_delay_ms, "what one touch adds to them"},
      {"points_max", l::points_max, "points on one option; a rule may allow fewer"},
      {"people_max", l::people_max, "people in the room"},
      {"tables_max", l::tables_max, "tables in the room"},
      {"clusters_max", l::clusters_max, "clusters on the board"},
      {"ideas_per_person_max", l::ideas_per_person_max, "ideas of one person in one step"},
      {"signals_per_person_max", l::signals_per_person_max, "signals of one person"},
      {"messages_max", l::messages_max, "messages of the facilitator"},
      {"extension_minutes_max", l::extension_minutes_max, "minutes of one extension"},
      {"undo_ms", l::undo_ms, "how long a transition can be undone"},
      {"late_grace_ms", l::late_grace_ms, "how long after its end a step still receives ideas"},
      {"code_length", static_cast<std::int64_t>(code_length), "letters of a card code"},
  };
}

std::vector<NamedNumber> close_codes() {
  const auto number = [](CloseCode code) { return static_cast<std::int64_t>(code); };
  return {
      {"going_away", number(CloseCode::going_away), "the server stops: come back soon"},
      {"too_big", number(CloseCode::too_big), "a frame was past frame_bytes_max: do not send it again"},
      {"hello_expected", number(CloseCode::hello_expected),
       "no hello in time, or another frame first: a mistake in the client"},
      {"bad_credential", number(CloseCode::bad_credential),
       "the token kept is no longer good: forget it and ask for the card"},
      {"too_slow", number(CloseCode::too_slow), "read nothing for stuck_ms_max: come back"},
      {"too_fast", number(CloseCode::too_fast), "kept on after rate_limited: come back after 10 s"},
      {"unsupported", number(CloseCode::unsupported), "another protocol version: load the page again"},
      {"full", number(CloseCode::full), "no place for one more connection: try again after 10 s"},
  };
}

std::vector<std::string_view> code_meanings() {
  std::vector<std::string_view> meanings{
      "Not JSON, not UTF-8, too deep, a member given twice, or not one of the frames of the protocol.",
      "No frame, command or role has this name.",
      "A field the message does not have.",
      "A field the message must have.",
      "A field of another JSON type. A number written with a point or an exponent is not an integer.",
      "A number or a choice outside its bounds, or a text or a list below its least length.",
      "A text or a list past its bound, or a frame past frame_bytes_max.",
      "One more would pass a bound of the room.",
      "This role may not do this.",
      "No such person, table, idea, cluster, article, poll or step.",
      "The programme is not at a step where this is possible.",
      "Not in the present state: already open, already closed, paused.",
      "Somebody else changed it first.",
      "No card, table or link has this code.",
      "Too fast: try again after `retry_ms`.",
      "A protocol version, or a kind of frame, that this server does not speak.",
      "The disk is nearly full: nothing new can be kept.",
  };
  TABLEE_CHECK(meanings.size() == code_names.size());
  return meanings;
}

std::vector<GeneratedFile> generated_files() {
  return {{"protocol/messages.json", messages_json()},
          {"protocol/errors.md", errors_markdown()},
          {"protocol/scenario.schema.json", scenario_schema()},
          {"client-web/src/protocol/messages.ts", messages_typescript()}};
}

}  // namespace tablee::wire
