package org.samokasa.driver.light;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.samokasa.devices.DeviceName;
import org.samokasa.devices.Health;
import org.samokasa.devices.Light;
import org.samokasa.driver.LinkedDevice;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.lanelight.PatliteTower;
import org.samokasa.transport.ByteLink;

/** A network tower that blinks by itself and confirms each command. The repeated state is the question whether it lives. */
public final class PatliteLight extends LinkedDevice implements Light {
    /** Protocol sheet lane-light, section 1. */
    static final Duration REPEAT = Duration.ofSeconds(10);

    static final Duration ANSWER_LIMIT = Duration.ofSeconds(1);

    private final PatliteTower.Answers answers = new PatliteTower.Answers();
    private Pattern pattern = Pattern.DARK;
    private Instant sendAt = Instant.EPOCH;
    private Optional<Instant> answerLimit = Optional.empty();
    private int misses;

    public PatliteLight(DeviceName name, ByteLink link) {
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
        answers.reset();
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
        answers.feed(bytes).filter(taken -> answerLimit.isPresent()).ifPresent(taken -> {
            answerLimit = Optional.empty();
            misses = 0;
            if (taken) {
                isUp(at);
            } else {
                isDegraded(Health.Cause.SETTINGS, "the tower refuses the command", at);
            }
        });
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
            if (misses >= 2) {
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
        return PatliteTower.write(lamp(pattern.green()), lamp(pattern.yellow()), lamp(pattern.red()));
    }

    private static PatliteTower.Lamp lamp(Lamp lamp) {
        return switch (lamp) {
            case OFF -> PatliteTower.Lamp.OFF;
            case ON -> PatliteTower.Lamp.ON;
            case BLINKING -> PatliteTower.Lamp.BLINKING;
        };
    }

    @Override
    protected Optional<Instant> talkDue() {
        return link().isOpen() ? answerLimit.or(() -> Optional.of(sendAt)) : Optional.empty();
    }

    @Override
    protected void closing() {
        link().send(command(Pattern.DARK));
    }
}
