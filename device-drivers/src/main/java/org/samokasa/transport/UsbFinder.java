package org.samokasa.transport;

import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.usb.UsbConfiguration;
import javax.usb.UsbConst;
import javax.usb.UsbDevice;
import javax.usb.UsbDeviceDescriptor;
import javax.usb.UsbEndpoint;
import javax.usb.UsbException;
import javax.usb.UsbHostManager;
import javax.usb.UsbHub;
import javax.usb.UsbInterface;
import javax.usb.UsbPlatformException;

/** Looks for devices on the bus and says in words what stands in the way. */
final class UsbFinder {
    private static final byte HID_CLASS = 3;
    /** libusb's LIBUSB_ERROR_ACCESS. */
    private static final int ACCESS = -3;
    /** libusb's LIBUSB_ERROR_BUSY. */
    private static final int BUSY = -6;
    /** libusb's LIBUSB_ERROR_NOT_SUPPORTED: Windows has its own driver on the interface. */
    private static final int NOT_SUPPORTED = -12;

    private UsbFinder() {}

    /** Every device but hubs. */
    static List<UsbDevice> all() throws IOException {
        try {
            List<UsbDevice> found = new ArrayList<>();
            collect(UsbHostManager.getUsbServices().getRootUsbHub(), found);
            return found;
        } catch (UsbException | RuntimeException e) {
            throw new IOException("the USB bus cannot be read: " + e.getMessage(), e);
        }
    }

    private static void collect(UsbHub hub, List<UsbDevice> into) {
        for (Object each : hub.getAttachedUsbDevices()) {
            UsbDevice device = (UsbDevice) each;
            if (device.isUsbHub()) {
                collect((UsbHub) device, into);
            } else {
                into.add(device);
            }
        }
    }

    /** The device of this identity, at whatever socket. */
    static UsbDevice find(DeviceAddress.Usb address) throws IOException {
        List<UsbDevice> alike = all().stream()
                .filter(device -> isAlike(device.getUsbDeviceDescriptor(), address))
                .collect(Collectors.toList());
        if (alike.isEmpty()) {
            throw new IOException("no USB device " + address.id() + " is attached");
        }
        if (address.serial().isEmpty()) {
            return alike.get(0);
        }
        List<String> others = new ArrayList<>();
        for (UsbDevice device : alike) {
            String serial = serial(device, address);
            if (address.serial().equals(serial)) {
                return device;
            }
            others.add(serial);
        }
        throw new IOException("no USB device " + address.id() + " with the serial number " + address.serial()
                + " is attached, there is " + others);
    }

    private static boolean isAlike(UsbDeviceDescriptor descriptor, DeviceAddress.Usb address) {
        return (descriptor.idVendor() & 0xFFFF) == address.vendor()
                && (descriptor.idProduct() & 0xFFFF) == address.product();
    }

    private static String serial(UsbDevice device, DeviceAddress.Usb address) throws IOException {
        try {
            return String.valueOf(device.getSerialNumberString());
        } catch (UsbException | UnsupportedEncodingException | RuntimeException e) {
            throw failed(address, e);
        }
    }

    static UsbInterface hidInterface(UsbDevice device, DeviceAddress.Usb address) throws IOException {
        UsbConfiguration configuration = device.getActiveUsbConfiguration();
        if (configuration == null) {
            throw new IOException("USB device " + address.id() + " is not configured");
        }
        for (Object each : configuration.getUsbInterfaces()) {
            UsbInterface candidate = (UsbInterface) each;
            int number = candidate.getUsbInterfaceDescriptor().bInterfaceNumber() & 0xFF;
            boolean meant = address.interfaceNumber() < 0 || address.interfaceNumber() == number;
            if (meant && reports(candidate)) {
                return candidate;
            }
        }
        String which = address.interfaceNumber() < 0 ? "no interface" : "no interface " + address.interfaceNumber();
        throw new IOException("USB device " + address.id() + " has " + which + " that reports as a HID device does");
    }

    static boolean reports(UsbInterface candidate) {
        if (candidate.getUsbInterfaceDescriptor().bInterfaceClass() != HID_CLASS) {
            return false;
        }
        for (Object each : candidate.getUsbEndpoints()) {
            UsbEndpoint endpoint = (UsbEndpoint) each;
            if (endpoint.getType() == UsbConst.ENDPOINT_TYPE_INTERRUPT
                    && endpoint.getDirection() == UsbConst.ENDPOINT_DIRECTION_IN) {
                return true;
            }
        }
        return false;
    }

    /** What went wrong, in words that say what to do about it. */
    static IOException failed(DeviceAddress.Usb address, Exception e) {
        int code = e instanceof UsbPlatformException platform ? platform.getErrorCode() : 0;
        String who = "USB device " + address.id();
        String why = switch (code) {
            case ACCESS -> who + " is there and this user may not open it: see USB in docs/operating.md";
            case BUSY -> who + " is in use by another program";
            case NOT_SUPPORTED -> who + " belongs to a driver of the system that does not let go of it";
            default ->
                who + " cannot be opened: "
                        + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
        };
        return new IOException(why, e);
    }
}
