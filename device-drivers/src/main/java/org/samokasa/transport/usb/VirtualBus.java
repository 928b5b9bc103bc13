package org.samokasa.transport.usb;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.hid.HidIdentity;

/** The sockets of a process into which HID devices made of software are plugged. Any thread. */
public final class VirtualBus {
    private static final VirtualBus OF_THIS_PROCESS = new VirtualBus();

    private final List<Plug> plugs = new ArrayList<>();
    private final List<Watcher> watchers = new CopyOnWriteArrayList<>();

    /** Another one than the process's own is seen by nobody but its watchers. */
    VirtualBus() {}

    /** The one whose devices {@code UsbHostManager} shows. */
    public static VirtualBus ofThisProcess() {
        return OF_THIS_PROCESS;
    }

    /** What the device hears; on any thread, must return at once. */
    public interface Function {
        /** A host opened it and takes its reports. */
        void opened();

        void closed();

        /** An output or feature report, with its id byte when the device uses ids. */
        void report(Bytes report);
    }

    /** Takes a device's reports. */
    interface Host {
        void in(Bytes report);

        void gone();
    }

    /** Told of what comes and goes. */
    interface Watcher {
        void attached(Plug plug);

        void detached(Plug plug);
    }

    /** Plugs a device in. */
    public Plug attach(HidIdentity identity, Function function) {
        Plug plug = new Plug(identity, function);
        synchronized (plugs) {
            plugs.add(plug);
        }
        watchers.forEach(watcher -> watcher.attached(plug));
        return plug;
    }

    /** Tells what is there already, and from now on what changes. */
    void watch(Watcher watcher) {
        watchers.add(watcher);
        present().forEach(watcher::attached);
    }

    void unwatch(Watcher watcher) {
        watchers.remove(watcher);
    }

    List<Plug> present() {
        synchronized (plugs) {
            return List.copyOf(plugs);
        }
    }

    /** One device in its socket; once pulled out it is dead, as on a real bus. */
    public final class Plug {
        private final HidIdentity identity;
        private final Function function;
        private Host host;
        private boolean attached = true;

        private Plug(HidIdentity identity, Function function) {
            this.identity = identity;
            this.function = function;
        }

        public HidIdentity identity() {
            return identity;
        }

        public boolean isAttached() {
            synchronized (this) {
                return attached;
            }
        }

        /** An interrupt IN transfer; dropped while no host listens, as a real device drops it. */
        public void send(Bytes report) {
            Host listening;
            synchronized (this) {
                listening = host;
            }
            if (listening != null) {
                listening.in(report);
            }
        }

        /** Pulls it out. Harmless when repeated. */
        public void detach() {
            Host listening;
            synchronized (this) {
                if (!attached) {
                    return;
                }
                attached = false;
                listening = host;
                host = null;
            }
            synchronized (plugs) {
                plugs.remove(this);
            }
            if (listening != null) {
                listening.gone();
            }
            watchers.forEach(watcher -> watcher.detached(this));
        }

        /** False when it is gone or another host has it. */
        boolean open(Host newHost) {
            synchronized (this) {
                if (!attached || host != null) {
                    return false;
                }
                host = newHost;
            }
            function.opened();
            return true;
        }

        void close(Host oldHost) {
            synchronized (this) {
                if (host != oldHost) {
                    return;
                }
                host = null;
            }
            function.closed();
        }

        void report(Bytes report) {
            function.report(report);
        }
    }
}
