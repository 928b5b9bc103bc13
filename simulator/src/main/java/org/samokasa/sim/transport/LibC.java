package org.samokasa.sim.transport;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;

/** The few functions of the C library that make a pseudo-terminal. Constants: Linux, asm-generic headers. */
interface LibC extends Library {
    LibC CALLS = Native.load("c", LibC.class);

    int O_RDWR = 2;
    int O_NOCTTY = 0x100;
    int O_NONBLOCK = 0x800;
    int O_CLOEXEC = 0x80000;
    int TCSANOW = 0;
    int POLLIN = 1;
    int POLLOUT = 4;
    int POLLHUP = 16;
    int EINTR = 4;
    int EIO = 5;
    int EAGAIN = 11;

    int posix_openpt(int flags) throws LastErrorException;

    int grantpt(int fd) throws LastErrorException;

    int unlockpt(int fd) throws LastErrorException;

    /** Answers an error number, does not set errno. */
    int ptsname_r(int fd, byte[] name, NativeSize length);

    int open(String path, int flags) throws LastErrorException;

    int close(int fd) throws LastErrorException;

    int tcgetattr(int fd, Pointer termios) throws LastErrorException;

    int tcsetattr(int fd, int action, Pointer termios) throws LastErrorException;

    void cfmakeraw(Pointer termios);

    int pipe(int[] ends) throws LastErrorException;

    int poll(Pointer descriptors, NativeSize count, int timeoutMillis) throws LastErrorException;

    NativeSize read(int fd, byte[] into, NativeSize length) throws LastErrorException;

    NativeSize write(int fd, byte[] from, NativeSize length) throws LastErrorException;

    /** The C type size_t. */
    final class NativeSize extends com.sun.jna.IntegerType {
        public NativeSize() {
            this(0);
        }

        public NativeSize(long value) {
            super(Native.SIZE_T_SIZE, value);
        }
    }
}
