// Runs a fuzz target without a fuzzer: every seed as it is, then mutants of the seeds, the same on
// every machine.
//
//   replay MUTANTS SEED...    SEED: a file, or a folder of files
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size);

namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::string> read_seeds(int count, char** arguments) {
  std::vector<fs::path> files;
  for (int i = 0; i < count; ++i) {
    if (!fs::is_directory(arguments[i]))
      files.emplace_back(arguments[i]);
    else
      for (const auto& entry : fs::recursive_directory_iterator(arguments[i]))
        if (entry.is_regular_file()) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::vector<std::string> seeds;
  for (const fs::path& file : files) seeds.push_back(read(file));
  return seeds;
}

// Not std::uniform_int_distribution, whose answers differ between standard libraries.
class Dice {
 public:
  explicit Dice(std::uint32_t seed) : engine_(seed) {}
  std::size_t below(std::size_t limit) { return limit == 0 ? 0 : engine_() % limit; }

 private:
  std::mt19937 engine_;
};

void mutate(std::string& bytes, const std::vector<std::string>& seeds, Dice& dice) {
  static const std::string kWords[] = {"0",      "-1", "99999999999", "1e308", "null", "<<",
                                       "endobj", "[",  "\"",          "\xff",  "\n",   "0 0 R"};
  const std::size_t at = dice.below(bytes.size() + 1);
  const std::size_t length = dice.below(std::min<std::size_t>(bytes.size() - at, 64) + 1);
  switch (dice.below(6)) {
    case 0:
      if (at < bytes.size()) bytes[at] = static_cast<char>(bytes[at] ^ (1 << dice.below(8)));
      return;
    case 1:
      bytes.erase(at, length);
      return;
    case 2:
      bytes.insert(at, bytes.substr(at, length));
      return;
    case 3:
      bytes.replace(at, length, kWords[dice.below(std::size(kWords))]);
      return;
    case 4: {
      const std::string& other = seeds[dice.below(seeds.size())];
      bytes.insert(at, other.substr(dice.below(other.size() + 1), dice.below(200)));
      return;
    }
    default:
      if (at < bytes.size()) bytes[at] = static_cast<char>(dice.below(256));
  }
}

const std::string* running = nullptr;

// What brought the target down is kept, so that it can be run again alone.
void keep_input(int signal) {
  const int file = ::open("crashed-input", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (file >= 0 && running && ::write(file, running->data(), running->size()) >= 0) {
    constexpr char kSaid[] = "the input is kept in ./crashed-input\n";
    if (::write(STDERR_FILENO, kSaid, sizeof kSaid - 1) < 0) ::_exit(2);
  }
  ::signal(signal, SIG_DFL);
  ::raise(signal);
}

void run(const std::string& bytes) {
  running = &bytes;
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 3) {
    std::cerr << "usage: replay MUTANTS SEED...\n";
    return 2;
  }
  const std::vector<std::string> seeds = read_seeds(count - 2, arguments + 2);
  if (seeds.empty()) {
    std::cerr << "no seeds\n";
    return 2;
  }
  for (const int each : {SIGABRT, SIGSEGV, SIGFPE, SIGBUS}) std::signal(each, keep_input);
  for (const std::string& seed : seeds) run(seed);
  Dice dice(20250101);
  const int mutants = std::stoi(arguments[1]);
  for (int i = 0; i < mutants; ++i) {
    std::string bytes = seeds[dice.below(seeds.size())];
    for (std::size_t changes = 1 + dice.below(8); changes > 0; --changes)
      mutate(bytes, seeds, dice);
    run(bytes);
  }
  std::cout << seeds.size() << " seeds and " << mutants << " mutants\n";
  return 0;
}
