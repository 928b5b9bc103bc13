package org.samokasa.protocol.zvt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.samokasa.protocol.Bytes;

/** A session, the moment, and everything it wanted done since the last look. */
final class SessionBench {
    static final String STATUS_READY = "06 0F 01 00";

    final List<Step> steps = new ArrayList<>();
    final ZvtSession session = new ZvtSession(ZvtOptions.DEFAULT.withPassword("102030"));
    Instant now = Instant.parse("2031-11-06T13:10:00Z");

    void makeReady() {
        take(session.onOpened(now));
        pt("80 00 00");
        pt(ZvtExamples.F2);
        pt("80 00 00");
        pt(STATUS_READY);
        pt("80 00 00");
        pt("04 0F 0D 27 00 04 00 00 00 00 19 99 0B 00 04 17");
        pt("06 0F 00");
        assertThat(notices(Notice.Ready.class)).hasSize(1);
        steps.clear();
    }

    void pay() {
        take(session.pay("a1", 2310, "EUR", now));
    }

    void makePaying() {
        makeReady();
        pay();
        pt("80 00 00");
        steps.clear();
    }

    void makeApproved() {
        makePaying();
        pt(ZvtExamples.F7);
        take(session.accept("a1", now));
        steps.clear();
    }

    void pt(String frame) {
        pt(Bytes.hex(frame));
    }

    void pt(Bytes frame) {
        take(session.onApdu(ZvtExamples.apdu(frame), now));
    }

    void pass(Duration time) {
        Instant end = now.plus(time);
        Optional<Instant> due = session.nextDue();
        while (due.isPresent() && !due.get().isAfter(end)) {
            now = due.get();
            take(session.poll(now));
            due = session.nextDue();
        }
        now = end;
        take(session.poll(now));
    }

    void take(List<Step> news) {
        steps.addAll(news);
    }

    List<Bytes> sent() {
        return steps.stream()
                .filter(Step.Send.class::isInstance)
                .map(step -> ((Step.Send) step).apdu().encode())
                .toList();
    }

    <T extends Notice> List<T> notices(Class<T> kind) {
        return steps.stream()
                .filter(Step.Tell.class::isInstance)
                .map(step -> ((Step.Tell) step).notice())
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }
}
