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

// Descriptors that go with each message: the file; memory with what is said of it, which may be
// longer than a message can be; and the supplement, where there is one.
constexpr std::size_t kLeastDescriptors = 2, kMostDescriptors = 3;

struct Message {
  FileState state;
  FileState supplement;
  std::uint64_t words = 0;  // bytes of what is said of it
};

std::string pack(const Input& input) {
  Packer packer;
  packer.text(input.path);
  packer.text(input.id);
  packer.people(input.known);
  packer.number(input.supplement ? 1 : 0);
  if (input.supplement) {
    packer.text(input.supplement->path);
    packer.number(static_cast<std::uint64_t>(input.supplement->others));
  }
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
  if (unpacker.number() != 0) {
    input.supplement.emplace();
    input.supplement->path = unpacker.text();
    input.supplement->others = static_cast<int>(unpacker.number());
  }
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
  alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int) * kMostDescriptors)> room = {};
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
  bool has_supplement = opened.supplement && opened.supplement->file;
  envelope.message = {opened.state, {}, words.size()};
  if (has_supplement) envelope.message.supplement = opened.supplement->state;
  const int descriptors[kMostDescriptors] = {
      opened.file->number(), memory.number(),
      has_supplement ? opened.supplement->file->number() : -1};
  std::size_t count = has_supplement ? kMostDescriptors : kLeastDescriptors;
  cmsghdr* extra = CMSG_FIRSTHDR(&envelope.header);
  extra->cmsg_level = SOL_SOCKET;
  extra->cmsg_type = SCM_RIGHTS;
  extra->cmsg_len = CMSG_LEN(sizeof(int) * count);
  envelope.header.msg_controllen = CMSG_SPACE(sizeof(int) * count);
  std::memcpy(CMSG_DATA(extra), descriptors, sizeof(int) * count);
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
  int descriptors[kMostDescriptors] = {-1, -1, -1};
  std::memcpy(descriptors, CMSG_DATA(extra), extra->cmsg_len - CMSG_LEN(0));
  util::Descriptor memory(descriptors[1]);
  auto supplement = std::make_shared<util::Descriptor>(descriptors[2]);
  Job job;
  job.file = descriptors[0];
  job.state = envelope.message.state;
  std::string words(envelope.message.words, '\0');
  if (pread(memory.number(), words.data(), words.size(), 0) != static_cast<ssize_t>(words.size()))
    return std::nullopt;
  job.input = unpack(words);
  job.supplement_state = envelope.message.supplement;
  if (job.input.supplement && supplement->number() >= 0)
    job.input.supplement->open = std::move(supplement);
  return job;
}

}  // namespace batch
