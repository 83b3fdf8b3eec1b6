#include "text/order.h"

#include <algorithm>

namespace tablee::text {
namespace {

struct Waiter {
  std::uint32_t clock = 0;
  std::size_t run = 0;
};

// How far one run has come.
struct Progress {
  std::size_t next = 0;
  std::uint32_t state = 0;
  Need need;
  std::vector<Waiter> waiters;
};

class Orderer {
 public:
  Orderer(const Update& update, const Store& store, Order& order) : update_(update), store_(store), order_(order) {}

  void whole() {
    progress_.resize(update_.runs.size());
    for (std::size_t run = 0; run < update_.runs.size(); ++run) {
      progress_[run].next = update_.runs[run].first;
      progress_[run].state = store_.state_of(update_.runs[run].client);
      by_client_.push_back(run);
    }
    std::sort(by_client_.begin(), by_client_.end(),
              [&](std::size_t a, std::size_t b) { return update_.runs[a].client < update_.runs[b].client; });
    to_do_ = by_client_;
    while (!to_do_.empty()) {
      const std::size_t run = to_do_.back();
      to_do_.pop_back();
      advance(run);
    }
    for (std::size_t run = 0; run < progress_.size(); ++run) {
      if (const Progress& stopped = progress_[run]; stopped.need.waits) {
        order_.waiting.push_back({run, stopped.next, end_of(run)});
        order_.needs.push_back(stopped.need.unit);
      }
    }
  }

 private:
  std::size_t end_of(std::size_t run) const { return update_.runs[run].first + update_.runs[run].count; }

  // The number of runs when the update has none of this client.
  std::size_t run_of(std::uint64_t client) const {
    const auto at = std::lower_bound(by_client_.begin(), by_client_.end(), client,
                                     [&](std::size_t run, std::uint64_t id) { return update_.runs[run].client < id; });
    return at != by_client_.end() && update_.runs[*at].client == client ? *at : progress_.size();
  }

  std::uint32_t state_of(std::uint64_t client) const {
    const std::size_t run = run_of(client);
    return run == progress_.size() ? store_.state_of(client) : progress_[run].state;
  }

  void advance(std::size_t run) {
    Progress& mine = progress_[run];
    const std::uint64_t client = update_.runs[run].client;
    const std::size_t first = mine.next;
    mine.need = {};
    for (; mine.next < end_of(run); ++mine.next) {
      const WireStruct& one = update_.structs[mine.next];
      mine.need = need_of(client, one, [&](std::uint64_t id) { return id == client ? mine.state : state_of(id); });
      if (mine.need.waits) {
        break;
      }
      mine.state = std::max(mine.state, one.clock + one.length);
    }
    if (mine.next > first) {
      order_.ready.push_back({run, first, mine.next});
      wake(mine);
    }
    if (!mine.need.waits) {
      return;
    }
    const std::size_t other = run_of(mine.need.unit.client);
    if (other != progress_.size() && other != run) {
      progress_[other].waiters.push_back({mine.need.unit.clock, run});
    }
  }

  void wake(Progress& advanced) {
    const auto still = std::partition(advanced.waiters.begin(), advanced.waiters.end(),
                                      [&](const Waiter& waiter) { return waiter.clock >= advanced.state; });
    for (auto woken = still; woken != advanced.waiters.end(); ++woken) {
      to_do_.push_back(woken->run);
    }
    advanced.waiters.erase(still, advanced.waiters.end());
  }

  const Update& update_;
  const Store& store_;
  Order& order_;
  std::vector<Progress> progress_;
  std::vector<std::size_t> by_client_;
  std::vector<std::size_t> to_do_;
};

// With one client nothing else of the update can be waited for.
void order_one_run(const Update& update, const Store& store, Order& order) {
  const WireRun& run = update.runs.front();
  std::uint32_t state = store.state_of(run.client);
  const std::size_t end = run.first + run.count;
  for (std::size_t at = run.first; at < end; ++at) {
    const WireStruct& one = update.structs[at];
    const Need need =
        need_of(run.client, one, [&](std::uint64_t id) { return id == run.client ? state : store.state_of(id); });
    if (need.waits) {
      order.waiting.push_back({0, at, end});
      order.needs.push_back(need.unit);
      order.ready.push_back({0, run.first, at});
      return;
    }
    state = std::max(state, one.clock + one.length);
  }
  order.ready.push_back({0, run.first, end});
}

}  // namespace

void order_structs(const Update& update, const Store& store, Order& order) {
  order.ready.clear();
  order.waiting.clear();
  order.needs.clear();
  if (update.runs.size() == 1) {
    order_one_run(update, store, order);
  } else {
    Orderer(update, store, order).whole();
  }
}

}  // namespace tablee::text
