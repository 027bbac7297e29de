package diabolo.attribute;

import static diabolo.note.Checks.require;

import diabolo.descriptor.Descriptor;
import diabolo.note.Plural;
import java.math.BigDecimal;
import java.util.Locale;

/**
 * The effect of an attribute vector on its descriptor, measured on decoded examples.
 *
 * <pre>{@code
 * AttributeEffect effect = learning.effect(vector, Descriptor.NOTE_DENSITY, corpus, 1);
 * effect.sentence(); // "By 1 times its vector note-density rises in 134 of 256 examples, on average from 0.632 to 0.646; ..."
 * }</pre>
 *
 * @param factor above 0
 * @param unmoved the mean descriptor at factor 0
 * @param more at the factor
 * @param less at the negative factor
 */
public record AttributeEffect(
        Descriptor descriptor, int examples, double factor, double unmoved, Side more, Side less) {

    public AttributeEffect {
        require(factor > 0, "the factor of an effect must be above 0, was " + factor);
    }

    /** The share of examples that must move in the right direction; half do by chance. */
    private static final double ENOUGH = 0.6;

    /**
     * One direction.
     *
     * @param mean of the descriptor
     * @param moved examples in which it moved in the right direction
     */
    public record Side(double mean, int moved) {}

    /** Whether the descriptor rises at the factor and falls at the negative one, on average and in most examples. */
    public boolean goesTheRightWay() {
        return more.mean() > unmoved
                && less.mean() < unmoved
                && Math.min(more.moved(), less.moved()) >= ENOUGH * examples;
    }

    /** For people, with a full stop. */
    public String sentence() {
        String plain = BigDecimal.valueOf(factor).stripTrailingZeros().toPlainString();
        return String.format(
                Locale.ROOT,
                "By %s times its vector %s rises in %d of %s, on average from %.3f to %.3f; by -%s times it falls in %d, to %.3f.",
                plain,
                descriptor.id(),
                more.moved(),
                Plural.of(examples, "example"),
                unmoved,
                more.mean(),
                plain,
                less.moved(),
                less.mean());
    }
}
