package diabolo.projection;

import java.util.Arrays;

/**
 * Points of the plane in squares within squares: every cell knows how many points it has and where their mean is. A cell is split into
 * four as soon as it has two points, unless they are in one place or it is very small.
 */
final class QuadTree {

    private static final int DEEPEST = 48;

    /** Of each cell: the first of its four quarters, which follow each other, or 0 if it is not split. */
    private int[] quarters = new int[64];

    private int[] counts = new int[64];
    private double[] sides = new double[64];

    /** Of the points of each cell: [sum or, in the end, mean of x, of y]. */
    private double[] means = new double[128];

    /** Of the first point of each cell: [x, y]. */
    private double[] firsts = new double[128];

    private int cells = 1;

    /** The tree of points [x, y, x, y, ...]. */
    QuadTree(double[] plane) {
        double[] box = box(plane);
        double side = Math.max(box[2] - box[0], box[3] - box[1]) * (1 + 1e-9);
        sides[0] = side;
        for (int i = 0; i < plane.length; i += 2) {
            insert(plane[i], plane[i + 1], (box[0] + box[2]) / 2, (box[1] + box[3]) / 2);
        }
        for (int cell = 0; cell < cells; cell++) {
            means[2 * cell] /= Math.max(1, counts[cell]);
            means[2 * cell + 1] /= Math.max(1, counts[cell]);
        }
    }

    /**
     * Writes the repulsion of a point as {@link Repulsion} has it.
     *
     * @param squaredTheta 0 for the exact force
     * @return the sum of the weights of the other points
     */
    double writeForce(int point, double[] plane, double squaredTheta, double[] forces) {
        double x = plane[2 * point];
        double y = plane[2 * point + 1];
        double sum = -1; // the point itself, which is no pair
        double forceX = 0;
        double forceY = 0;
        int[] open = new int[4 * DEEPEST];
        int size = 1; // the root, cell 0
        while (size > 0) {
            int cell = open[--size];
            double awayX = x - means[2 * cell];
            double awayY = y - means[2 * cell + 1];
            double squared = awayX * awayX + awayY * awayY;
            if (quarters[cell] == 0 || sides[cell] * sides[cell] < squaredTheta * squared) {
                double weight = 1 / (1 + squared);
                sum += counts[cell] * weight;
                double force = counts[cell] * weight * weight;
                forceX += force * awayX;
                forceY += force * awayY;
                continue;
            }
            for (int quarter = quarters[cell]; quarter < quarters[cell] + 4; quarter++) {
                if (counts[quarter] > 0) {
                    open[size++] = quarter;
                }
            }
        }
        forces[2 * point] = forceX;
        forces[2 * point + 1] = forceY;
        return sum;
    }

    private static double[] box(double[] plane) {
        double[] box = {plane[0], plane[1], plane[0], plane[1]};
        for (int i = 0; i < plane.length; i += 2) {
            box[0] = Math.min(box[0], plane[i]);
            box[1] = Math.min(box[1], plane[i + 1]);
            box[2] = Math.max(box[2], plane[i]);
            box[3] = Math.max(box[3], plane[i + 1]);
        }
        return box;
    }

    /** Puts a point into the cell it belongs to, splitting cells on the way. */
    private void insert(double x, double y, double middleX, double middleY) {
        int cell = 0;
        for (int depth = 1; ; depth++) {
            boolean split = quarters[cell] != 0;
            boolean stays = counts[cell] == 0 || depth == DEEPEST || isFirst(cell, x, y);
            if (!split && !stays) {
                split(cell, middleX, middleY);
            }
            add(cell, 1, x, y, x, y);
            if (!split && stays) {
                return;
            }
            double quarterSide = sides[cell] / 4;
            cell = quarters[cell] + quarter(x, y, middleX, middleY);
            middleX += x >= middleX ? quarterSide : -quarterSide;
            middleY += y >= middleY ? quarterSide : -quarterSide;
        }
    }

    private boolean isFirst(int cell, double x, double y) {
        return firsts[2 * cell] == x && firsts[2 * cell + 1] == y;
    }

    /** All points of a cell that was not split are in one place, so they go into one quarter. */
    private void split(int cell, double middleX, double middleY) {
        if (cells + 4 > counts.length) {
            grow();
        }
        quarters[cell] = cells;
        Arrays.fill(sides, cells, cells + 4, sides[cell] / 2);
        cells += 4;
        double x = firsts[2 * cell];
        double y = firsts[2 * cell + 1];
        add(quarters[cell] + quarter(x, y, middleX, middleY), counts[cell], means[2 * cell], means[2 * cell + 1], x, y);
    }

    private static int quarter(double x, double y, double middleX, double middleY) {
        return (x >= middleX ? 1 : 0) + (y >= middleY ? 2 : 0);
    }

    private void add(int cell, int count, double sumX, double sumY, double x, double y) {
        if (counts[cell] == 0) {
            firsts[2 * cell] = x;
            firsts[2 * cell + 1] = y;
        }
        counts[cell] += count;
        means[2 * cell] += sumX;
        means[2 * cell + 1] += sumY;
    }

    private void grow() {
        int length = 2 * counts.length;
        quarters = Arrays.copyOf(quarters, length);
        counts = Arrays.copyOf(counts, length);
        sides = Arrays.copyOf(sides, length);
        means = Arrays.copyOf(means, 2 * length);
        firsts = Arrays.copyOf(firsts, 2 * length);
    }
}
