// Tars written block by block, so that any of their numbers can lie.
#pragma once

#include <cstdint>
#include <cstdio>
#include <string>
#include <vector>

struct TarPart {
  std::string name;
  std::string bytes;
  std::string owner = "root";
  std::string group = "root";
  char kind = '0';
  std::int64_t size = -1;  // else what there is
  std::string target = "";
};

inline std::string octal(std::uint64_t number, int digits) {
  char text[32];
  std::snprintf(text, sizeof text, "%0*llo", digits, static_cast<unsigned long long>(number));
  return text;
}

inline std::string tar_header(const TarPart& part) {
  std::string header(512, '\0');
  auto put = [&](std::size_t at, const std::string& text) {
    header.replace(at, text.size(), text);
  };
  put(0, part.name.substr(0, 100));
  put(100, "0000644");
  put(108, octal(1234, 7));
  put(116, octal(1234, 7));
  put(124, octal(part.size < 0 ? part.bytes.size() : static_cast<std::uint64_t>(part.size), 11));
  put(136, "00000000000");
  put(148, "        ");
  header[156] = part.kind;
  put(157, part.target);
  put(257, std::string("ustar\0", 6) + "00");
  put(265, part.owner);
  put(297, part.group);
  std::uint64_t sum = 0;
  for (unsigned char byte : header) sum += byte;
  put(148, octal(sum, 6) + std::string("\0 ", 2));
  return header;
}

inline std::string tar_of(const std::vector<TarPart>& parts) {
  std::string tar;
  for (const TarPart& part : parts) {
    tar += tar_header(part) + part.bytes;
    tar.resize((tar.size() + 511) / 512 * 512, '\0');
  }
  return tar + std::string(1024, '\0');
}
