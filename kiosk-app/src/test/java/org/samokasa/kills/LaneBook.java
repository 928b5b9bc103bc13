package org.samokasa.kills;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.samokasa.kiosk.domain.language.Language;
import org.samokasa.kiosk.json.RecordJson;
import org.samokasa.kiosk.lane.Lane;
import org.samokasa.kiosk.lane.event.CallEvent;
import org.samokasa.kiosk.lane.event.LaneEvent;
import org.samokasa.kiosk.lane.event.PaymentEvent;
import org.samokasa.kiosk.lane.event.ServiceEvent;
import org.samokasa.kiosk.persistence.journal.DiskFiles;
import org.samokasa.kiosk.persistence.journal.JournalReader;
import org.samokasa.kiosk.persistence.journal.Verification;

/** A lane's journal as it is on disk, added up by a reader that shares nothing with the lane but the facts. */
final class LaneBook {
    private final List<Shown> shownSince = new ArrayList<>();
    private final List<Long> saleNumbers = new ArrayList<>();
    private final List<Long> paidSales = new ArrayList<>();
    private final Set<String> calls = new LinkedHashSet<>();
    private final Set<String> endedCalls = new LinkedHashSet<>();
    private final Map<String, Long> intended = new LinkedHashMap<>();
    private Lane lane;
    private long paidMinor;
    private String openAttempt = "";
    private long position;

    private LaneBook(int number) {
        lane = Lane.unopened(number, Language.EN);
    }

    /**
     * @param since what the lane looked like is kept from this position on
     * @throws Lost when the journal is damaged
     */
    static LaneBook read(Path journal, int number, long since) throws IOException {
        LaneBook book = new LaneBook(number);
        Verification verified = JournalReader.read(
                new DiskFiles(journal),
                (position, payload) -> book.take(position, RecordJson.read(LaneEvent.class, payload), since));
        verified.firstBad().ifPresent(damage -> {
            throw new Lost("the lane's journal is damaged: " + damage);
        });
        return book;
    }

    private void take(long at, LaneEvent event, long since) {
        position = at;
        lane = lane.after(event);
        if (at >= since) {
            shownSince.add(Shown.of(lane));
        }
        if (event instanceof ServiceEvent.SaleStarted started) {
            saleNumbers.add(started.number());
        } else if (event instanceof CallEvent.HelpCalled called) {
            calls.add(called.requestId());
        } else if (event instanceof CallEvent.HelpEnded ended) {
            endedCalls.add(ended.requestId());
        } else if (event instanceof PaymentEvent payment) {
            take(payment);
        }
    }

    private void take(PaymentEvent event) {
        if (event instanceof PaymentEvent.PaymentIntended intent) {
            intended.put(intent.attempt(), intent.amount().minor());
            openAttempt = intent.attempt();
        } else if (event instanceof PaymentEvent.PaymentRefused) {
            openAttempt = "";
        } else if (event instanceof PaymentEvent.PaymentFinished finished) {
            openAttempt = "";
            paidMinor += intended.get(finished.attempt());
            paidSales.add(lane.lastSale());
        }
    }

    /** The lane as the last fact left it. */
    Lane lane() {
        return lane;
    }

    long position() {
        return position;
    }

    /** What could be seen after each fact, from the position that was asked for. */
    List<Shown> shownSince() {
        return shownSince;
    }

    List<Long> saleNumbers() {
        return saleNumbers;
    }

    /** Numbers of the sales that were paid, in order. */
    List<Long> paidSales() {
        return paidSales;
    }

    Set<String> calls() {
        return calls;
    }

    Set<String> endedCalls() {
        return endedCalls;
    }

    /** What the terminal must have taken for finished payments. */
    long paidMinor() {
        return paidMinor;
    }

    /** What it may have taken besides: the one payment that is not through yet. */
    long openMinor() {
        return openAttempt.isEmpty() ? 0 : intended.get(openAttempt);
    }
}
