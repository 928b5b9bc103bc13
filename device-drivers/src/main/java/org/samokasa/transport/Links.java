package org.samokasa.transport;

/** Opens addresses. */
public final class Links {
    private Links() {}

    /** A link to this address. Nothing is opened yet: the first {@link ByteLink#poll} starts the first attempt. */
    public static ByteLink open(DeviceAddress address) {
        if (address instanceof DeviceAddress.Serial serial) {
            return new SupervisedLink(serial.toString(), () -> new SerialLine(serial));
        }
        if (address instanceof DeviceAddress.Tcp tcp) {
            return new SupervisedLink(tcp.toString(), () -> new TcpLine(tcp));
        }
        if (address instanceof DeviceAddress.Tls tls) {
            return new SupervisedLink(tls.toString(), () -> new TlsLine(tls));
        }
        if (address instanceof DeviceAddress.Camera camera) {
            return new SupervisedLink(camera.toString(), () -> new CameraLine(camera));
        }
        if (address instanceof DeviceAddress.Folder folder) {
            return new SupervisedLink(folder.toString(), () -> new PictureFolderLine(folder));
        }
        if (address instanceof DeviceAddress.Usb usb) {
            UsbArrivals arrivals = new UsbArrivals();
            SupervisedLink link = new SupervisedLink(usb.toString(), () -> new UsbLine(usb, arrivals), arrivals::close);
            arrivals.tell(link::hint);
            return link;
        }
        if (address instanceof DeviceAddress.Keyboard) {
            return new KeyboardLink();
        }
        throw new IllegalArgumentException(address + " is no wire");
    }
}
