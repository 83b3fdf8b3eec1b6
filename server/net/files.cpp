#include "net/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>

#include "net/http_rules.h"

namespace tablee::net {
namespace {

// Opened on its own, a drawing (SVG) is a page: it may hold a script, which must not run in our name.
constexpr std::string_view file_headers =
    "Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'; media-src 'self'; sandbox\r\n"
    "Accept-Ranges: bytes\r\nCache-Control: no-cache\r\n";

FileAnswer refused(int status, const FileRequest& request) {
  FileAnswer refusal{answer_error(status, request.keep_alive)};
  if (request.method == "HEAD") {
    refusal.answer.own_body.clear();
  }
  return refusal;
}

}  // namespace

Files Files::look(const std::string& folder, const std::vector<std::string>& names) {
  Files files;
  for (const std::string& name : names) {
    const std::string path = folder + "/" + name;
    struct stat found = {};
    if (::lstat(path.c_str(), &found) != 0 || !S_ISREG(found.st_mode)) {
      continue;
    }
    const auto size = static_cast<std::size_t>(found.st_size);
    const std::string etag = '"' + std::to_string(size) + "-" + std::to_string(found.st_mtim.tv_sec) + "-" +
                             std::to_string(found.st_mtim.tv_nsec) + '"';
    files.files_.emplace(name, ServedFile{path, std::string(type_of(name)), etag, size});
  }
  return files;
}

const ServedFile* Files::find(std::string_view name) const {
  const auto found = files_.find(name);
  return found == files_.end() ? nullptr : &found->second;
}

FileAnswer answer_file(const Files& files, const FileRequest& request) {
  const bool head_only = request.method == "HEAD";
  if (!head_only && request.method != "GET") {
    return refused(405, request);
  }
  const ServedFile* file =
      request.path.starts_with(files_path) ? files.find(request.path.substr(files_path.size())) : nullptr;
  if (file == nullptr) {
    return refused(404, request);
  }
  FileAnswer answer;
  std::string& head = answer.answer.head;
  const auto begin = [&](int status, std::string_view reason) {
    head = head_of(status, reason, request.keep_alive);
    head.append(file_headers).append("ETag: ").append(file->etag).append("\r\n");
  };
  if (tag_matches(request.if_none_match, file->etag)) {
    begin(304, "Not Modified");
    head.append("\r\n");
    return answer;
  }
  // A range is of GET alone, and of the file as the tablet knows it.
  const bool may_be_part = !head_only && (request.if_range.empty() || request.if_range == file->etag);
  const RangeAnswer range = may_be_part ? range_of(request.range, file->size) : RangeAnswer{};
  const std::string size = std::to_string(file->size);
  if (range.asked == RangeAsked::impossible) {
    begin(416, "Range Not Satisfiable");
    head.append("Content-Range: bytes */").append(size).append("\r\nContent-Length: 0\r\n\r\n");
    return answer;
  }
  const bool part = range.asked == RangeAsked::part;
  begin(part ? 206 : 200, part ? "Partial Content" : "OK");
  answer.first = part ? range.range.first : 0;
  answer.bytes = part ? range.range.last - range.range.first + 1 : file->size;
  if (part) {
    head.append("Content-Range: bytes ").append(std::to_string(range.range.first)).append("-");
    head.append(std::to_string(range.range.last)).append("/").append(size).append("\r\n");
  }
  head.append("Content-Type: ").append(file->type).append("\r\nContent-Length: ");
  head.append(std::to_string(answer.bytes)).append("\r\n\r\n");
  answer.file = head_only ? nullptr : file;
  return answer;
}

OpenFile::OpenFile(const std::string& path, std::size_t first, std::size_t bytes)
    : descriptor_(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW)) {
  if (is_open()) {
    constexpr std::size_t ahead_max = std::size_t{4} * 1024 * 1024;
    ::posix_fadvise(descriptor_, static_cast<off_t>(first), static_cast<off_t>(std::min(bytes, ahead_max)),
                    POSIX_FADV_WILLNEED);
  }
}

OpenFile::~OpenFile() {
  if (is_open()) {
    ::close(descriptor_);
  }
}

std::size_t OpenFile::read(std::size_t first, std::size_t bytes, char* piece) {
  const ssize_t got = ::pread(descriptor_, piece, std::min(bytes, file_piece_bytes), static_cast<off_t>(first));
  return got > 0 ? static_cast<std::size_t>(got) : 0;
}

}  // namespace tablee::net
