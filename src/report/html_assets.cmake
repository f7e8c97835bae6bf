# Writes the table of files that HTML reports are made of: styles, scripts and fragments.
file(GLOB files RELATIVE ${ASSETS} ${ASSETS}/*.css ${ASSETS}/*.js ${ASSETS}/*.html)
list(SORT files)
set(rows "")
foreach(name IN LISTS files)
  file(READ ${ASSETS}/${name} text)
  string(APPEND rows "      {\"${name}\", R\"deskcheck_asset(${text})deskcheck_asset\"},\n")
endforeach()
file(WRITE ${OUTPUT} "#include \"report/html_assets.hpp\"

#include <utility>

namespace report {

std::string_view html_asset(std::string_view name) {
  static constexpr std::pair<std::string_view, std::string_view> kAssets[] = {
${rows}  };
  for (const auto& [known, text] : kAssets)
    if (known == name) return text;
  return {};
}

}  // namespace report
")
