#include "app/program.h"

#include "app/check.h"
#include "app/export_command.h"
#include "app/links.h"
#include "app/rehearse_command.h"
#include "app/replan_command.h"
#include "app/serve.h"
#include "app/settings.h"
#include "app/verify_command.h"

namespace tablee::app {

namespace {

struct Runner {
  Output& output;

  int operator()(const ServeSettings& settings) const { return run_serve(settings, output); }
  int operator()(const CheckSettings& settings) const { return run_check(settings, output); }
  int operator()(const ExportSettings& settings) const { return run_export(settings, output); }
  int operator()(const VerifySettings& settings) const { return run_verify(settings, output); }
  int operator()(const LinksSettings& settings) const { return run_links(settings, output); }
  int operator()(const ReplanSettings& settings) const { return run_replan(settings, output); }
  int operator()(const RehearseSettings& settings) const { return run_rehearse(settings, output); }
  int operator()(const HelpSettings&) const {
    output.out << usage();
    return exit_done;
  }
  int operator()(const VersionSettings&) const {
    output.out << "tablee " << TABLEE_VERSION << "\n";
    return exit_done;
  }
};

}  // namespace

int run_program(const std::vector<std::string>& words, Output& output) {
  const auto settings = parse_settings(words);
  if (!settings) {
    output.err << settings.error().detail << "\n";
    return exit_misused;
  }
  const int code = std::visit(Runner{output}, *settings);
  output.out.flush();
  if (!output.out && code == exit_done) {
    output.err << "La sortie ne peut pas être écrite.\n";
    return exit_failed;
  }
  return code;
}

}  // namespace tablee::app
