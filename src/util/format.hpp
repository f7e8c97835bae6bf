// Text from values; the one place that includes the formatting library.
#pragma once

#include <fmt/format.h>
