package diabolo.abc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The order of parts in the {@code P:} of a header (standard 2.1, section 3.1.9): letters, groups in parentheses, and behind either
 * how often it is played.
 *
 * <pre>{@code
 * AbcPartOrder.parse("(AB)2C"); // A, B, A, B, C
 * }</pre>
 */
final class AbcPartOrder {

    private static final int MOST_PARTS = 1_000;
    private static final int MOST_DEPTH = 20;

    private final String text;
    private int position;

    private AbcPartOrder(String text) {
        this.text = text;
    }

    /** The parts in order; empty where the text is no order, or makes more than 1,000 parts. */
    static Optional<List<String>> parse(String field) {
        AbcPartOrder order = new AbcPartOrder(field.replaceAll("[\\s.]", ""));
        Optional<List<String>> parts = order.sequence(0);
        return parts.filter(all -> !all.isEmpty() && order.position == order.text.length());
    }

    private Optional<List<String>> sequence(int depth) {
        List<String> parts = new ArrayList<>();
        while (position < text.length() && text.charAt(position) != ')') {
            Optional<List<String>> next = next(depth);
            int times = times();
            if (next.isEmpty() || (long) next.get().size() * times + parts.size() > MOST_PARTS) {
                return Optional.empty();
            }
            for (int i = 0; i < times; i++) {
                parts.addAll(next.get());
            }
        }
        return Optional.of(parts);
    }

    private Optional<List<String>> next(int depth) {
        char letter = text.charAt(position++);
        if (letter != '(') {
            return Character.isLetter(letter) ? Optional.of(List.of(String.valueOf(letter))) : Optional.empty();
        }
        Optional<List<String>> group = depth < MOST_DEPTH ? sequence(depth + 1) : Optional.empty();
        boolean isClosed = position < text.length() && text.charAt(position++) == ')';
        return isClosed ? group : Optional.empty();
    }

    private int times() {
        int start = position;
        while (position < text.length() && position - start < 4 && Character.isDigit(text.charAt(position))) {
            position++;
        }
        return position == start ? 1 : Integer.parseInt(text.substring(start, position));
    }
}
