package org.samokasa.sim.app.demo;

/**
 * Where the windows of the demo go: the kiosk upright at the left, the panel with its machines beside it, the attendants'
 * page as a phone at the right, so that one person is shopper and attendant at once.
 *
 * @param height of the attendants' page, in pixels
 * @param kioskWidth of the kiosk's screen
 * @param kioskHeight sixteen ninths of that, as the screen stands
 * @param panelLeft left edge of the panel
 * @param panelWidth zero leaves all that is free to the panel
 * @param pageLeft left edge of the attendants' page
 * @param pageWidth of the page; zero when there is no room for one beside the others
 */
record DemoWindows(
        int height, int kioskWidth, int kioskHeight, int panelLeft, int panelWidth, int pageLeft, int pageWidth) {
    /** Left free for the bar of the desktop. */
    static final int DESKTOP_BAR = 60;

    static final int GAP = 8;

    /** The page is made for phones from 360 pixels on, and for tablets. */
    static final int PAGE_LEAST = 390;

    static final int PAGE_MOST = 760;

    /** At this width the panel shows its machines at their full size; down to the least it is drawn smaller. */
    static final int PANEL_FULL = 1_320;

    static final int PANEL_LEAST = 1_020;

    /** A kiosk that is smaller cannot be touched with a mouse and read. */
    private static final int KIOSK_LEAST = 450;

    static DemoWindows of(int screenWidth, int screenHeight) {
        int height = Math.max(480, screenHeight - DESKTOP_BAR);
        int tall = height * 9 / 16;
        int others = PANEL_FULL + PAGE_LEAST + 2 * GAP;
        int kiosk = Math.min(tall, Math.max(KIOSK_LEAST, screenWidth - others));
        int free = screenWidth - kiosk - PANEL_LEAST - 2 * GAP;
        if (free < PAGE_LEAST) {
            return new DemoWindows(height, tall, height, tall + GAP, 0, 0, 0);
        }
        int page = Math.min(PAGE_MOST, Math.max(PAGE_LEAST, screenWidth - kiosk - PANEL_FULL - 2 * GAP));
        int panelLeft = kiosk + GAP;
        int pageLeft = screenWidth - page;
        return new DemoWindows(height, kiosk, kiosk * 16 / 9, panelLeft, pageLeft - GAP - panelLeft, pageLeft, page);
    }

    /** How large the panel draws, in hundredths. */
    int panelPercent() {
        return panelWidth == 0 ? 100 : Math.min(100, panelWidth * 100 / PANEL_FULL);
    }

    boolean hasPage() {
        return pageWidth > 0;
    }
}
