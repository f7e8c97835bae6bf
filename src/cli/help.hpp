// Help and manual page, written from the table of commands and options.
#pragma once

#include <ostream>

#include "cli/options.hpp"

namespace cli {

// Of one command, or of all where there is none.
void write_help(std::ostream& out, const Command* command);

// deskcheck.1, in troff.
void write_manual(std::ostream& out);

}  // namespace cli
