package org.samokasa.kiosk.ui.view;

import java.awt.AWTKeyStroke;
import java.awt.Component;
import java.awt.Container;
import java.awt.Graphics2D;
import java.awt.KeyboardFocusManager;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.swing.JPanel;
import javax.swing.LayoutFocusTraversalPolicy;
import org.samokasa.kiosk.ui.model.Control;
import org.samokasa.kiosk.ui.model.ViewState;
import org.samokasa.kiosk.ui.model.ViewState.AttractPage;
import org.samokasa.kiosk.ui.model.ViewState.CardPage;
import org.samokasa.kiosk.ui.model.ViewState.LookUpPage;
import org.samokasa.kiosk.ui.model.ViewState.ShopPage;
import org.samokasa.kiosk.ui.model.ViewState.StaffPage;
import org.samokasa.kiosk.ui.theme.Look;
import org.samokasa.kiosk.ui.theme.Token;

/** Everything inside the window; renders without one too. Made for one size of display. Event thread only. */
public final class KioskPanel extends JPanel {
    private final transient Look look;
    private final StatusBarView status;
    private final BannerView banner;
    private final DialogLayer dialog;
    private final AttractView attract;
    private final ShopView shop;
    private final LookUpView lookUp;
    private final CardPageView card;
    private final StaffView staff;
    private JPanel page;

    /** @param presses is told of every press; whether it counts is not decided here */
    public KioskPanel(Look look, boolean wide, Consumer<Control> presses) {
        super(null);
        this.look = look;
        status = new StatusBarView(look, presses, wide);
        banner = new BannerView(look, presses);
        dialog = new DialogLayer(look, presses, wide);
        attract = new AttractView(look, presses, wide);
        shop = new ShopView(look, presses, wide);
        lookUp = new LookUpView(look, presses, wide);
        card = new CardPageView(look, presses, wide);
        staff = new StaffView(look, presses, wide);
        dialog.setVisible(false);
        add(dialog);
        add(status);
        add(banner);
        setFocusable(true);
        setFocusCycleRoot(true);
        setFocusTraversalPolicy(new LayoutFocusTraversalPolicy() {
            @Override
            protected boolean accept(Component candidate) {
                return super.accept(candidate) && pressable().contains(candidate);
            }
        });
        arrows(KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, KeyEvent.VK_DOWN, KeyEvent.VK_RIGHT);
        arrows(KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, KeyEvent.VK_UP, KeyEvent.VK_LEFT);
    }

    /** Keypads have arrows, not Tab (UX.md section 11). */
    private void arrows(int direction, int... keys) {
        Set<AWTKeyStroke> strokes = new HashSet<>(getFocusTraversalKeys(direction));
        for (int key : keys) {
            strokes.add(AWTKeyStroke.getAWTKeyStroke(key, 0));
        }
        setFocusTraversalKeys(direction, strokes);
    }

    /** Shows this; repaints only what differs when it is the same basket screen with nothing above it. */
    public void show(ViewState state) {
        boolean sameFrame = page == shop
                && state.page() instanceof ShopPage
                && !banner.wouldChange(state.banner())
                && !dialog.isVisible()
                && state.dialog().isEmpty();
        status.show(state.status());
        banner.show(state.banner());
        JPanel next = fill(state.page());
        if (next != page) {
            if (page != null) {
                remove(page);
            }
            page = next;
            add(page);
        }
        state.dialog().ifPresent(dialog::show);
        dialog.setVisible(state.dialog().isPresent());
        getAccessibleContext().setAccessibleName(state.screen().name());
        if (!sameFrame) {
            revalidate();
            repaint();
        }
    }

    private JPanel fill(ViewState.Page content) {
        if (content instanceof AttractPage invitation) {
            attract.show(invitation);
            return attract;
        } else if (content instanceof ShopPage basket) {
            shop.show(basket);
            return shop;
        } else if (content instanceof LookUpPage goods) {
            lookUp.show(goods);
            return lookUp;
        } else if (content instanceof StaffPage work) {
            staff.show(work);
            return staff;
        }
        card.show((CardPage) content);
        return card;
    }

    @Override
    public void doLayout() {
        int top = look.mm(StatusBarView.HEIGHT_MM);
        status.setBounds(0, 0, getWidth(), top);
        int line = banner.isVisible() ? banner.heightFor(getWidth()) : 0;
        banner.setBounds(0, top, getWidth(), line);
        top += line;
        if (page != null) {
            page.setBounds(0, top, getWidth(), getHeight() - top);
        }
        dialog.setBounds(0, top, getWidth(), getHeight() - top);
    }

    @Override
    protected void paintComponent(java.awt.Graphics g) {
        g.setColor(Token.BACKGROUND.color());
        g.fillRect(0, 0, getWidth(), getHeight());
    }

    /** What can be pressed now: the status bar, the banner's answers, and the card if there is one, else the page. */
    public List<Component> pressable() {
        List<Component> found = new ArrayList<>();
        if (dialog.isVisible()) {
            collect(dialog, found);
        } else if (page != null) {
            collect(page, found);
        }
        if (banner.isVisible()) {
            collect(banner, found);
        }
        collect(status, found);
        return found;
    }

    private static void collect(Container from, List<Component> found) {
        for (Component part : from.getComponents()) {
            if (part instanceof KioskButton button && button.isVisible() && button.isEnabled()) {
                found.add(button);
            } else if (part instanceof Container inner && inner.isVisible()) {
                collect(inner, found);
            }
        }
    }

    public List<String> buttons() {
        return pressable().stream().map(Component::getName).toList();
    }

    /** Presses the control of that name as a finger would; false when it is not there to press. */
    public boolean press(String name) {
        Optional<Component> button = pressable().stream()
                .filter(candidate -> name.equals(candidate.getName()))
                .findFirst();
        button.ifPresent(found -> ((KioskButton) found).doClick(0));
        return button.isPresent();
    }

    /** Gives everything its place at a size, whether or not this is in a window. */
    public void layOut(int width, int height) {
        if (getWidth() != width || getHeight() != height) {
            setSize(width, height);
        }
        layOut(this);
    }

    /** Paints this panel at a size, whether or not it is in a window. */
    public BufferedImage picture(int width, int height) {
        layOut(width, height);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        printAll(g);
        g.dispose();
        return image;
    }

    private static void layOut(Container part) {
        part.doLayout();
        for (Component child : part.getComponents()) {
            if (child instanceof Container inner) {
                layOut(inner);
            }
        }
    }
}
