package diabolo.note;

import java.io.Serial;

/**
 * A number outside its bounds, as {@link Checks} finds it, or given where there is no use for one: the sentence begins with the name of what it is the number of, so that
 * whoever gave it under another name can say it so.
 */
public final class OutOfRangeException extends IllegalArgumentException {

    @Serial
    private static final long serialVersionUID = 1;

    private final String name;
    private final String rule;

    /** @param rule what follows the name: {@code "is for models of piano rolls"} */
    public OutOfRangeException(String name, String rule) {
        super(name + " " + rule);
        this.name = name;
        this.rule = rule;
    }

    public String name() {
        return name;
    }

    /** The sentence without the name: {@code "must be between 1 and 127, was 0; choose one in that range"}. */
    public String rule() {
        return rule;
    }
}
