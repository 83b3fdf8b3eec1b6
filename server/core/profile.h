// core/profile.h: how one person wants their screen, and what they wish of the room.
//
// Shape    One struct of settings, all combinable, defaults first. They name wishes, never conditions.
// Secrecy  A set of wishes can betray a disability, so it is treated as health data (GDPR, art. 9): kept as a record
//          of its own under the person's card, never an event, in no log and no export, erased when the avis is
//          sealed. The team sees counts of what to prepare (view_needs.h), and the person's own wishes only when they
//          said so.
// Source   Section 7.1 of the project's accessibility reference.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "base/field.h"

namespace tablee::core {

enum class Colours { light, dark, cream, yellow_on_black, device };
constexpr auto names_of(Colours) {
  return std::array<std::string_view, 5>{"light", "dark", "cream", "yellow_on_black", "device"};
}

enum class Typeface { atkinson, andika, lexend, opendyslexic };
constexpr auto names_of(Typeface) {
  return std::array<std::string_view, 4>{"atkinson", "andika", "lexend", "opendyslexic"};
}

// Between letters and between words together (WCAG 2.2, 1.4.12).
enum class Spacing { normal, wide, wider };
constexpr auto names_of(Spacing) {
  return std::array<std::string_view, 3>{"normal", "wide", "wider"};
}

// simple: one task, at most seven controls.
enum class Layout { full, simple };
constexpr auto names_of(Layout) {
  return std::array<std::string_view, 2>{"full", "simple"};
}

enum class Wording { fr, falc, en };
constexpr auto names_of(Wording) {
  return std::array<std::string_view, 3>{"fr", "falc", "en"};
}

enum class Pictograms { words, everywhere, none };
constexpr auto names_of(Pictograms) {
  return std::array<std::string_view, 3>{"words", "everywhere", "none"};
}

enum class ReadAloud { button, automatic, never };
constexpr auto names_of(ReadAloud) {
  return std::array<std::string_view, 3>{"button", "automatic", "never"};
}

enum class Voice { server, device };
constexpr auto names_of(Voice) {
  return std::array<std::string_view, 2>{"server", "device"};
}

enum class Captions { closed, band, full };
constexpr auto names_of(Captions) {
  return std::array<std::string_view, 3>{"closed", "band", "full"};
}

enum class SignLanguage { none, beside, large };
constexpr auto names_of(SignLanguage) {
  return std::array<std::string_view, 3>{"none", "beside", "large"};
}

enum class Scanning { none, one_switch, two_switches };
constexpr auto names_of(Scanning) {
  return std::array<std::string_view, 3>{"none", "one_switch", "two_switches"};
}

// How the person takes part when they speak: with their voice, by the tablet's voice, on the screen of their table.
enum class SpeakingWay { voice, tablet, table_screen };
constexpr auto names_of(SpeakingWay) {
  return std::array<std::string_view, 3>{"voice", "tablet", "table_screen"};
}

// Whether the person may be asked to speak: at any time, not by surprise, by a message first.
enum class Calling { any_time, not_by_surprise, by_message };
constexpr auto names_of(Calling) {
  return std::array<std::string_view, 3>{"any_time", "not_by_surprise", "by_message"};
}

struct Profile {
  std::int64_t text_px = 20;
  Colours colours = Colours::light;
  Typeface typeface = Typeface::atkinson;
  Spacing spacing = Spacing::normal;
  bool ruler = false;
  Layout layout = Layout::full;
  Wording wording = Wording::fr;
  Pictograms pictograms = Pictograms::words;
  ReadAloud read_aloud = ReadAloud::button;
  std::int64_t speech_percent = 100;
  Voice voice = Voice::server;
  bool headphones = false;
  Captions captions = Captions::closed;
  SignLanguage sign_language = SignLanguage::none;
  std::int64_t target_px = 44;
  std::int64_t hold_ms = 0;
  std::int64_t repeat_ms = 0;
  Scanning scanning = Scanning::none;
  std::int64_t scan_ms = 2'000;
  bool scan_sound = false;
  std::int64_t dwell_ms = 0;
  bool still = false;
  bool sounds = false;
  bool follow = false;
  bool timer_hidden = false;
  SpeakingWay speaking = SpeakingWay::voice;
  Calling calling = Calling::any_time;
  bool accompanied = false;
  bool calm = false;
  bool screen_reader = false;
  bool tell_team = false;
  bool operator==(const Profile&) const = default;
  static constexpr auto fields() {
    return fields_of(
        field("text_px", &Profile::text_px, "size of text at the browser's default zoom", between(20, 40)),
        field("colours", &Profile::colours, "colours of the screen"),
        field("typeface", &Profile::typeface, "shapes of the letters"),
        field("spacing", &Profile::spacing, "space between letters, words and lines"),
        field("ruler", &Profile::ruler, "true: a line to read along"),
        field("layout", &Profile::layout, "how much is on one screen"),
        field("wording", &Profile::wording, "language and way of writing"),
        field("pictograms", &Profile::pictograms, "where pictures stand beside words"),
        field("read_aloud", &Profile::read_aloud, "when texts are read aloud"),
        field("speech_percent", &Profile::speech_percent, "speed of the voice, in percent", between(70, 130)),
        field("voice", &Profile::voice, "whose voice reads"),
        field("headphones", &Profile::headphones, "true: what is private may be read aloud"),
        field("captions", &Profile::captions, "what is said in the room, in writing"),
        field("sign_language", &Profile::sign_language, "video in sign language"),
        field("target_px", &Profile::target_px, "least size of what is touched", between(44, 96)),
        field("hold_ms", &Profile::hold_ms, "how long a touch must last", between(0, 500)),
        field("repeat_ms", &Profile::repeat_ms, "a second touch within this time is ignored", between(0, 1'000)),
        field("scanning", &Profile::scanning, "controls offered one after the other, chosen with a switch"),
        field("scan_ms", &Profile::scan_ms, "time on each", between(800, 5'000)),
        field("scan_sound", &Profile::scan_sound, "true: a sound at each"),
        field("dwell_ms", &Profile::dwell_ms, "the pointer resting so long presses; 0: it does not", up_to(3'000)),
        field("still", &Profile::still, "true: nothing moves on the screen, whatever the device says"),
        field("sounds", &Profile::sounds, "true: soft sounds"),
        field("follow", &Profile::follow, "true: a new step opens by itself when nothing is being written"),
        field("timer_hidden", &Profile::timer_hidden, "true: the time left is hidden"),
        field("speaking", &Profile::speaking, "how the person speaks"),
        field("calling", &Profile::calling, "whether they may be asked to speak"),
        field("accompanied", &Profile::accompanied, "true: somebody helps them"),
        field("calm", &Profile::calm, "true: they would like a calm place"),
        field("screen_reader", &Profile::screen_reader, "true: our voice is silent and no step opens by itself"),
        field("tell_team", &Profile::tell_team, "true: the team may see these wishes beside the name"));
  }
};

}  // namespace tablee::core
