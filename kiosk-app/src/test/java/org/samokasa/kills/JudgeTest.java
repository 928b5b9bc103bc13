package org.samokasa.kills;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samokasa.kiosk.domain.money.Money;
import org.samokasa.kiosk.help.HelpCause;
import org.samokasa.kiosk.help.HelpEvent;
import org.samokasa.kiosk.json.RecordJson;
import org.samokasa.kiosk.lane.CardPayment.CardFacts;
import org.samokasa.kiosk.lane.Lane;
import org.samokasa.kiosk.lane.event.CallEvent.HelpCalled;
import org.samokasa.kiosk.lane.event.HubEvent.HubConfirmed;
import org.samokasa.kiosk.lane.event.LaneEvent;
import org.samokasa.kiosk.lane.event.PaymentEvent.PaymentApproved;
import org.samokasa.kiosk.lane.event.PaymentEvent.PaymentFinished;
import org.samokasa.kiosk.lane.event.PaymentEvent.PaymentIntended;
import org.samokasa.kiosk.lane.event.ServiceEvent.LaneOpened;
import org.samokasa.kiosk.lane.event.ServiceEvent.SaleStarted;
import org.samokasa.kiosk.persistence.journal.DiskFiles;
import org.samokasa.kiosk.persistence.journal.JournalOptions;
import org.samokasa.kiosk.persistence.journal.SegmentedJournal;
import org.samokasa.kiosk.persistence.lane.StoredLaneJournal;
import org.samokasa.kiosk.store.StoreEvent;

/** The judge of the kills finds each kind of loss; what is here is made up, no process runs. */
class JudgeTest {
    private static final Instant AT = Instant.parse("2026-11-21T10:00:00Z");
    private static final LaneEvent OPENED = new LaneOpened(AT);
    private static final LaneEvent SALE = new SaleStarted(AT, 1, 0);
    private static final LaneEvent CALL =
            new HelpCalled(AT, "4-1", HelpCause.SHOPPER_CALLED, "", java.util.Optional.empty());
    private static final LaneEvent INTENT = new PaymentIntended(AT, "4-1-1", Money.of(399, "PLN"), Optional.empty());
    private static final LaneEvent APPROVED = new PaymentApproved(AT, "4-1-1", Optional.empty(), CardFacts.NONE);
    private static final LaneEvent PAID = new PaymentFinished(AT, "4-1-1");

    @TempDir
    Path folder;

    private int journals;

    private LaneBook lane(LaneEvent... events) throws IOException {
        Path journal = folder.resolve("lane-" + ++journals);
        journal.toFile().mkdirs();
        try (StoredLaneJournal stored = StoredLaneJournal.open(new DiskFiles(journal), (position, event) -> {})) {
            stored.append(List.of(events));
        }
        return LaneBook.read(journal, KillShop.LANE_NUMBER, 0);
    }

    private HubBook hub(StoreEvent... events) throws IOException {
        Path journal = folder.resolve("hub-" + ++journals);
        journal.toFile().mkdirs();
        try (SegmentedJournal stored =
                SegmentedJournal.open(new DiskFiles(journal), JournalOptions.DEFAULT, (sequence, payload) -> {})) {
            List<byte[]> payloads = new ArrayList<>();
            List.of(events).forEach(event -> payloads.add(RecordJson.write(StoreEvent.class, event)));
            stored.append(payloads);
        }
        return HubBook.read(journal);
    }

    private static StoreEvent raised(String id) {
        return new StoreEvent.HelpHasChanged(new HelpEvent.HelpWasRaised(
                AT,
                new org.samokasa.kiosk.help.HelpCall(
                        "stream:" + id, 4, 1, HelpCause.SHOPPER_CALLED, "", List.of(), AT, List.of())));
    }

    private static StoreEvent heard(long position) {
        return new StoreEvent.LaneWasHeard(AT, 4, "stream", position);
    }

