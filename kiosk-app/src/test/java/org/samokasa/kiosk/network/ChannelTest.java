package org.samokasa.kiosk.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelTest {
    private static final Instant START = Instant.parse("2030-01-01T09:00:00Z");

    private static List<Long> positions(Outbox.Sending<String> sending) {
        return sending.messages().stream().map(Outbox.Numbered::sequence).toList();
    }

    @Test
    void a_new_message_goes_out_at_once_and_only_once_until_it_is_due_again() {
        Outbox<String> box = Outbox.<String>acknowledgedUpTo(7).offer(12, "a").offer(15, "b");
        Outbox.Sending<String> first = box.send(START);
        assertThat(first.messages())
                .containsExactly(new Outbox.Numbered<>(12, 7, "a"), new Outbox.Numbered<>(15, 12, "b"));
        assertThat(positions(first.next().send(START.plusMillis(1_999)))).isEmpty();
        assertThat(positions(first.next().offer(16, "c").send(START.plusMillis(5))))
                .containsExactly(16L);
    }

    @Test
    void what_is_not_acknowledged_is_sent_again_ever_more_patiently() {
        Outbox<String> box = Outbox.<String>acknowledgedUpTo(0).offer(1, "a");
        box = box.send(START).next();
        List<Long> secondsAfterStart = new ArrayList<>();
        for (int second = 1; second <= 120; second++) {
            Outbox.Sending<String> sending = box.send(START.plusSeconds(second));
            if (!sending.messages().isEmpty()) {
                secondsAfterStart.add((long) second);
            }
            box = sending.next();
        }
        assertThat(secondsAfterStart).containsExactly(2L, 6L, 14L, 30L, 60L, 90L, 120L);
    }

    @Test
    void an_acknowledgement_ends_it_and_a_new_link_begins_it_again() {
        Outbox<String> box = Outbox.<String>acknowledgedUpTo(0).offer(1, "a").offer(2, "b");
        box = box.send(START).next().acknowledged(1);
        assertThat(positions(box.reconnected().send(START))).containsExactly(2L);
        box = box.acknowledged(2);
        assertThat(box.resendAt()).isEmpty();
        assertThat(positions(box.reconnected().send(START.plusSeconds(600)))).isEmpty();
        assertThat(box.isBehind(1)).isTrue();
        assertThat(box.isBehind(2)).isFalse();
        assertThat(box.acknowledged(1)).isEqualTo(box);
    }

    @Test
    void a_clock_that_was_set_back_does_not_keep_a_message_from_being_sent_again() {
        Outbox<String> box =
                Outbox.<String>acknowledgedUpTo(0).offer(1, "a").send(START).next();
        assertThat(positions(box.send(START.minusSeconds(3_600)))).containsExactly(1L);
    }

    @Test
    void a_receiver_that_began_anew_gets_what_is_pending_without_a_gap() {
        Outbox<String> box = Outbox.<String>acknowledgedUpTo(50).offer(60, "a").offer(70, "b");
        assertThat(box.rebasedAt(0).send(START).messages())
                .containsExactly(new Outbox.Numbered<>(60, 0, "a"), new Outbox.Numbered<>(70, 60, "b"));
    }

    @Test
    void a_position_offered_before_is_ignored() {
        Outbox<String> box =
                Outbox.<String>acknowledgedUpTo(5).offer(5, "old").offer(6, "a").offer(6, "again");
        assertThat(box.pending()).containsExactly(new Outbox.Numbered<>(6, 5, "a"));
    }

    @Test
    void only_a_window_is_under_way() {
        Outbox<String> box = Outbox.acknowledgedUpTo(0);
        for (int i = 1; i <= 200; i++) {
            box = box.offer(i, "m");
        }
        Outbox.Sending<String> first = box.send(START);
        assertThat(first.messages()).hasSize(Outbox.WINDOW);
        assertThat(positions(first.next().acknowledged(10).send(START)))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(65, 74).boxed().toList());
    }

    @Test
    void an_inbox_takes_the_next_repeats_the_old_and_names_the_gap() {
        Inbox box = Inbox.appliedUpTo(3);
        assertThat(box.arrive(3, 1).verdict()).isEqualTo(Inbox.Verdict.REPEAT);
        assertThat(box.arrive(9, 7)).isEqualTo(new Inbox.Arrival(box, Inbox.Verdict.GAP));
        Inbox.Arrival next = box.arrive(7, 3);
        assertThat(next).isEqualTo(new Inbox.Arrival(new Inbox(7, 3), Inbox.Verdict.DELIVER));
        assertThat(next.next().arrive(7, 3).verdict()).isEqualTo(Inbox.Verdict.REPEAT);
        assertThat(next.next().applied(7)).isEqualTo(new Inbox(7, 7));
        assertThatThrownBy(() -> next.next().applied(8)).isInstanceOf(IllegalArgumentException.class);
    }

    /**
     * A network that loses, repeats and swaps, and both ends restarted at any moment with only what their journals
     * hold: in the end everything has arrived, once and in order.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void every_message_arrives_once_and_in_order_whatever_the_network_does(long seed) {
        World world = new World(seed);
        for (int i = 0; i < 3_000; i++) {
            world.step();
        }
        world.heal();
        assertThat(world.received).as("seed %d", seed).isEqualTo(world.said);
        assertThat(world.said.size()).isGreaterThan(100);
    }

    private static final class World {
        private final Random random;
        private final List<Long> said = new ArrayList<>();
        private final List<Long> received = new ArrayList<>();
        private final List<Outbox.Numbered<String>> toReceiver = new ArrayList<>();
        private final List<Long> toSender = new ArrayList<>();
        private Outbox<String> outbox = Outbox.acknowledgedUpTo(0);
        private Inbox inbox = Inbox.appliedUpTo(0);
        private long journalPosition;
        private Instant now = START;
        private boolean lossy = true;

        World(long seed) {
            random = new Random(seed);
        }

        void step() {
            now = now.plusMillis(random.nextInt(400));
            switch (random.nextInt(12)) {
                case 0, 1 -> say();
                case 2 -> outbox = outbox.reconnected();
                case 3 -> restartSender();
                case 4 -> inbox = Inbox.appliedUpTo(inbox.applied());
                case 5, 6, 7 -> receiveOne();
                case 8, 9 -> acknowledgeOne();
                default -> transmit();
            }
        }

        void heal() {
            lossy = false;
            outbox = outbox.reconnected();
            for (int i = 0; i < 1_000 && !outbox.pending().isEmpty(); i++) {
                now = now.plusMillis(500);
                transmit();
                while (!toReceiver.isEmpty()) {
                    receiveOne();
                }
                while (!toSender.isEmpty()) {
                    acknowledgeOne();
                }
            }
        }

        private void say() {
            journalPosition += 1 + random.nextInt(5);
            said.add(journalPosition);
            outbox = outbox.offer(journalPosition, "m" + journalPosition);
        }

        /** The sender has journalled some acknowledgements and forgotten the rest. */
        private void restartSender() {
            long known = said.stream()
                    .filter(p -> p <= outbox.acknowledged() && random.nextInt(3) > 0)
                    .reduce(0L, Math::max);
            Outbox<String> fresh = Outbox.acknowledgedUpTo(known);
            for (long position : said) {
                fresh = fresh.offer(position, "m" + position);
            }
            outbox = fresh;
        }

        private void transmit() {
            Outbox.Sending<String> sending = outbox.send(now);
            outbox = sending.next();
            sending.messages().forEach(m -> put(toReceiver, m));
        }

        private void receiveOne() {
            if (toReceiver.isEmpty()) {
                return;
            }
            Outbox.Numbered<String> message = toReceiver.remove(0);
            Inbox.Arrival arrival = inbox.arrive(message.sequence(), message.previous());
            inbox = arrival.next();
            if (arrival.verdict() == Inbox.Verdict.DELIVER) {
                received.add(message.sequence());
                inbox = inbox.applied(message.sequence());
            }
            put(toSender, inbox.applied());
        }

        private void acknowledgeOne() {
            if (!toSender.isEmpty()) {
                outbox = outbox.acknowledged(toSender.remove(0));
            }
        }

        private <T> void put(List<T> wire, T message) {
            int fate = lossy ? random.nextInt(10) : 9;
            if (fate < 3) {
                return;
            }
            wire.add(fate == 3 ? random.nextInt(wire.size() + 1) : wire.size(), message);
            if (fate == 4) {
                wire.add(message);
            }
        }
    }
}
