#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>

// Of what libraries keep to themselves: fontconfig's cache, and a table of the one that edits PDFs.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() {
  return "leak:libfontconfig\nleak:libpodofo\n";
}
