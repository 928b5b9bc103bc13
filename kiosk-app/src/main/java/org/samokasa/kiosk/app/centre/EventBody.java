package org.samokasa.kiosk.app.centre;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Consumer;

/** Hands on each event of an answer as it arrives; the answer is whole when the stream has ended. */
final class EventBody implements HttpResponse.BodySubscriber<Void> {
    private final EventStreamParser parser;
    private final Consumer<EventStreamParser.Event> taker;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private Flow.Subscription subscription;

    EventBody(int eventBytesMax, Consumer<EventStreamParser.Event> taker) {
        this.parser = new EventStreamParser(eventBytesMax);
        this.taker = taker;
    }

    @Override
    public CompletionStage<Void> getBody() {
        return ended;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> parts) {
        try {
            for (ByteBuffer part : parts) {
                parser.feed(part).forEach(taker);
            }
            subscription.request(1);
        } catch (EventStreamParser.TooLong e) {
            subscription.cancel();
            ended.completeExceptionally(e);
        }
    }

    @Override
    public void onError(Throwable failure) {
        ended.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        ended.complete(null);
    }
}
