// Who and what took a picture, and where, from the Exif block of an image.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace extract {

// One statement of a file about itself: "Exif Artist", "Jane Doe".
struct Statement {
  std::string key;
  std::string text;
};

// `tiff` is the block from its byte order mark on. What is no Exif gives nothing.
void read_exif(std::string_view tiff, std::vector<Statement>& out);

}  // namespace extract
