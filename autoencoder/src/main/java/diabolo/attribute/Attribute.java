package diabolo.attribute;

import static java.util.Objects.requireNonNull;

/**
 * An attribute vector and the name that an operation gives it.
 *
 * @param name the vector's own, or that of a file
 */
public record Attribute(String name, AttributeVector vector) {

    public Attribute {
        requireNonNull(name, "name");
        requireNonNull(vector, "vector");
    }

    /** A vector under its own name. */
    public static Attribute of(AttributeVector vector) {
        return new Attribute(vector.name(), vector);
    }
}
