package org.samokasa.driver.light;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.samokasa.devices.DeviceName;
import org.samokasa.devices.Health;
import org.samokasa.devices.Light;
import org.samokasa.driver.LinkedDevice;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.@package@.@Name@Codec;
import org.samokasa.transport.ByteLink;

/** The light @name@, which blinks by itself and answers each command. The repeated state is the question whether it lives. */
public final class @Name@Light extends LinkedDevice implements Light {
    /** Protocol sheet lane-light, section 1. */
    static final Duration REPEAT = Duration.ofSeconds(10);
    /** TODO the manual's own limit. */
    static final Duration ANSWER_LIMIT = Duration.ofSeconds(1);

    private static final int MISSES_MAX = 2;

    private final @Name@Codec.Lines lines = new @Name@Codec.Lines();
    private Pattern pattern = Pattern.DARK;
    private Instant sendAt = Instant.EPOCH;
    private Optional<Instant> answerLimit = Optional.empty();
    private int misses;

    public @Name@Light(DeviceName name, ByteLink link) {
        super(name, link);
    }

    @Override
    public void show(Pattern next) {
        if (!next.equals(pattern)) {
            pattern = next;
            sendAt = lastPoll();
            wakeOwner();
        }
    }

    @Override
    protected void opened(Instant at) {
        lines.reset();
        answerLimit = Optional.empty();
        misses = 0;
        sendAt = at;
    }

    @Override
    protected void lost(String why, Instant at) {
        answerLimit = Optional.empty();
        isDown(Health.Cause.NOT_CONNECTED, why, at);
    }

    @Override
    protected void received(Bytes bytes, Instant at) {
        for (Bytes line : lines.feed(bytes)) {
            @Name@Codec.answered(line).filter(taken -> answerLimit.isPresent()).ifPresent(taken -> answered(taken, at));
        }
    }

    private void answered(boolean taken, Instant at) {
        answerLimit = Optional.empty();
        misses = 0;
        if (taken) {
            isUp(at);
        } else {
            isDegraded(Health.Cause.SETTINGS, "the light refuses the command", at);
        }
    }

    @Override
    protected void due(Instant at) {
        if (!link().isOpen()) {
            return;
        }
        if (answerLimit.isPresent() && !at.isBefore(answerLimit.get())) {
            answerLimit = Optional.empty();
            misses++;
            sendAt = at.plus(ANSWER_LIMIT);
            if (misses >= MISSES_MAX) {
                isDown(Health.Cause.NO_ANSWER, "connected and silent", at);
            }
        }
        if (answerLimit.isEmpty() && !at.isBefore(sendAt)) {
            link().send(command(pattern));
            answerLimit = Optional.of(at.plus(ANSWER_LIMIT));
            sendAt = at.plus(REPEAT);
        }
    }

    private static Bytes command(Pattern pattern) {
        return @Name@Codec.encode(
                new @Name@Codec.Command(lamp(pattern.green()), lamp(pattern.yellow()), lamp(pattern.red())));
    }

    private static @Name@Codec.Lamp lamp(Lamp lamp) {
        return switch (lamp) {
            case OFF -> @Name@Codec.Lamp.DARK;
            case ON -> @Name@Codec.Lamp.LIT;
            case BLINKING -> @Name@Codec.Lamp.BLINKING;
        };
    }

    @Override
    protected Optional<Instant> talkDue() {
        return link().isOpen() ? answerLimit.or(() -> Optional.of(sendAt)) : Optional.empty();
    }

    /** Lamps keep their last state without a host. */
    @Override
    protected void closing() {
        link().send(command(Pattern.DARK));
    }
}
