#include "batch/job.hpp"

#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <string>
#include <string_view>

#include "batch/packing.hpp"
#include "util/descriptor.hpp"

namespace batch {
namespace {

// Two descriptors go with each message: the file, and memory with what is said of it, which may be
// longer than a message can be.
constexpr std::size_t kDescriptors = 2;

struct Message {
  FileState state;
  std::uint64_t words = 0;  // bytes of what is said of it
};

std::string pack(const Input& input) {
  Packer packer;
  packer.text(input.path);
  packer.text(input.id);
  packer.people(input.known);
  packer.number(input.row ? 1 : 0);
  if (input.row) {
    packer.text(input.row->title);
    packer.text(input.row->track);
    packer.list(input.row->authors);
    packer.list(input.row->emails);
  }
  return packer.bytes();
}

Input unpack(std::string_view bytes) {
  Unpacker unpacker(bytes);
  Input input;
  input.path = unpacker.text();
  input.id = unpacker.text();
  input.known = unpacker.people();
  if (unpacker.number() == 0) return input;
  Row& row = input.row.emplace();
  row.title = unpacker.text();
  row.track = unpacker.text();
  row.authors = unpacker.list();
  row.emails = unpacker.list();
  return input;
}

// Room for a message and what comes with it.
struct Envelope {
  Message message;
  iovec part = {&message, sizeof message};
  alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int) * kDescriptors)> room = {};
  msghdr header = {};

  Envelope() {
    header.msg_iov = &part;
    header.msg_iovlen = 1;
    header.msg_control = room.data();
    header.msg_controllen = room.size();
  }
};

}  // namespace

bool send_job(int socket, const Input& input, const Opened& opened) {
  std::string words = pack(input);
  util::Descriptor memory(memfd_create("job", MFD_CLOEXEC));
  if (memory.number() < 0) return false;
  if (pwrite(memory.number(), words.data(), words.size(), 0) != static_cast<ssize_t>(words.size()))
    return false;
  Envelope envelope;
  envelope.message = {opened.state, words.size()};
  cmsghdr* extra = CMSG_FIRSTHDR(&envelope.header);
  extra->cmsg_level = SOL_SOCKET;
  extra->cmsg_type = SCM_RIGHTS;
  extra->cmsg_len = CMSG_LEN(sizeof(int) * kDescriptors);
  const int descriptors[kDescriptors] = {opened.file->number(), memory.number()};
  std::memcpy(CMSG_DATA(extra), descriptors, sizeof descriptors);
  return sendmsg(socket, &envelope.header, MSG_DONTWAIT | MSG_NOSIGNAL) ==
         static_cast<ssize_t>(sizeof envelope.message);
}

std::optional<Job> receive_job(int socket) {
  Envelope envelope;
  ssize_t got;
  do {
    got = recvmsg(socket, &envelope.header, MSG_CMSG_CLOEXEC);
  } while (got < 0 && errno == EINTR);
  cmsghdr* extra = CMSG_FIRSTHDR(&envelope.header);
  if (got != static_cast<ssize_t>(sizeof envelope.message) || !extra) return std::nullopt;
  int descriptors[kDescriptors];
  std::memcpy(descriptors, CMSG_DATA(extra), sizeof descriptors);
  util::Descriptor memory(descriptors[1]);
  Job job;
  job.file = descriptors[0];
  job.state = envelope.message.state;
  std::string words(envelope.message.words, '\0');
  if (pread(memory.number(), words.data(), words.size(), 0) != static_cast<ssize_t>(words.size()))
    return std::nullopt;
  job.input = unpack(words);
  return job;
}

}  // namespace batch
