#include "net/speech_page.h"

#include <charconv>
#include <optional>
#include <utility>

#include "base/utf8.h"
#include "net/http_rules.h"
#include "speech/limits.h"

namespace tablee::net {

namespace {

Refusal wrong(std::string_view field, std::string sentence) {
  return refuse(Code::malformed, std::string(field), std::move(sentence));
}

std::string_view reason_of(int status) {
  switch (status) {
    case 400:
      return "Bad Request";
    case 405:
      return "Method Not Allowed";
    case 416:
      return "Range Not Satisfiable";
    case 429:
      return "Too Many Requests";
    default:
      return "Service Unavailable";
  }
}

struct Fields {
  std::optional<std::string> text;
  std::string lang = "fr";
  std::string speed = "100";
};

Result<Fields> fields_of(std::string_view query) {
  Fields fields;
  while (!query.empty()) {
    const std::string_view pair = query.substr(0, query.find('&'));
    query.remove_prefix(std::min(pair.size() + 1, query.size()));
    const std::string_view name = pair.substr(0, pair.find('='));
    const auto value = form_decoded(pair.substr(std::min(name.size() + 1, pair.size())));
    if (!value) {
      return wrong(name, "Le texte à lire est mal codé.");
    }
    if (name == "text") {
      fields.text = *value;
    } else if (name == "lang") {
      fields.lang = *value;
    } else if (name == "speed") {
      fields.speed = *value;
    } else {
      return wrong(name, "La lecture à voix haute ne connaît que text, lang et speed.");
    }
  }
  return fields;
}

}  // namespace

Result<speech::Sentence> sentence_of(std::string_view query) {
  const auto fields = fields_of(query);
  if (!fields) {
    return fields.error();
  }
  if (!fields->text) {
    return wrong("text", "Il manque le texte à lire.");
  }
  const auto length = utf8_length(*fields->text);
  if (!length) {
    return wrong("text", "Le texte à lire est mal codé.");
  }
  if (*length > speech::text_chars_max) {
    return wrong("text",
                 "Le texte est trop long : " + std::to_string(speech::text_chars_max) + " signes à la fois, au plus.");
  }
  if (fields->lang != "fr" && fields->lang != "en") {
    return wrong("lang", "Les langues lues à voix haute sont fr et en.");
  }
  std::int64_t percent = 0;
  const char* end = fields->speed.data() + fields->speed.size();
  const auto [stop, error] = std::from_chars(fields->speed.data(), end, percent);
  if (error != std::errc() || stop != end || percent < speech::percent_min || percent > speech::percent_max) {
    return wrong("speed", "La vitesse va de " + std::to_string(speech::percent_min) + " à " +
                              std::to_string(speech::percent_max) + ".");
  }
  speech::Sentence sentence;
  sentence.language = fields->lang == "en" ? speech::Language::en : speech::Language::fr;
  sentence.percent = percent;
  sentence.text = speech::spoken_text(*fields->text, sentence.language);
  if (sentence.text.empty()) {
    return wrong("text", "Il n’y a rien à lire dans ce texte.");
  }
  return sentence;
}

std::string speech_tag(std::string_view key) {
  constexpr std::size_t digits = 32;
  return '"' + std::string(key.substr(0, digits)) + '"';
}

PageAnswer answer_speech(const SpeechRequest& request, const std::string& tag, speech::SharedWav wav) {
  const bool unchanged = tag_matches(request.if_none_match, tag);
  const RangeAnswer range = unchanged ? RangeAnswer{} : range_of(request.range, wav->size());
  PageAnswer answer;
  if (range.asked == RangeAsked::impossible) {
    answer.head = head_of(416, reason_of(416), request.keep_alive) + "Content-Range: bytes */" +
                  std::to_string(wav->size()) + "\r\nContent-Length: 0\r\n\r\n";
    return answer;
  }
  const bool part = range.asked == RangeAsked::part;
  answer.head = unchanged ? head_of(304, "Not Modified", request.keep_alive)
                : part    ? head_of(206, "Partial Content", request.keep_alive)
                          : head_of(200, "OK", request.keep_alive);
  answer.head.append("ETag: ").append(tag).append("\r\nCache-Control: private, max-age=");
  answer.head.append(std::to_string(speech_kept_seconds)).append(", immutable\r\nAccept-Ranges: bytes\r\n");
  if (!unchanged) {
    const std::size_t first = part ? range.range.first : 0;
    const std::size_t last = part ? range.range.last : wav->size() - 1;
    answer.head.append("Content-Type: audio/wav\r\n");
    if (part) {
      answer.head.append("Content-Range: bytes ").append(std::to_string(first)).append("-");
      answer.head.append(std::to_string(last)).append("/").append(std::to_string(wav->size())).append("\r\n");
    }
    answer.head.append("Content-Length: ").append(std::to_string(last - first + 1)).append("\r\n");
    answer.body = request.method == "HEAD" ? "" : std::string_view(*wav).substr(first, last - first + 1);
    answer.shared_body = std::move(wav);
  }
  answer.head.append("\r\n");
  return answer;
}

PageAnswer answer_speech_refusal(int status, std::string_view sentence, const SpeechRequest& request,
                                 std::int64_t retry_ms) {
  PageAnswer answer;
  answer.own_body.append(sentence).append("\n");
  answer.head = head_of(status, reason_of(status), request.keep_alive);
  answer.head.append(status == 405 ? "Allow: GET, HEAD\r\n" : "");
  if (retry_ms > 0) {
    constexpr std::int64_t ms_per_second = 1'000;
    answer.head.append("Retry-After: ").append(std::to_string((retry_ms + ms_per_second - 1) / ms_per_second));
    answer.head.append("\r\n");
  }
  answer.head.append("Content-Type: text/plain; charset=utf-8\r\nCache-Control: no-store\r\nContent-Length: ")
      .append(std::to_string(answer.own_body.size()))
      .append("\r\n\r\n");
  if (request.method == "HEAD") {
    answer.own_body.clear();
  }
  return answer;
}

PageAnswer answer_speech_fault(speech::Fault fault, const SpeechRequest& request) {
  constexpr std::int64_t retry_ms = 1'000;
  const bool later = fault == speech::Fault::busy || fault == speech::Fault::too_slow;
  return answer_speech_refusal(503,
                               later ? "La lecture à voix haute a trop à dire en ce moment. Réessayez dans un instant."
                                     : "La lecture à voix haute ne marche pas sur cet ordinateur.",
                               request, later ? retry_ms : 0);
}

}  // namespace tablee::net
