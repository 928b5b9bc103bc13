package org.samokasa.driver.camera;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * Finds where in a frame a code may be, and at which angle its bars lie, from the brightness gradients of small blocks:
 * bars make strong gradients of one direction, squares strong ones of all.
 */
final class CodeLocator {
    /** Pixels on a side of a block: some bars wide, so that a block of bars holds several edges. */
    private static final int BLOCK = 8;

    /** Least mean squared gradient of a busy block: noise of a poor camera stays below. */
    private static final int BUSY_MIN = 200;

    /** And least share of the busiest blocks, in percent: bars are among the sharpest things in a picture. */
    private static final int BUSY_PERCENT = 10;

    /** A block is of bars when so much of its gradient points one way: 1 is all of it. */
    private static final double ONE_WAY = 0.6;

    /** And it is the plain edge of some thing, not a square of modules, when nearly all does. */
    private static final double EDGE = 0.95;

    /** Neighbouring blocks belong to the same bars up to this difference of direction, in radians (20 degrees). */
    private static final double SAME_WAY = 0.35;

    /** Fewer blocks hold no code that could be read. */
    private static final int BLOCKS_MIN = 6;

    private static final int CANDIDATES_MAX = 4;

    private final FrameSource frame;
    private final int columns;
    private final int rows;
    private final long[] gxx;
    private final long[] gyy;
    private final long[] gxy;
    private boolean gathered;
    private List<FrameSource> bars;

    /** Blocks that belong together, as positions row by row. */
    private record Group(List<Integer> blocks, long weight) {}

    /** Nothing is computed before something is asked for. */
    CodeLocator(FrameSource frame) {
        this.frame = frame;
        columns = frame.getWidth() / BLOCK;
        rows = frame.getHeight() / BLOCK;
        gxx = new long[columns * rows];
        gyy = new long[columns * rows];
        gxy = new long[columns * rows];
    }

    private void gather() {
        if (gathered) {
            return;
        }
        gathered = true;
        byte[] pixels = frame.getMatrix();
        int width = frame.getWidth();
        for (int y = 1; y < rows * BLOCK - 1; y++) {
            for (int x = 1; x < columns * BLOCK - 1; x++) {
                int at = y * width + x;
                int gx = (pixels[at + 1] & 0xFF) - (pixels[at - 1] & 0xFF);
                int gy = (pixels[at + width] & 0xFF) - (pixels[at - width] & 0xFF);
                int block = y / BLOCK * columns + x / BLOCK;
                gxx[block] += gx * gx;
                gyy[block] += gy * gy;
                gxy[block] += gx * gy;
            }
        }
    }

    private long energy(int block) {
        return gxx[block] + gyy[block];
    }

    private long busyFrom() {
        long most = 0;
        for (int block = 0; block < gxx.length; block++) {
            most = Math.max(most, energy(block));
        }
        return Math.max((long) BUSY_MIN * BLOCK * BLOCK, most * BUSY_PERCENT / 100);
    }

    /** Places that look like bars, each turned upright, the strongest first. */
    List<FrameSource> bars() {
        if (bars == null) {
            gather();
            bars = List.copyOf(findBars());
        }
        return bars;
    }

    private List<FrameSource> findBars() {
        long busy = busyFrom();
        boolean[] free = new boolean[gxx.length];
        for (int block = 0; block < free.length; block++) {
            free[block] = energy(block) >= busy && oneWay(block) >= ONE_WAY;
        }
        List<FrameSource> found = new ArrayList<>();
        for (Group group : groups(free, true)) {
            found.add(upright(group));
        }
        return found;
    }

    /** Places that look like squares of modules, the strongest first. */
    List<FrameSource> squares() {
        gather();
        long busy = busyFrom();
        boolean[] free = new boolean[gxx.length];
        for (int block = 0; block < free.length; block++) {
            free[block] = energy(block) >= busy && oneWay(block) < EDGE;
        }
        List<FrameSource> found = new ArrayList<>();
        for (Group group : groups(free, false)) {
            found.add(cut(group));
        }
        return found;
    }

