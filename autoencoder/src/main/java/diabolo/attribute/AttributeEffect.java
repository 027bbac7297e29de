package diabolo.attribute;

import static diabolo.note.Checks.require;

import diabolo.descriptor.Descriptor;
import diabolo.note.Plural;
import java.math.BigDecimal;
import java.util.Locale;

/**
 * What an attribute vector does to the descriptor that it was learned for, told by what a model makes of examples.
 *
 * <pre>{@code
 * AttributeEffect effect = learning.effect(vector, Descriptor.NOTE_DENSITY, corpus, 1);
 * effect.sentence(); // "At strength 1 note-density rises in 134 of 256 examples, on average from 0.632 to 0.646; ..."
 * }</pre>
 *
 * @param strength above 0
 * @param unmoved the descriptor at strength 0, on average
 * @param more at the strength
 * @param less at the strength below 0
 */
public record AttributeEffect(
        Descriptor descriptor, int examples, double strength, double unmoved, Side more, Side less) {

    public AttributeEffect {
        require(strength > 0, "the strength of an effect must be above 0, was " + strength);
    }

    /** Of the examples: in half of them something goes the right way by chance. */
    private static final double ENOUGH = 0.6;

    /**
     * One direction.
     *
     * @param mean of the descriptor
     * @param moved examples in which it went the right way
     */
    public record Side(double mean, int moved) {}

    /** Whether the descriptor rises at the strength and falls below 0, on average and in most examples. */
    public boolean goesTheRightWay() {
        return more.mean() > unmoved
                && less.mean() < unmoved
                && Math.min(more.moved(), less.moved()) >= ENOUGH * examples;
    }

    /** As people say it, with a full stop. */
    public String sentence() {
        String plain = BigDecimal.valueOf(strength).stripTrailingZeros().toPlainString();
        return String.format(
                Locale.ROOT,
                "At strength %s %s rises in %d of %s, on average from %.3f to %.3f; at -%s it falls in %d, to %.3f.",
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