    @Test
    void what_was_shown_must_be_on_record_and_in_that_order() throws IOException {
        List<Shown> recorded = lane(OPENED, SALE, CALL).shownSince();
        assertThatCode(() -> Judge.shownIsOnRecord(recorded, recorded)).doesNotThrowAnyException();
        Shown more = Shown.of(Lane.unopened(4, org.samokasa.kiosk.domain.language.Language.EN)
                .after(OPENED)
                .after(SALE)
                .after(INTENT));
        assertThatThrownBy(() -> Judge.shownIsOnRecord(List.of(more), recorded))
                .isInstanceOf(Lost.class)
                .hasMessageContaining("4-1-1");
        assertThatThrownBy(() -> Judge.shownIsOnRecord(List.of(recorded.get(2), recorded.get(1)), recorded))
                .isInstanceOf(Lost.class);
    }

    @Test
    void the_terminal_has_what_is_paid_and_at_most_the_open_payment_besides() throws IOException {
        LaneBook open = lane(OPENED, SALE, INTENT, APPROVED);
        assertThatCode(() -> Judge.money(0, open)).doesNotThrowAnyException();
        assertThatCode(() -> Judge.money(399, open)).doesNotThrowAnyException();
        assertThatThrownBy(() -> Judge.money(798, open)).isInstanceOf(Lost.class);
        LaneBook paid = lane(OPENED, SALE, INTENT, APPROVED, PAID);
        assertThatCode(() -> Judge.money(399, paid)).doesNotThrowAnyException();
        assertThatThrownBy(() -> Judge.money(0, paid)).isInstanceOf(Lost.class).hasMessageContaining("399");
    }

    @Test
    void sale_numbers_have_no_gap_and_no_repeat() throws IOException {
        LaneBook gap = lane(OPENED, SALE, new SaleStarted(AT, 3, 0));
        assertThatThrownBy(() -> Judge.numbersAreWhole(gap)).isInstanceOf(Lost.class);
        LaneBook repeat = lane(OPENED, SALE, new SaleStarted(AT, 1, 0), OPENED);
        assertThatThrownBy(() -> Judge.numbersAreWhole(repeat)).isInstanceOf(Lost.class);
    }

    @Test
    void the_hub_has_what_it_acknowledged_and_each_call_once() throws IOException {
        LaneBook lane = lane(OPENED, CALL, new HubConfirmed(AT, 2));
        assertThatCode(() -> Judge.atTheHub(lane, Set.of(), hub(raised("4-1"), heard(2)), lane))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> Judge.atTheHub(lane, Set.of(), hub(raised("4-1"), heard(1)), lane))
                .isInstanceOf(Lost.class)
                .hasMessageContaining("acknowledged");
        assertThatThrownBy(() -> Judge.atTheHub(lane, Set.of(), hub(raised("4-1"), raised("4-1"), heard(2)), lane))
                .isInstanceOf(Lost.class)
                .hasMessageContaining("calls at the hub");
        assertThatThrownBy(() -> Judge.atTheHub(lane, Set.of("4-1"), hub(raised("4-1"), heard(2)), lane))
                .isInstanceOf(Lost.class)
                .hasMessageContaining("said yes");
    }

    @Test
    void a_sale_that_the_lane_has_not_is_found_at_the_hub() throws IOException {
        LaneBook lane = lane(OPENED, SALE, INTENT, APPROVED, PAID);
        StoreEvent first = new StoreEvent.SaleWasRecorded(
                AT, new org.samokasa.kiosk.store.Sale(4, 1, AT, "PLN", 399, List.of(), List.of(), List.of()));
        assertThatCode(() -> Judge.atTheHub(lane, Set.of(), hub(first), lane)).doesNotThrowAnyException();
        assertThatThrownBy(() -> Judge.atTheHub(lane, Set.of(), hub(first, first), lane))
                .isInstanceOf(Lost.class)
                .hasMessageContaining("sales at the hub");
    }
}
