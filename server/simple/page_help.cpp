// The four signals and the table's call for help: one press each, and one to take it back.
#include <algorithm>

#include "simple/pages.h"

namespace tablee::simple {
namespace {

using core::SignalKind;

const core::MySignal* standing(const Seen& seen, SignalKind kind) {
  const auto found = std::find_if(seen.me.signals.begin(), seen.me.signals.end(),
                                  [&](const core::MySignal& each) { return each.kind == kind; });
  return found == seen.me.signals.end() ? nullptr : &*found;
}

void signal_button(Html& html, Language language, const Seen& seen, SignalKind kind) {
  const std::string name(names_of(SignalKind{})[static_cast<std::size_t>(kind)]);
  const std::string words = say(language, Key::named("signals.", name));
  const core::MySignal* signal = standing(seen, kind);
  if (signal == nullptr) {
    html.tags("<button name=\"send\" value=\"").text(name).tags("\" type=\"submit\">").text(words).tags("</button>\n");
    return;
  }
  html.tags("<div class=\"note good\"><p><strong>").text(words).tags("</strong> — ");
  html.text(say(language, signal->seen ? Key("signals.seen") : Key("signals.sent"))).tags("</p>");
  html.tags("<button name=\"cancel\" value=\"").text(name).tags("\" type=\"submit\">");
  html.text(say(language, "simple.signal_cancel", {{"signal", words}})).tags("</button></div>\n");
}

void table_help(Html& html, Language language, const Seen& seen) {
  if (!seen.table) {
    return;
  }
  if (seen.table->help_since_ms == 0) {
    return button(html, "<button name=\"table\" value=\"yes\"", say(language, "simple.table_help"));
  }
  html.tags("<div class=\"note good\">");
  paragraph(html, say(language, "simple.help_asked"));
  button(html, "<button name=\"table\" value=\"no\"",
         say(language, "simple.signal_cancel", {{"signal", say(language, "simple.table_help")}}));
  html.tags("</div>\n");
}

}  // namespace

std::string help_page(const Paper& paper, const Seen& seen, const Faults& faults, const std::string& said) {
  const Language language = paper.language;
  Sheet sheet;
  sheet.heading = say(language, "signals.title");
  sheet.tag = tag_of(language);
  sheet.is_help = true;
  sheet.fault = !faults.empty();
  Html& html = sheet.body;
  if (!said.empty()) {
    note(html, good_note, said);
  }
  fault_list(html, language, faults);
  open_form(html, paper, "<form method=\"post\" action=\"/simple/help\" autocomplete=\"off\">");
  html.tags("<div class=\"choice\"><input type=\"checkbox\" name=\"unnamed\" id=\"unnamed\" value=\"yes\">");
  html.tags("<label for=\"unnamed\">").text(say(language, "signals.anonymous")).tags(" <span class=\"chosen\">✓ ");
  html.text(say(language, "poll.chosen")).tags("</span></label></div>\n");
  for (const SignalKind kind :
       {SignalKind::more_time, SignalKind::slower, SignalKind::not_understood, SignalKind::pause}) {
    signal_button(html, language, seen, kind);
  }
  table_help(html, language, seen);
  html.tags("</form>\n");
  return page(paper, &seen, sheet);
}

}  // namespace tablee::simple
