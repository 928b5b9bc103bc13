package org.samokasa.kiosk.ui;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import org.samokasa.kiosk.domain.language.Language;
import org.samokasa.kiosk.lane.Effect;
import org.samokasa.kiosk.lane.LaneView;
import org.samokasa.kiosk.lane.command.ScreenCommand;
import org.samokasa.kiosk.lane.command.ShopperCommand;
import org.samokasa.kiosk.ui.model.CatalogueGoods;
import org.samokasa.kiosk.ui.model.Control;
import org.samokasa.kiosk.ui.model.PressGuard;
import org.samokasa.kiosk.ui.model.Rehearsal;
import org.samokasa.kiosk.ui.model.ScreenId;
import org.samokasa.kiosk.ui.model.Screens;
import org.samokasa.kiosk.ui.model.ShopFront;
import org.samokasa.kiosk.ui.model.UiAction;
import org.samokasa.kiosk.ui.model.UiState;
import org.samokasa.kiosk.ui.model.ViewState;
import org.samokasa.kiosk.ui.sound.Tones;
import org.samokasa.kiosk.ui.theme.Look;
import org.samokasa.kiosk.ui.theme.Theme;
import org.samokasa.kiosk.ui.view.KioskPanel;

/**
 * The window of a lane. Shows lane views and hands back what the shopper does; keeps nothing that outlives a visit.
 *
 * <p>Control names are stable, scripts and tests press by them:
 * <ul>
 *   <li>on every screen: {@code language}, {@code theme} (stronger contrast), {@code help}
 *   <li>attract: {@code start}, {@code language-en}, {@code language-pl}
 *   <li>basket: {@code lookup}, {@code bags}, {@code help-call}, {@code remove-LINE}, {@code page-previous},
 *       {@code page-next}, {@code pay}; before removing: {@code remove-yes}, {@code back}
 *   <li>look-up: {@code category-SHELF}, {@code search}, {@code key-LETTER}, {@code key-erase}, {@code article-KEY}
 *       ({@code article-plu:4011}), {@code page-previous}, {@code page-next}, {@code back}
 *   <li>weighing: {@code back}
 *   <li>cards: {@code keep-scanning}, {@code remove-age-item}, {@code set-aside}, {@code bag-done}, {@code own-bag},
 *       {@code lookup}, {@code still-here}, {@code help-call}, {@code help-cancel}, {@code help-close}, {@code back}
 *   <li>with a call for help: {@code self-help-TOPIC}; on such a card {@code back}, {@code try-it}, {@code that-helped}, the
 *       last one also beside who is coming once a card was read
 *   <li>with a sentence from an attendant: {@code note-read}
 *   <li>paying: {@code cancel-payment}, {@code retry}, {@code to-basket}, {@code help-call}
 *   <li>staff: {@code staff} on the language card, {@code key-DIGIT}, {@code key-erase}, {@code key-enter},
 *       {@code machine-NAME}, {@code test-KIND}, {@code sure-END_OF_DAY}, {@code sign-out}, {@code back}
 *   <li>receipt: {@code receipt-yes}, {@code receipt-no}
 * </ul>
 */
public final class KioskWindow implements AutoCloseable {
    /** Countdowns and time-outs are looked at this often; touch and lane do not wait for it. */
    private static final int TICK_MILLIS = 100;

    private final KioskSettings settings;
    private final Consumer<ScreenCommand> commands;
    private final Supplier<Instant> clock;
    private final ShopFront front;
    private final CatalogueGoods goods;
    private final Tones tones = new Tones();
    private final AtomicReference<LaneView> latest = new AtomicReference<>();
    private final AtomicBoolean refreshAsked = new AtomicBoolean();
    private volatile String screen = "STARTING";

    // Event thread only, from here on.
    private KioskFrame frame;
    private Timer timer;
    private KioskPanel panel;
    private boolean highContrast;
    private UiState ui = UiState.fresh();
    private ViewState shown;
    private PressGuard guard = PressGuard.open();
    private boolean scripted;

    private KioskWindow(KioskSettings settings, Consumer<ScreenCommand> commands, Supplier<Instant> clock) {
        this.settings = settings;
        this.commands = commands;
        this.clock = clock;
        front = new ShopFront(
                settings.lane(),
                settings.shopName(),
                settings.currency(),
                settings.policy(),
                settings.means(),
                settings.staff().door().isPresent(),
                settings.staff().book(),
                settings.staff().zone());
        goods = new CatalogueGoods(settings.catalogue());
    }

    /**
     * Opens on the event thread and returns when it is showing.
     *
     * @param commands is called on the event thread and must not block
     * @param clock the lane's own, so that countdowns agree with it
     */
    public static KioskWindow open(KioskSettings settings, Consumer<ScreenCommand> commands, Supplier<Instant> clock) {
        KioskWindow window = new KioskWindow(settings, commands, clock);
        window.onEventThread(() -> {
            window.openHere();
            return null;
        });
        return window;
    }

