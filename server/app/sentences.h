// app/sentences.h: refusals, as the one French sentence a person reads before the program ends.
#pragma once

#include <string>

#include "app/settings.h"
#include "base/result.h"

namespace tablee::app {

// The atelier's file could not be opened (store/sqlite_log.h).
std::string opening_sentence(const Refusal& refusal, const std::string& file);
// The journal or a record cannot be believed (store/verify.h, host/replay.h).
std::string journal_sentence(const Refusal& refusal);
// The server could not listen (net/server.h).
std::string listening_sentence(const Refusal& refusal, const ServeSettings& settings);
// The log failed while the room was running.
std::string stopped_sentence(const Refusal& refusal);

}  // namespace tablee::app
