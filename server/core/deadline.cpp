#include "core/deadline.h"

namespace tablee::core {

TimeMs next_deadline(const State& state) {
  // While paused ends_at is 0; past a soft end the status is no longer `running`.
  return state.run.status == RunStatus::running ? state.run.ends_at : 0;
}

}  // namespace tablee::core