    private void openHere() {
        Theme.named(settings.theme()).install();
        frame = new KioskFrame(settings, this::sizeChanged, this::touched);
        rebuild();
        timer = new Timer(TICK_MILLIS, tick -> refresh());
        timer.start();
    }

    private void rehearse() {
        Instant now = clock.get();
        ViewState basket = Screens.view(
                Rehearsal.basket(settings.lane(), settings.currency(), now),
                UiState.fresh(),
                front,
                goods,
                settings.words().get(Language.EN),
                now);
        KioskPanel unseen = newPanel(settings.width(), settings.height());
        unseen.show(basket);
        unseen.picture(settings.width(), settings.height());
    }

    /** Shows this; of several in a row only the latest need appear. Any thread. */
    public void show(LaneView view) {
        latest.set(view);
        if (refreshAsked.compareAndSet(false, true)) {
            SwingUtilities.invokeLater(() -> {
                refreshAsked.set(false);
                refresh();
            });
        }
    }

    /** Sounds a tone where there is something to sound it with. Any thread, never blocks. */
    public void play(Effect.Sound sound) {
        tones.play(sound);
    }

    /** Name of the screen shown now, one of {@link org.samokasa.kiosk.ui.model.ScreenId}. Any thread. */
    public String screen() {
        return screen;
    }

    /** Presses the control of that name as a finger would; false when it is not there to press. Any thread. */
    public boolean press(String button) {
        return onEventThread(() -> {
            refresh();
            scripted = true;
            try {
                return panel.press(button);
            } finally {
                scripted = false;
            }
        });
    }

    /** Names of the controls that can be pressed now. Any thread. */
    public List<String> buttons() {
        return onEventThread(() -> {
            refresh();
            return panel.buttons();
        });
    }

    /**
     * Paints what is shown to a PNG file.
     *
     * @throws UncheckedIOException when the file cannot be written
     */
    public void picture(Path png) {
        write(
                onEventThread(() -> {
                    refresh();
                    return panel.picture(Math.max(1, panel.getWidth()), Math.max(1, panel.getHeight()));
                }),
                png);
    }

    /** The same, laid out for a display of another size. */
    public void picture(Path png, int width, int height) {
        write(
                onEventThread(() -> {
                    refresh();
                    KioskPanel other = newPanel(width, height);
                    if (shown != null) {
                        other.show(shown);
                    }
                    return other.picture(width, height);
                }),
                png);
    }

    @Override
    public void close() {
        onEventThread(() -> {
            timer.stop();
            frame.close();
            tones.close();
            return null;
        });
    }

    private void refresh() {
        LaneView view = latest.get();
        if (view == null) {
            return;
        }
        Instant now = clock.get();
        ui = ui.following(view, now).at(now);
        ViewState next = Screens.view(
                view, ui, front, goods, settings.words().get(view.lane().language()), now);
        if (next.equals(shown)) {
            return;
        }
        boolean first = shown == null;
        boolean other = first || shown.screen() != next.screen();
        shown = next;
        screen = next.screen().name();
        if (next.highContrast() != highContrast) {
            highContrast = next.highContrast();
            (highContrast ? Theme.CONTRAST : Theme.named(settings.theme())).install();
            rebuild();
        } else {
            panel.show(next);
        }
        if (other) {
            guard = guard.after(now);
            panel.requestFocusInWindow();
        }
        if (first && next.screen() != ScreenId.BASKET) {
            // After what is really there: a lane that comes back in the middle of a visit shows that first.
            SwingUtilities.invokeLater(this::rehearse);
        }
    }

    private void pressed(Control control) {
        Instant now = clock.get();
        if (!scripted && !guard.lets(now)) {
            return;
        }
        guard = guard.after(now);
        if (control.action() instanceof UiAction.SubmitPin) {
            String pin = ui.pin();
            settings.staff().door().ifPresent(door -> door.accept(pin));
        }
        ui = ui.on(control.action(), now);
        commands.accept(control.command().orElse(new ShopperCommand.Touched()));
        refresh();
    }

    private void touched() {
        commands.accept(new ShopperCommand.Touched());
    }

    private void sizeChanged() {
        if (panel != null) {
            rebuild();
        }
    }

    private void rebuild() {
        panel = newPanel(frame.contentWidth(), frame.contentHeight());
        if (shown != null) {
            panel.show(shown);
        }
        frame.show(panel);
    }

    private KioskPanel newPanel(int width, int height) {
        return new KioskPanel(Look.of(width, height, settings.diagonalTenthInches()), width >= height, this::pressed);
    }

    private static void write(BufferedImage image, Path png) {
        try {
            if (!ImageIO.write(image, "png", png.toFile())) {
                throw new IOException("no PNG writer in this Java");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + png, e);
        }
    }

    private <T> T onEventThread(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        if (SwingUtilities.isEventDispatchThread()) {
            task.run();
        } else {
            try {
                SwingUtilities.invokeAndWait(task);
            } catch (InterruptedException asked) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while the screen worked", asked);
            } catch (InvocationTargetException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        try {
            return task.get();
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the screen worked", asked);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException defect) {
                throw defect;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }
}