    private double oneWay(int block) {
        double difference = gxx[block] - gyy[block];
        return Math.sqrt(difference * difference + 4.0 * gxy[block] * gxy[block]) / Math.max(1, energy(block));
    }

    private double direction(long xx, long yy, long xy) {
        return Math.atan2(2.0 * xy, xx - yy) / 2;
    }

    private double direction(int block) {
        return direction(gxx[block], gyy[block], gxy[block]);
    }

    private List<Group> groups(boolean[] free, boolean sameWay) {
        List<Group> groups = new ArrayList<>();
        for (int block = 0; block < free.length; block++) {
            if (free[block]) {
                Group group = grow(block, free, sameWay);
                if (group.blocks().size() >= BLOCKS_MIN) {
                    groups.add(group);
                }
            }
        }
        groups.sort(Comparator.comparingLong(Group::weight).reversed());
        return groups.subList(0, Math.min(CANDIDATES_MAX, groups.size()));
    }

    private Group grow(int first, boolean[] free, boolean sameWay) {
        List<Integer> blocks = new ArrayList<>();
        Deque<Integer> open = new ArrayDeque<>(List.of(first));
        free[first] = false;
        long weight = 0;
        while (!open.isEmpty()) {
            int block = open.pop();
            blocks.add(block);
            weight += energy(block);
            // Two blocks far: a wide bar or a light module leaves a block without gradient.
            for (int dy = -2; dy <= 2; dy++) {
                for (int dx = -2; dx <= 2; dx++) {
                    int x = block % columns + dx;
                    int y = block / columns + dy;
                    int next = y * columns + x;
                    if (x >= 0 && x < columns && y >= 0 && y < rows && free[next] && (!sameWay || agree(block, next))) {
                        free[next] = false;
                        open.push(next);
                    }
                }
            }
        }
        return new Group(blocks, weight);
    }

    private boolean agree(int one, int other) {
        double difference = Math.abs(direction(one) - direction(other));
        return Math.min(difference, Math.PI - difference) < SAME_WAY;
    }

    private FrameSource upright(Group group) {
        long xx = 0;
        long yy = 0;
        long xy = 0;
        for (int block : group.blocks()) {
            xx += gxx[block];
            yy += gyy[block];
            xy += gxy[block];
        }
        double angle = direction(xx, yy, xy);
        double along = Math.cos(angle);
        double across = Math.sin(angle);
        double[] reach = {Double.MAX_VALUE, -Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE};
        for (int block : group.blocks()) {
            double x = (block % columns + 0.5) * BLOCK;
            double y = (block / columns + 0.5) * BLOCK;
            double u = x * along + y * across;
            double v = y * along - x * across;
            reach[0] = Math.min(reach[0], u);
            reach[1] = Math.max(reach[1], u);
            reach[2] = Math.min(reach[2], v);
            reach[3] = Math.max(reach[3], v);
        }
        // White margins belong to a code: a tenth of it on either side and what the coarse blocks cut off.
        double margin = (reach[1] - reach[0]) / 10 + 2 * BLOCK;
        return frame.strip(angle, reach[0] - margin, reach[1] + margin, reach[2], reach[3]);
    }

    private FrameSource cut(Group group) {
        int left = columns;
        int right = 0;
        int top = rows;
        int bottom = 0;
        for (int block : group.blocks()) {
            left = Math.min(left, block % columns);
            right = Math.max(right, block % columns);
            top = Math.min(top, block / columns);
            bottom = Math.max(bottom, block / columns);
        }
        int margin = BLOCK + (right - left + bottom - top) * BLOCK / 16;
        int x = Math.max(0, left * BLOCK - margin);
        int y = Math.max(0, top * BLOCK - margin);
        int endX = Math.min(frame.getWidth(), (right + 1) * BLOCK + margin);
        int endY = Math.min(frame.getHeight(), (bottom + 1) * BLOCK + margin);
        return frame.crop(x, y, endX - x, endY - y);
    }
}
