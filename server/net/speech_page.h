// net/speech_page.h: GET /speech?text=…&lang=fr&speed=100: one sentence as sound. Requests and answers as text, no
// socket.
//
// Shape    text: percent-encoded UTF-8, 1 to speech::text_chars_max code points. lang: fr or en, fr when absent.
//          speed: a percentage from 70 to 130, 100 when absent. The answer is audio/wav, whole or one range of it;
//          the same address sounds the same for a day, so tablets may keep it.
// Errors   Plain French sentences: 400 for what is asked wrongly, 405, 416, 429 when one address asks too often, 503
//          when the voice is absent, fails or has too much to do.
// Source   RFC 9110 (ranges, conditional requests); safari asks for `bytes=0-1` before it plays anything.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "net/pages.h"
#include "speech/engine.h"
#include "speech/kept.h"

namespace tablee::net {

inline constexpr std::string_view speech_path = "/speech";
inline constexpr std::int64_t speech_kept_seconds = 24LL * 60 * 60;

// What a request for speech says, as far as it changes the answer.
struct SpeechRequest {
  std::string method;
  std::string query;
  std::string if_none_match;
  std::string range;
  bool keep_alive = true;
};

// The sentence, ready to be said; or the refusal, whose detail is the French sentence of a 400.
Result<speech::Sentence> sentence_of(std::string_view query);

// The tag of what reader.key_of() names.
std::string speech_tag(std::string_view key);

// 200, 206, 304 or 416. `wav` may be null when the tag matches.
PageAnswer answer_speech(const SpeechRequest& request, const std::string& tag, speech::SharedWav wav);

// One plain sentence. `status` is one of 400, 405, 429, 503.
PageAnswer answer_speech_refusal(int status, std::string_view sentence, const SpeechRequest& request,
                                 std::int64_t retry_ms = 0);

// 503, with the words for this fault.
PageAnswer answer_speech_fault(speech::Fault fault, const SpeechRequest& request);

}  // namespace tablee::net
