#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>
#include <cstdlib>

// Of what libraries keep to themselves: fontconfig's cache, and a table of the one that edits PDFs.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() {
  return "leak:libfontconfig\nleak:libpodofo\n";
}

// A job that runs the tests has its own summary and paths.
[[maybe_unused]] static const int kNoJob =
    unsetenv("GITHUB_STEP_SUMMARY") + unsetenv("GITHUB_WORKSPACE") + unsetenv("CI_PROJECT_DIR");
