# Writes the table of checks. A check is checks/<group>/<stem>.cpp with checks/<group>/<stem>.md beside
# it; its id is <group>/<stem> with hyphens; its descriptor is checks::<group>::<stem>.
file(GLOB sources RELATIVE ${CHECKS} ${CHECKS}/*/*.cpp)
list(SORT sources)
set(declarations "")
set(rows "")
foreach(source IN LISTS sources)
  string(REGEX MATCH "^([a-z]+)/([a-z0-9_]+)\\.cpp$" matched ${source})
  set(group ${CMAKE_MATCH_1})
  set(stem ${CMAKE_MATCH_2})
  set(name ${stem})
  if(stem STREQUAL "template")
    set(name template_)  # a word of C++
  endif()
  set(page "")
  if(EXISTS ${CHECKS}/${group}/${stem}.md)
    file(READ ${CHECKS}/${group}/${stem}.md page)
  endif()
  string(APPEND declarations "namespace checks::${group} { extern const Check ${name}; }\n")
  string(APPEND rows "    {&${group}::${name}, R\"deskcheck_page(${page})deskcheck_page\"},\n")
endforeach()
file(WRITE ${OUTPUT} "#include <algorithm>
#include <array>

#include \"checks/registry.hpp\"

${declarations}
namespace checks {

std::span<const Entry> all() {
  static const auto entries = std::to_array<Entry>({
${rows}  });
  return entries;
}

const Entry* find(std::string_view id) {
  for (const Entry& entry : all())
    if (entry.check->id == id) return &entry;
  return nullptr;
}

}  // namespace checks
")
