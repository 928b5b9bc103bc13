package org.samokasa.transport.usb;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.hid.HidIdentity;

/**
 * What goes between two processes that share a virtual bus: descriptors and transfers, nothing that javax.usb would not
 * see. Each message is a letter, the number of a plug (32 bits) and what follows:
 *
 * <pre>
 * simulator:  A attached: idVendor, idProduct, three strings (UTF), report descriptor    D detached    I report from the device
 * lane:       O opened by a host    C closed    R output or feature report for the device
 * </pre>
 *
 * Blocks of bytes have a length of 16 bits before them. Both sides begin with {@link #GREETING}.
 */
final class BusWire {
    /** "SKU" and the version. */
    static final int GREETING = 0x534B5501;

    static final char ATTACHED = 'A';
    static final char DETACHED = 'D';
    static final char IN = 'I';
    static final char OPENED = 'O';
    static final char CLOSED = 'C';
    static final char REPORT = 'R';

    private BusWire() {}

    static void identity(DataOutputStream out, HidIdentity identity) throws IOException {
        out.writeShort(identity.vendor());
        out.writeShort(identity.product());
        out.writeUTF(identity.serial());
        out.writeUTF(identity.manufacturer());
        out.writeUTF(identity.name());
        bytes(out, identity.reportDescriptor());
    }

    static HidIdentity identity(DataInputStream in) throws IOException {
        int vendor = in.readUnsignedShort();
        int product = in.readUnsignedShort();
        return new HidIdentity(vendor, product, in.readUTF(), in.readUTF(), in.readUTF(), bytes(in));
    }

    static void bytes(DataOutputStream out, Bytes bytes) throws IOException {
        out.writeShort(bytes.size());
        out.write(bytes.toArray());
    }

    static Bytes bytes(DataInputStream in) throws IOException {
        byte[] block = new byte[in.readUnsignedShort()];
        in.readFully(block);
        return Bytes.copyOf(block);
    }

    static void greet(DataInputStream in, DataOutputStream out) throws IOException {
        out.writeInt(GREETING);
        out.flush();
        if (in.readInt() != GREETING) {
            throw new IOException("the other side is no USB bus of this version");
        }
    }
}
