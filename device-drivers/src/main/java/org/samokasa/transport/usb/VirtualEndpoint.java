package org.samokasa.transport.usb;

import javax.usb.UsbConst;
import javax.usb.UsbEndpoint;
import javax.usb.UsbEndpointDescriptor;
import javax.usb.UsbInterface;
import javax.usb.UsbPipe;
import org.usb4java.javax.descriptors.SimpleUsbEndpointDescriptor;

/** Interrupt IN, 64 bytes. */
final class VirtualEndpoint implements UsbEndpoint {
    static final byte ADDRESS = (byte) 0x81;
    private static final short PACKET_BYTES = 64;

    private final VirtualInterface owner;
    private final VirtualPipe pipe;

    VirtualEndpoint(VirtualInterface owner, VirtualUsbDevice device) {
        this.owner = owner;
        pipe = new VirtualPipe(this, device);
    }

    @Override
    public UsbInterface getUsbInterface() {
        return owner;
    }

    @Override
    public UsbEndpointDescriptor getUsbEndpointDescriptor() {
        return new SimpleUsbEndpointDescriptor(
                (byte) 7,
                UsbConst.DESCRIPTOR_TYPE_ENDPOINT,
                ADDRESS,
                UsbConst.ENDPOINT_TYPE_INTERRUPT,
                PACKET_BYTES,
                (byte) 8);
    }

    @Override
    public byte getDirection() {
        return UsbConst.ENDPOINT_DIRECTION_IN;
    }

    @Override
    public byte getType() {
        return UsbConst.ENDPOINT_TYPE_INTERRUPT;
    }

    @Override
    public UsbPipe getUsbPipe() {
        return pipe;
    }
}
