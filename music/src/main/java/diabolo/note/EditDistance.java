package diabolo.note;

/**
 * How many letters must be added, left out or changed to make one word of another (Levenshtein 1966).
 *
 * <pre>{@code
 * EditDistance.between("--cuont", "--count"); // 2
 * }</pre>
 */
public final class EditDistance {

    private EditDistance() {}

    public static int between(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
