#include "app/text_file.h"

#include <filesystem>
#include <fstream>

#include "base/limits.h"

namespace tablee::app {

Result<std::string> read_scenario_text(const std::string& file) {
  const Refusal unreadable = refuse(Code::not_found, "", "Le fichier " + file + " ne peut pas être lu.");
  std::error_code error;
  // Opening a directory succeeds on Linux; reading it does not.
  std::ifstream stream(file, std::ios::binary);
  if (!stream || std::filesystem::is_directory(file, error)) {
    return unreadable;
  }
  constexpr auto bytes_max = static_cast<std::size_t>(limits::scenario_bytes_max);
  std::string text(bytes_max + 1, '\0');
  stream.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (stream.bad()) {
    return unreadable;
  }
  text.resize(static_cast<std::size_t>(stream.gcount()));
  if (text.size() > bytes_max) {
    return refuse(Code::too_long, "",
                  "Le fichier " + file + " est trop gros pour un programme (plus de " +
                      std::to_string(bytes_max / 1024) + " Kio).");
  }
  return text;
}

Result<Nothing> write_file(const std::string& file, std::string_view bytes) {
  std::ofstream stream(file, std::ios::binary | std::ios::trunc);
  stream << bytes;
  stream.close();
  if (!stream) {
    return refuse(Code::not_allowed, "", "Le fichier " + file + " ne peut pas être écrit.");
  }
  return Nothing{};
}

}  // namespace tablee::app
