#include "records.hpp"

#include <algorithm>

namespace lab {
namespace {

// "%0A" stands for a byte that the manifest cannot hold.
std::string unescaped(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size()) {
      out += static_cast<char>(std::stoi(text.substr(i + 1, 2), nullptr, 16));
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

}  // namespace

std::string as_written(const fs::path& path) {
  constexpr std::size_t kLongest = 4096;  // PATH_MAX; no more is kept of what can be no path
  const nlohmann::json text = path.string().substr(0, kLongest);
  return nlohmann::json::parse(text.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

Launch check(const Settings& settings, const std::vector<fs::path>& files, const fs::path& out,
             const Words& more) {
  Launch launch;
  launch.words = {
      settings.tool.string(), "check", "-", "--null", "--pack", kPack, "--color", "never"};
  if (!out.empty()) launch.words.insert(launch.words.end(), {"--format", "ndjson:" + out.string()});
  launch.words.insert(launch.words.end(), more.begin(), more.end());
  for (const fs::path& file : files) launch.input += file.string() + '\0';
  launch.seconds = 3600;
  return launch;
}

Records records_of(const fs::path& file, Report& report) {
  Records records;
  const std::string bytes = read(file);
  report.require(bytes.empty() || bytes.back() == '\n', file.string() + ": the last line is torn");
  for (const std::string& line : lines_of(bytes)) {
    const auto json = nlohmann::json::parse(line, nullptr, false);
    if (json.is_discarded() || !json.contains("file")) {
      report.faults.push_back("not a record: " + line.substr(0, 200));
      continue;
    }
    const std::string path = json["file"]["path"].get<std::string>();
    report.require(records.emplace(path, line).second, "two records of " + path);
  }
  return records;
}

void compare(const Records& expected, const Records& found, const std::vector<fs::path>& files,
             const std::string& when, Report& report) {
  for (const fs::path& file : files) {
    const auto a = expected.find(as_written(file)), b = found.find(as_written(file));
    if (b == found.end())
      report.faults.push_back(when + ": no record of " + file.string());
    else if (a == expected.end() || a->second != b->second)
      report.faults.push_back(when + ": another record of " + file.string());
  }
}

std::string by_itself(const std::string& record) {
  auto json = nlohmann::json::parse(record);
  const auto is_compared = [](const nlohmann::json& it) {
    return (it.is_string() ? it : it["check"]).get<std::string>().starts_with("batch/");
  };
  for (const char* list : {"findings", "checked", "unchecked"}) {
    auto& all = json[list];
    all.erase(std::remove_if(all.begin(), all.end(), is_compared), all.end());
  }
  json.erase("verdict");  // which those may have decided
  // What is kept of each finding, in the same order.
  if (json.contains("record"))
    for (const char* list : {"for_person", "read_on"}) json["record"].erase(list);
  return json.dump(-1, ' ', true);
}

Records by_themselves(Records records) {
  for (auto& [path, line] : records) line = by_itself(line);
  return records;
}

std::vector<fs::path> sound_papers(const Settings& settings, std::size_t count) {
  std::vector<fs::path> papers;
  for (const fs::path& each : pdfs_below(settings.fixtures))
    if (each.parent_path().filename() != "broken") papers.push_back(each);
  if (papers.size() > count) papers.resize(count);
  return papers;
}

std::vector<Hostile> hostile_inputs(const Settings& settings) {
  std::vector<Hostile> inputs;
  if (!settings.hostile) return inputs;
  for (const std::string& line : lines_of(read(*settings.hostile / "MANIFEST.jsonl"))) {
    const auto json = nlohmann::json::parse(line);
    Hostile input{*settings.hostile / unescaped(json["file"]), json["id"], json["group"],
                  json["expect"]};
    std::error_code unknown;
    // What lies in a folder is found more than once, and has records of its own.
    if (!fs::is_directory(input.file, unknown)) inputs.push_back(std::move(input));
  }
  return inputs;
}

std::string verdict_of(const std::string& record) {
  return nlohmann::json::parse(record)["verdict"].get<std::string>();
}

}  // namespace lab
