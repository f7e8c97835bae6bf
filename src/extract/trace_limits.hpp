// How much is read of what no page shows.
#pragma once

#include <cstddef>

namespace extract::limits {

inline constexpr std::size_t kTraces = 20'000;         // words that no page shows
inline constexpr std::size_t kTraceBytes = 4'096;      // of each
inline constexpr int kEntries = 200;                   // of one dictionary of strings
inline constexpr std::size_t kImagesSearched = 5'000;  // for what they say about themselves
// Exif with its thumbnail, a profile of 3 MB and Photoshop's resources come before the samples.
inline constexpr std::size_t kImageHeaderBytes = 8'000'000;
inline constexpr std::size_t kFigureXmpBytes = 200'000;
inline constexpr std::size_t kPrivateStreams = 20;  // of one drawing program's own data
inline constexpr std::size_t kAttachments = 1'000;
inline constexpr std::size_t kAttachmentBytes = 16'000;  // of the beginning of each
inline constexpr std::size_t kActions = 1'000;
inline constexpr std::size_t kTreeNodes = 20'000;  // of name trees, form fields and structure
inline constexpr std::size_t kRevisions = 8;       // older ones that are opened
inline constexpr int kChangedObjects = 20'000;

}  // namespace extract::limits
