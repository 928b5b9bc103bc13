package org.samokasa.sim.device.printer;

import static org.samokasa.sim.device.printer.PrinterTokenizer.ESC;
import static org.samokasa.sim.device.printer.PrinterTokenizer.GS;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.samokasa.protocol.Bytes;
import org.samokasa.sim.device.VirtualMachine;
import org.samokasa.sim.device.printer.PrinterToken.Command;

/**
 * An ESC/POS printer. What arrives waits in its buffer and is printed at its speed; real-time commands act at once. When
 * the paper ends or the cover opens it stops where it is and goes on from its buffer afterwards.
 */
public final class PrinterMachine implements VirtualMachine {
    /** 200 mm/s, the middle of the usual 150 to 300 (sheet section 7, timing). */
    private static final int MICROS_PER_MILLIMETRE = 5_000;

    private static final Duration CUT_TIME = Duration.ofMillis(400);
    /** What the buffer holds; a real one has 4 kB and stops the host, see {@link FlowControl}. */
    private static final int TOKENS_MAX = 20_000;

    private final String name;
    private final PrinterTokenizer tokenizer = new PrinterTokenizer();
    private final PrintHead head;
    private final FlowControl flow;
    private final Deque<PrinterToken> buffer = new ArrayDeque<>();
    private int buffered;
    private final PrinterState state = new PrinterState();
    private Wire wire;
    private Instant busyUntil = Instant.EPOCH;
    private Instant lastPoll = Instant.EPOCH;
    /** What was told last by itself; empty while the host did not ask for it. */
    private Optional<Bytes> told = Optional.empty();

    /** @param columns characters of font A on one line */
    public PrinterMachine(String name, int columns) {
        this(name, columns, new FlowControl(false));
    }

    /** @param flow whether and when it stops the host */
    public PrinterMachine(String name, int columns, FlowControl flow) {
        this.name = name;
        this.head = new PrintHead(columns);
        this.flow = flow;
    }

    FlowControl flow() {
        return flow;
    }

    /** Sensors and faults. */
    public PrinterState state() {
        return state;
    }

    /** All that is on the roll, oldest first. */
    public List<PaperPiece> paper() {
        return List.copyOf(head.paper());
    }

    /** The lines of text on the roll, for reading. */
    public List<String> textLines() {
        return head.paper().stream()
                .filter(piece -> piece instanceof PaperPiece.Line)
                .map(piece -> ((PaperPiece.Line) piece).text())
                .toList();
    }

    /** How often the cash drawer was kicked. */
    public int drawerPulses() {
        return head.drawerPulses();
    }

    /** Takes the printed paper away. */
    public void tearOff() {
        head.paper().clear();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void connected(Wire newWire, Instant now) {
        wire = newWire;
        flow.fresh();
    }

    @Override
    public void disconnected(Instant now) {
        wire = null;
        told = Optional.empty();
        // A command cut off by the broken line is not completed by the next host.
        tokenizer.reset();
    }

    @Override
    public void receive(Bytes bytes, Instant now) {
        for (PrinterToken token : tokenizer.feed(bytes)) {
            if (token instanceof PrinterToken.RealTime realTime) {
                atOnce(realTime);
            } else if (buffer.size() < TOKENS_MAX) {
                buffer.add(token);
                buffered += token.size();
            }
        }
        poll(now);
    }

    private void atOnce(PrinterToken.RealTime command) {
        if (command.code() == 0x04) {
            state.realTimeAnswer(command.parameters().at(0)).ifPresent(this::send);
        } else if (command.code() == 0x05 && command.parameters().at(0) == 2) {
            buffer.clear();
            buffered = 0;
        } else if (command.code() == 0x14 && command.parameters().at(0) == 0x08) {
            buffer.clear();
            buffered = 0;
        }
    }

    @Override
    public void poll(Instant now) {
        lastPoll = now;
        print(now);
        flow.say(buffered).ifPresent(this::send);
        if (hasNews()) {
            tellStatus();
        }
    }

    private boolean hasNews() {
        return told.isPresent() && !told.get().equals(state.automaticStatus());
    }

    private void tellStatus() {
        told = Optional.of(state.automaticStatus());
        send(told.get());
    }

    private void print(Instant now) {
        while (!buffer.isEmpty() && !state.isStopped() && !now.isBefore(busyUntil)) {
            PrinterToken token = buffer.element();
            boolean cut = isCut(token);
            if (cut && state.cutterBlocked()) {
                state.jam();
                return;
            }
            buffer.remove();
            buffered -= token.size();
            int millimetres = head.take(token);
            Instant start = busyUntil.isAfter(now) ? busyUntil : now;
            busyUntil = start.plusNanos(1_000L * MICROS_PER_MILLIMETRE * millimetres);
            if (cut) {
                busyUntil = busyUntil.plus(CUT_TIME);
            }
            answer(token);
        }
    }

    private static boolean isCut(PrinterToken token) {
        return token instanceof Command command
                && (command.is(GS, 'V') || command.is(ESC, 'i') || command.is(ESC, 'm'));
    }

    private void answer(PrinterToken token) {
        if (!(token instanceof Command command) || command.lead() != GS) {
            return;
        }
        if (command.code() == 'r') {
            send(Bytes.of(state.answerInTurn(command.parameters().at(0))));
        } else if (command.code() == 'a') {
            told = Optional.empty();
            if (command.parameters().at(0) != 0) {
                tellStatus();
            }
        } else if (command.code() == '(' && command.parameters().at(0) == 'H') {
            processed(command.parameters());
        } else if (command.code() == 'I') {
            identify(command.parameters().at(0));
        }
    }

    /** GS ( H function 48: everything before it is printed, because this machine takes commands in turn. */
    private void processed(Bytes command) {
        if (command.size() == 9 && command.at(3) == 0x30) {
            send(Bytes.of(0x37, 0x22).plus(command.slice(5, 9)).plus(Bytes.of(0)));
        }
    }

    private void identify(int what) {
        switch (what) {
            case 0x43 -> send(Bytes.of(0x5F).plus(Bytes.ascii("SIM-80")).plus(Bytes.of(0)));
            case 0x42 -> send(Bytes.of(0x5F).plus(Bytes.ascii("SAMOKASA")).plus(Bytes.of(0)));
            default -> send(Bytes.of(0x02));
        }
    }

    private void send(Bytes bytes) {
        if (wire != null) {
            wire.send(bytes);
        }
    }

    @Override
    public Optional<Instant> nextDue() {
        if (hasNews() || (wire != null && flow.hasNews(buffered))) {
            return Optional.of(lastPoll);
        }
        return buffer.isEmpty() || state.isStopped() ? Optional.empty() : Optional.of(busyUntil);
    }
}
