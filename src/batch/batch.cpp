#include "batch/batch.hpp"
