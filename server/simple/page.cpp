#include "simple/page.h"

#include <algorithm>

#include "base/rng.h"
#include "base/sha256.h"

namespace tablee::simple {
namespace {

constexpr std::string_view style_sheet = R"(html{font-size:125%;-webkit-text-size-adjust:100%}
*{box-sizing:border-box}
body{margin:0 auto;max-width:36rem;padding:.8rem;background:#fff;color:#14212e;font:1rem/1.5 Verdana,Arial,sans-serif;
overflow-wrap:break-word;word-wrap:break-word}
h1{font-size:1.5rem;line-height:1.25;margin:1.2rem 0 .8rem}
h2{font-size:1.2rem;line-height:1.3;margin:1.6rem 0 .6rem}
h3{font-size:1rem;margin:1.2rem 0 .4rem}
p,ul,ol{margin:0 0 .9rem}
main:focus,h1:focus{outline:0}
a{color:#12395b}
a:focus,button:focus,input:focus,textarea:focus,summary:focus{outline:4px solid #b8007a;outline-offset:2px}
.skip{position:absolute;left:-999rem;padding:.6rem .8rem;background:#fff}
.skip:focus{position:static;display:inline-block}
.where{border:2px solid #5b6873;border-radius:.4rem;padding:.6rem .8rem;background:#f1f4f7}
.where ol{list-style:none;margin:0;padding:0}
.where .now{font-weight:bold}
.note{margin:0 0 .9rem;border:2px solid #12395b;border-left-width:.5rem;border-radius:.2rem;padding:.6rem .8rem;background:#e3edf6}
.good{border-color:#0b4d2c;background:#e2f3e8}
.warn{border-color:#5c3900;background:#fff2d6}
.alarm{border-color:#7d0d1e;background:#fdeaec}
.alarm h2{margin:0 0 .4rem}
.alarm ul{margin:0;padding-left:1.2rem}
.fault{margin:.4rem 0;color:#7d0d1e;font-weight:bold}
.instruction{font-size:1.2rem}
.plain{list-style:none;padding:0}
.card{border:2px solid #5b6873;border-radius:.4rem;padding:.6rem .8rem;margin:0 0 .9rem}
.card h2{margin-top:0}
.card p:last-child{margin-bottom:0}
.words{white-space:pre-line}
.button,button{display:block;width:100%;min-height:3.2rem;margin:.8rem 0;padding:.75rem .8rem;border:2px solid #12395b;
border-radius:.4rem;background:#fff;color:#12395b;font:inherit;font-weight:bold;text-align:center;text-decoration:none;
cursor:pointer}
.main{background:#12395b;color:#fff}
nav{margin-top:2rem;border-top:2px solid #5b6873}
label{display:block;font-weight:bold}
.hint{margin:.2rem 0 .4rem}
input[type=text],textarea{display:block;width:100%;min-height:2.6rem;margin:.4rem 0 .9rem;padding:.5rem .6rem;
border:2px solid #14212e;border-radius:.2rem;background:#fff;color:#14212e;font:inherit}
.code{text-transform:uppercase}
.points input[type=text]{width:6rem;min-height:3.2rem}
fieldset{margin:0 0 .9rem;padding:0;border:0;min-width:0}
legend{padding:0;font-weight:bold;font-size:1.2rem;margin-bottom:.6rem}
.choice{position:relative;margin:0 0 .6rem}
.choice input{position:absolute;left:.9rem;top:50%;width:1.4rem;height:1.4rem;margin:-.7rem 0 0}
.choice label{min-height:3.4rem;padding:.9rem .8rem .9rem 3.2rem;border:2px solid #5b6873;border-radius:.4rem;
font-weight:normal;cursor:pointer}
.choice .chosen{display:none}
.choice input:checked+label{border:4px solid #12395b;background:#e3edf6;font-weight:bold}
.choice input:checked+label .chosen{display:inline}
)";

// The step before (-1) or after (+1) this one that takes place; nullptr: there is none.
const core::StepSummary* neighbour(const Seen& seen, std::int64_t direction) {
  const auto count = static_cast<std::int64_t>(seen.atelier.steps.size());
  for (std::int64_t at = seen.step.position + direction; at >= 0 && at < count; at += direction) {
    const core::StepSummary& step = seen.atelier.steps[static_cast<std::size_t>(at)];
    if (!step.dropped) {
      return &step;
    }
  }
  return nullptr;
}

void where_line(Html& html, Markup opening, std::string_view when, const Slot& name) {
  html.tags(opening).text(when).tags(" <span lang=\"").text(name.tag).tags("\">").text(name.words);
  html.tags("</span></li>");
}

void where_are_we(Html& html, Language language, const Seen& seen) {
  html.tags("<section class=\"where\" aria-label=\"").text(say(language, "where.label")).tags("\"><ol>");
  if (const core::StepSummary* done = neighbour(seen, -1)) {
    where_line(html, "<li>", say(language, "where.done"), slot_of(language, done->title));
  }
  where_line(html, "<li class=\"now\" aria-current=\"step\">", say(language, "where.now"), step_title(language, seen));
  if (const core::StepSummary* next = neighbour(seen, 1)) {
    where_line(html, "<li>", say(language, "where.next"), slot_of(language, next->title));
  }
  html.tags("</ol></section>");
}

// At most three, always in this order.
void same_links(Html& html, Language language, const Sheet& sheet) {
  html.tags("<nav aria-label=\"").text(say(language, "simple.nav")).tags("\">");
  if (!sheet.is_step) {
    link(html, "<a class=\"button\" href=\"/simple\"", say(language, "simple.back"));
  }
  if (!sheet.is_reading) {
    link(html, "<a class=\"button\" href=\"/simple/read\"", say(language, "simple.read"));
  }
  if (!sheet.is_help) {
    link(html, "<a class=\"button\" href=\"/simple/help\"", say(language, "simple.help"));
  }
  if (sheet.is_step) {
    link(html, "<a class=\"button\" href=\"/simple/settings\"", say(language, "simple.settings"));
  }
  html.tags("</nav>");
}

std::string title_of(Language language, const Seen* seen, const Sheet& sheet) {
  std::string title = sheet.heading;
  if (seen == nullptr) {
    title += " · Tablée";
  } else {
    if (!sheet.is_step) {
      title += " · " + std::string(step_title(language, *seen).words);
    }
    title = say(language, "page.title", {{"step", title}, {"seat", seat_words(language, *seen)}});
  }
  return sheet.fault ? say(language, "simple.error_title", {{"title", title}}) : title;
}

}  // namespace

std::string_view style() {
  return style_sheet;
}

const std::string& style_address() {
  static const std::string address = "/simple/style.css?" + to_hex(sha256(style_sheet)).substr(0, 12);
  return address;
}

std::string page(const Paper& paper, const Seen* seen, const Sheet& sheet) {
  const Language language = paper.language;
  Html html;
  html.tags("<!doctype html>\n<html lang=\"").text(tag_of(language));
  html.tags("\"><head><meta charset=\"utf-8\">");
  html.tags("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
  html.tags("<title>").text(title_of(language, seen, sheet)).tags("</title>");
  html.tags("<link rel=\"stylesheet\" href=\"").text(style_address());
  html.tags("\"><link rel=\"icon\" href=\"/icon.svg\" type=\"image/svg+xml\"></head><body>\n");
  html.tags("<a class=\"skip\" href=\"#main\">").text(say(language, "page.skip")).tags("</a>\n");
  if (seen != nullptr) {
    html.tags("<header>");
    where_are_we(html, language, *seen);
    html.tags("</header>\n");
  }
  html.tags("<main id=\"main\" tabindex=\"-1\"><h1 lang=\"").text(sheet.tag).tags("\">").text(sheet.heading);
  html.tags("</h1>\n").add(sheet.body).tags("</main>\n");
  if (seen != nullptr) {
    same_links(html, language, sheet);
  }
  html.tags("</body></html>\n");
  return html.bytes();
}

void paragraph(Html& html, std::string_view words) {
  html.tags("<p>").text(words).tags("</p>\n");
}

void slot(Html& html, Language language, const core::Texts& texts) {
  const Slot shown = slot_of(language, texts);
  html.tags("<span class=\"words\" lang=\"").text(shown.tag).tags("\">").text(shown.words).tags("</span>");
}

void their_words(Html& html, std::string_view words) {
  html.tags("<p class=\"words\" lang=\"fr\">").text(words).tags("</p>\n");
}

std::string code_words(const std::string& code) {
  return code.size() == code_length ? code.substr(0, 4) + "\u00a0" + code.substr(4) : code;
}

void note(Html& html, Markup opening, std::string_view words) {
  html.tags(opening).text(words).tags("</p>\n");
}

void hidden(Html& html, Markup name, std::string_view value) {
  html.tags("<input type=\"hidden\" name=\"").tags(name).tags("\" value=\"").text(value).tags("\">");
}

void open_form(Html& html, const Paper& paper, Markup opening) {
  html.tags(opening);
  hidden(html, "key", paper.key);
  hidden(html, "mark", paper.mark);
}

void button(Html& html, Markup opening, std::string_view words) {
  html.tags(opening).tags(" type=\"submit\">").text(words).tags("</button>\n");
}

void link(Html& html, Markup opening, std::string_view words) {
  html.tags(opening).tags(">").text(words).tags("</a>\n");
}

void fault_list(Html& html, Language language, const Faults& faults) {
  if (faults.empty()) {
    return;
  }
  html.tags("<div class=\"note alarm\" role=\"alert\"><h2>").text(say(language, "simple.errors")).tags("</h2><ul>");
  for (const Fault& fault : faults) {
    html.tags("<li>");
    if (fault.field.empty()) {
      html.text(fault.words);
    } else {
      html.tags("<a href=\"#").text(fault.field).tags("\">").text(fault.words).tags("</a>");
    }
    html.tags("</li>");
  }
  html.tags("</ul></div>\n");
}

bool has_fault(const Faults& faults, std::string_view field) {
  return std::any_of(faults.begin(), faults.end(), [&](const Fault& each) { return each.field == field; });
}

void fault_at(Html& html, const Faults& faults, std::string_view field) {
  for (const Fault& fault : faults) {
    if (fault.field == field) {
      html.tags("<p class=\"fault\" id=\"").text(field).tags("-fault\">").text(fault.words).tags("</p>");
      return;
    }
  }
}

}  // namespace tablee::simple
