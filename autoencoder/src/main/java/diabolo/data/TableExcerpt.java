package diabolo.data;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A table in commas without one column, and without the rows that have a value in another.
 *
 * <p>The checksum of what comes out decides whether the table was the right one.
 *
 * @param file its path in the set's folder
 * @param without the column to leave out
 * @param where the column that is looked at
 * @param isNot rows with this there are left out
 */
public record TableExcerpt(String file, String without, String where, String isNot) {

    /** The excerpt, its lines ended as on the net; empty where the table has no such columns. */
    Optional<byte[]> of(byte[] table) {
        List<List<String>> rows = new String(table, StandardCharsets.UTF_8)
                .lines()
                .map(line -> List.of(line.split(",", -1)))
                .toList();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        int out = rows.getFirst().indexOf(without);
        int looked = rows.getFirst().indexOf(where);
        boolean even =
                rows.stream().allMatch(row -> row.size() == rows.getFirst().size());
        if (out < 0 || looked < 0 || !even) {
            return Optional.empty();
        }
        return Optional.of(rows.stream()
                .filter(row -> !row.get(looked).equals(isNot))
                .map(row -> String.join(",", withoutColumn(row, out)) + "\r\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> withoutColumn(List<String> row, int column) {
        List<String> shorter = new ArrayList<>(row);
        shorter.remove(column);
        return shorter;
    }
}
