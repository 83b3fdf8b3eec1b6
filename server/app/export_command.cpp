#include "app/export_command.h"

#include "app/kept_atelier.h"
#include "app/text_file.h"
#include "app/verify_command.h"
#include "export/avis_document.h"
#include "export/html.h"
#include "export/markdown.h"
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

}  // namespace

int run_export(const ExportSettings& settings, Output& output) {
  const auto kept = read_atelier(settings.data);
  if (!kept) {
    output.err << kept.error().detail << "\n";
    return exit_failed;
  }
  if (const auto wrong = recount(kept->state)) {
    output.err << *wrong << "\n";
    return exit_failed;
  }
  const std::string text =
      written(exported::build_document(kept->state, kept->head.hash, kept->head.rows), settings.format);
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
