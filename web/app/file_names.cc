#include "web/app/file_names.h"

namespace leadpact::app {

std::string file_name(std::string_view title, std::string_view ending) {
  std::string name;
  for (const char c : title) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       static_cast<unsigned char>(c) >= 0x80;
    if (plain) {
      name += c;
    } else if (!name.empty() && name.back() != '-') {
      name += '-';
    }
  }
  while (!name.empty() && name.back() == '-')
    name.pop_back();
  return (name.empty() ? "agreement" : name) + std::string(ending);
}

}  // namespace leadpact::app
