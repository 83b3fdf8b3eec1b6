#include "net/speech_page.h"

#include <doctest/doctest.h>

#include <memory>
#include <string>

#include "net/http_rules.h"
#include "speech/limits.h"

namespace speech_page_test {

using namespace tablee;
using namespace tablee::net;

namespace {

std::string complaint(std::string_view query) {
  const auto sentence = sentence_of(query);
  return sentence ? "" : sentence.error().field + ": " + sentence.error().detail;
}

bool has(const PageAnswer& answer, std::string_view line) {
  return answer.head.find(std::string(line) + "\r\n") != std::string::npos;
}

speech::SharedWav sound() {
  return std::make_shared<const std::string>("0123456789");
}

SpeechRequest get(std::string range = "", std::string if_none_match = "") {
  return SpeechRequest{"GET", "", std::move(if_none_match), std::move(range), true};
}

}  // namespace

TEST_CASE("a request becomes a sentence as it is said") {
  const auto sentence = sentence_of("text=Rendez-vous+%C3%A0%2010%20h%2030&lang=fr&speed=70");
  REQUIRE(sentence.has_value());
  CHECK(sentence->text == "Rendez-vous à 10 heures 30");
  CHECK(sentence->language == speech::Language::fr);
  CHECK(sentence->percent == 70);
  const auto usual = sentence_of("text=Oui");
  REQUIRE(usual.has_value());
  CHECK(usual->language == speech::Language::fr);
  CHECK(usual->percent == 100);
  CHECK(sentence_of("lang=en&text=10%20h&speed=130")->text == "10 h");
}

TEST_CASE("what is asked wrongly is refused with a sentence and its field") {
  CHECK(complaint("") == "text: Il manque le texte à lire.");
  CHECK(complaint("text=").starts_with("text: Il n’y a rien à lire"));
  CHECK(complaint("text=%E2%80%A6").starts_with("text: Il n’y a rien à lire"));
  CHECK(complaint("text=%C3").starts_with("text: Le texte à lire est mal codé"));
  CHECK(complaint("text=%4").starts_with("text: Le texte à lire est mal codé"));
  CHECK(complaint("text=%G1x").starts_with("text: Le texte à lire est mal codé"));
  CHECK(complaint("text=a&lang=de").starts_with("lang: "));
  CHECK(complaint("text=a&speed=69").starts_with("speed: "));
  CHECK(complaint("text=a&speed=131").starts_with("speed: "));
  CHECK(complaint("text=a&speed=1e2").starts_with("speed: "));
  CHECK(complaint("text=a&voice=x").starts_with("voice: "));
}

TEST_CASE("a text at the bound is read, one sign more is refused") {
  const auto chars = static_cast<std::size_t>(speech::text_chars_max);
  CHECK(complaint("text=" + std::string(chars, 'a')).empty());
  CHECK(complaint("text=" + std::string(chars + 1, 'a')) ==
        "text: Le texte est trop long : 500 signes à la fois, au plus.");
  std::string accents = "text=";
  for (std::size_t i = 0; i < chars; ++i) {
    accents += "%C3%A9";
  }
  CHECK(complaint(accents).empty());
}

TEST_CASE("a sound is sent whole, and may be kept for a day") {
  const PageAnswer answer = answer_speech(get(), "\"tag\"", sound());
  CHECK(answer.head.starts_with("HTTP/1.1 200 OK\r\n"));
  CHECK(has(answer, "Content-Type: audio/wav"));
  CHECK(has(answer, "Content-Length: 10"));
  CHECK(has(answer, "ETag: \"tag\""));
  CHECK(has(answer, "Cache-Control: private, max-age=86400, immutable"));
  CHECK(body_of(answer) == "0123456789");
  SpeechRequest head = get();
  head.method = "HEAD";
  const PageAnswer without_body = answer_speech(head, "\"tag\"", sound());
  CHECK(has(without_body, "Content-Length: 10"));
  CHECK(body_of(without_body).empty());
}

TEST_CASE("a part of a sound is sent as browsers of Apple ask for it") {
  const PageAnswer first = answer_speech(get("bytes=0-1"), "\"tag\"", sound());
  CHECK(first.head.starts_with("HTTP/1.1 206 "));
  CHECK(has(first, "Content-Range: bytes 0-1/10"));
  CHECK(has(first, "Content-Length: 2"));
  CHECK(body_of(first) == "01");
  CHECK(body_of(answer_speech(get("bytes=7-"), "\"tag\"", sound())) == "789");
  CHECK(body_of(answer_speech(get("bytes=-2"), "\"tag\"", sound())) == "89");
  CHECK(body_of(answer_speech(get("bytes=8-99"), "\"tag\"", sound())) == "89");
  const PageAnswer past = answer_speech(get("bytes=10-"), "\"tag\"", sound());
  CHECK(past.head.starts_with("HTTP/1.1 416 "));
  CHECK(has(past, "Content-Range: bytes */10"));
}

TEST_CASE("a sound the tablet still has is not sent again") {
  const PageAnswer answer = answer_speech(get("", "\"tag\""), "\"tag\"", nullptr);
  CHECK(answer.head.starts_with("HTTP/1.1 304 "));
  CHECK(body_of(answer).empty());
  CHECK(answer_speech(get("", "\"other\""), "\"tag\"", sound()).head.starts_with("HTTP/1.1 200 "));
}

TEST_CASE("a refusal is one plain French sentence, never kept") {
  const PageAnswer absent = answer_speech_fault(speech::Fault::absent, get());
  CHECK(absent.head.starts_with("HTTP/1.1 503 "));
  CHECK(has(absent, "Content-Type: text/plain; charset=utf-8"));
  CHECK(has(absent, "Cache-Control: no-store"));
  CHECK(body_of(absent) == "La lecture à voix haute ne marche pas sur cet ordinateur.\n");
  const PageAnswer busy = answer_speech_fault(speech::Fault::busy, get());
  CHECK(has(busy, "Retry-After: 1"));
  CHECK(has(answer_speech_refusal(429, "Non.", get(), 1'001), "Retry-After: 2"));
  CHECK(has(answer_speech_refusal(405, "Non.", get()), "Allow: GET, HEAD"));
}

TEST_CASE("ranges: one is understood, several and nonsense ask for the whole") {
  const auto asked = [](std::string_view header) { return range_of(header, 100).asked; };
  CHECK(asked("") == RangeAsked::whole);
  CHECK(asked("bytes=0-1,5-6") == RangeAsked::whole);
  CHECK(asked("items=0-1") == RangeAsked::whole);
  CHECK(asked("bytes=5-2") == RangeAsked::whole);
  CHECK(asked("bytes=a-b") == RangeAsked::whole);
  CHECK(asked("bytes=-") == RangeAsked::whole);
  CHECK(asked("bytes=") == RangeAsked::whole);
  CHECK(asked("bytes=-0") == RangeAsked::impossible);
  CHECK(asked("bytes=100-") == RangeAsked::impossible);
  CHECK(asked("bytes=99-") == RangeAsked::part);
  CHECK(asked("bytes=99999999999999999999-") == RangeAsked::whole);
  CHECK(range_of("bytes=-500", 100).range.first == 0);
}

}  // namespace speech_page_test
