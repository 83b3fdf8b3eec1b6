// base/date.h: days as people write them in files.
#pragma once

#include <string_view>

namespace tablee {

// YYYY-MM-DD, a day of the Gregorian calendar.
bool is_date(std::string_view text);

}  // namespace tablee
