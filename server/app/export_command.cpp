#include "app/export_command.h"

#include <utility>
#include <variant>
#include <vector>

#include "app/kept_atelier.h"
#include "app/sentences.h"
#include "app/text_file.h"
#include "app/verify_command.h"
#include "export/avis_document.h"
#include "export/html.h"
#include "export/markdown.h"
#include "wire/journal.h"
#include "wire/json_fields.h"

namespace tablee::app {

namespace {

std::string written(const exported::AvisDocument& document, ExportFormat format) {
  std::string json;
  switch (format) {
    case ExportFormat::html:
      return exported::to_html(document);
    case ExportFormat::markdown:
      return exported::to_markdown(document);
    case ExportFormat::json:
      wire::append_value(json, document);
      break;
  }
  return json + "\n";
}

template <class Kind>
Kind read_event(const store::Row& row) {
  return std::get<Kind>(*wire::decode_event(row.type, row.body));  // it was replayed, so it decodes
}

// Time given while steps ran: the state forgets it with the step. An extension of zero minutes only says when it ends.
Result<std::vector<exported::TimeGiven>> read_extensions(store::Log& log, std::uint64_t rows) {
  std::vector<exported::TimeGiven> extensions;
  const auto read = log.read(1, [&](const store::Row& row) {
    if (row.type == core::StepExtended::name) {
      const auto extended = read_event<core::StepExtended>(row);
      extensions.push_back({extended.step, extended.minutes, row.at});
    } else if (row.type == core::TableExtended::name) {
      const auto extended = read_event<core::TableExtended>(row);
      extensions.push_back({"", extended.minutes, row.at, extended.table});
    }
    return row.seq < rows;
  });
  if (!read) {
    return read.error();
  }
  return extensions;
}

}  // namespace

int run_export(const ExportSettings& settings, Output& output) {
  auto kept = read_atelier(settings.data);
  if (!kept) {
    output.err << kept.error().detail << "\n";
    return exit_failed;
  }
  if (const auto wrong = recount(kept->state)) {
    output.err << *wrong << "\n";
    return exit_failed;
  }
  const auto extensions = read_extensions(*kept->log, kept->head.rows);
  if (!extensions) {
    output.err << journal_sentence(extensions.error()) << "\n";
    return exit_failed;
  }
  exported::Journal journal{std::move(kept->opened), *extensions, kept->head.hash, kept->head.rows};
  const std::string text = written(exported::build_document(kept->state, std::move(journal)), settings.format);
  if (settings.output.empty()) {
    output.out << text;
    return exit_done;
  }
  if (const auto done = write_file(settings.output, text); !done) {
    output.err << done.error().detail << "\n";
    return exit_failed;
  }
  return exit_done;
}

}  // namespace tablee::app
