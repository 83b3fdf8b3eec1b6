// net/files.h: GET /files/NAME: the documents of the programme, read from the disk as they are sent.
//
// Shape    An exact map from name to file, made once at start from the names the programme gives: any other name is
//          not found, whatever its dots. Answers are text, no socket; the bytes are read by whoever sends them, a
//          piece at a time.
// Errors   404 and 405 as pages; 416 for a range past the end.
// Cost     One piece of file_piece_bytes for each connection, however long the file.
// Source   RFC 9110 (13.1.5 If-Range, 14 ranges): Safari plays no video without them.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "net/pages.h"

namespace tablee::net {

inline constexpr std::string_view files_path = "/files/";
inline constexpr std::size_t file_piece_bytes = std::size_t{64} * 1024;

struct ServedFile {
  std::string path;  // on the disk
  std::string type;  // Content-Type
  std::string etag;  // strong: a file of an atelier is written once
  std::size_t size = 0;
};

class Files {
 public:
  // Names that are no regular file of the folder are left out.
  static Files look(const std::string& folder, const std::vector<std::string>& names);
  // nullptr: not found.
  const ServedFile* find(std::string_view name) const;

 private:
  std::map<std::string, ServedFile, std::less<>> files_;
};

struct FileRequest {
  std::string_view method;
  std::string_view path;
  std::string_view if_none_match;
  std::string_view if_range;
  std::string_view range;
  bool keep_alive = true;
};

// The head, then `bytes` bytes of the file from `first`; or, without a file, an answer that is whole.
struct FileAnswer {
  PageAnswer answer;
  const ServedFile* file = nullptr;
  std::size_t first = 0;
  std::size_t bytes = 0;
};

// 200, 206, 304, 404, 405 or 416.
FileAnswer answer_file(const Files& files, const FileRequest& request);

// An open file, closed when it goes.
class OpenFile {
 public:
  // Asks the system to read ahead.
  OpenFile(const std::string& path, std::size_t first, std::size_t bytes);
  ~OpenFile();
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  bool is_open() const { return descriptor_ >= 0; }
  // Up to `bytes` bytes from `first` into `piece`; 0: there are no more, or the disk fails.
  std::size_t read(std::size_t first, std::size_t bytes, char* piece);

 private:
  int descriptor_;
};

}  // namespace tablee::net
