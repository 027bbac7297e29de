package diabolo.picture;

import diabolo.note.Checks;
import java.util.List;

/**
 * An opaque colour, and those we use.
 *
 * <pre>{@code
 * Colour.ofPart(0).mixedWith(Colour.PAPER, 0.5); // a lighter blue
 * }</pre>
 *
 * @param rgb red, green and blue, 0 to 0xFFFFFF
 */
public record Colour(int rgb) {

    public static final Colour PAPER = new Colour(0xFFFFFF);
    public static final Colour INK = new Colour(0x2B3040);
    public static final Colour FAINT_INK = new Colour(0x666C7D);
    public static final Colour STRONG_LINE = new Colour(0xAEB4C3);
    public static final Colour LIGHT_LINE = new Colour(0xE3E6ED);
    public static final Colour BLACK_KEY_LANE = new Colour(0xF1F3F7);

    /** Told apart by people of every kind of colour vision (after Okabe and Ito, without the yellow that fades on paper). */
    private static final List<Colour> PARTS = List.of(
            new Colour(0x0072B2),
            new Colour(0xD55E00),
            new Colour(0x009E73),
            new Colour(0xCC79A7),
            new Colour(0xE69F00),
            new Colour(0x56B4E9),
            new Colour(0x5A5A5A));

    /** Ten for the ten digits: with so many, shade helps hue to tell them apart. */
    private static final List<Colour> GROUPS = List.of(
            new Colour(0x0072B2),
            new Colour(0xD55E00),
            new Colour(0x009E73),
            new Colour(0xCC79A7),
            new Colour(0xE69F00),
            new Colour(0x56B4E9),
            new Colour(0x7B3F98),
            new Colour(0x8C564B),
            new Colour(0x9A9A1C),
            new Colour(0x5A5A5A));

    public Colour {
        Checks.requireBetween("rgb", rgb, 0, 0xFFFFFF);
    }

    /** The colour of a part or a curve by its place; the eighth is like the first. */
    public static Colour ofPart(int index) {
        return PARTS.get(Math.floorMod(index, PARTS.size()));
    }

    /** The colour of a group of points by its place; the eleventh is like the first. */
    public static Colour ofGroup(int index) {
        return GROUPS.get(Math.floorMod(index, GROUPS.size()));
    }

    /** Whether it is lighter than a middle grey, so that what is written on it must be dark. */
    boolean isLight() {
        return 0.299 * (rgb >> 16) + 0.587 * (rgb >> 8 & 0xFF) + 0.114 * (rgb & 0xFF) > 140;
    }

    /** This colour, with a share of another from 0 to 1. */
    public Colour mixedWith(Colour other, double share) {
        Checks.requireBetween("share", share, 0, 1);
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            long value = Math.round((rgb >> shift & 0xFF) * (1 - share) + (other.rgb >> shift & 0xFF) * share);
            mixed |= (int) value << shift;
        }
        return new Colour(mixed);
    }

    /** As SVG writes it: {@code "#0072b2"}. */
    public String hex() {
        return "#%06x".formatted(rgb);
    }
}
