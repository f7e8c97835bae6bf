// How much of a supplement is looked at; what lies beyond is said, and never passed over.
#pragma once

#include <cstddef>
#include <cstdint>

namespace supplement {

// As large as any venue lets a supplement be, and some more.
inline constexpr std::uint64_t kMostFileBytes = 500'000'000;

namespace limits {
inline constexpr std::size_t kDirectoryBytes = 16'000'000;
inline constexpr std::size_t kEntries = 100'000;  // of all archives together
inline constexpr std::size_t kNameBytes = 1'024;
inline constexpr std::size_t kNamesBytes = 8'000'000;  // of those that are kept
// Unpacked for looking at: two seconds of a processor.
inline constexpr std::uint64_t kAllBytes = 200'000'000;
inline constexpr std::size_t kEntryBytes = 32'000'000;
inline constexpr std::size_t kTarBytes = 64'000'000;     // of a packed tar, when unpacked
inline constexpr std::size_t kPackedBytes = 48'000'000;  // of the same, as it lies there
inline constexpr int kDepth = 3;                         // archives within archives
inline constexpr std::size_t kPartBytes = 8'000'000;     // of a document of an office program
inline constexpr std::size_t kTelltales = 200;           // of a kind, each another
inline constexpr std::size_t kPeople = 50;               // of a repository
inline constexpr std::size_t kTextBytes = 200;           // of what is quoted
inline constexpr std::size_t kUnread = 20;               // that are named
inline constexpr std::size_t kRepositories = 50;
inline constexpr std::size_t kLongestLine = 100'000;  // of which more is looked at for paths alone
inline constexpr int kPdfs = 200;
inline constexpr std::size_t kPdfBytes = 16'000'000;
inline constexpr int kPdfPages = 60, kAllPdfPages = 400;  // of one, and of all together
}  // namespace limits

}  // namespace supplement
