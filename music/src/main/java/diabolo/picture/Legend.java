package diabolo.picture;

import java.util.List;

/**
 * The title and, where there is more than one, the names with their colours: on the right of the title if they fit, else in
 * a line below it. Immutable.
 */
record Legend(String title, List<String> names) {

    private static final double TITLE_LINE = 24;
    private static final double SECOND_LINE = 22;
    private static final double SWATCH = 10;
    private static final double SWATCH_GAP = 5;
    private static final double GAP = 18;
    private static final double LONGEST_NAME = 150;

    Legend {
        names = List.copyOf(names);
    }

    /** How much room it needs below the line of the title. */
    double extraHeight(double left, double right) {
        return names.size() < 2 || fitsBesideTitle(left, right) ? 0 : SECOND_LINE;
    }

    void paint(Canvas canvas, double left, double right) {
        canvas.text(TextStyle.TITLE.fitted(title, right - left), left, TITLE_LINE, TextStyle.TITLE);
        if (names.size() < 2) {
            return;
        }
        if (fitsBesideTitle(left, right)) {
            paintNames(canvas, right - widthOfNames(0), TITLE_LINE, right);
        } else {
            paintNames(canvas, left, TITLE_LINE + SECOND_LINE, right);
        }
    }

    private void paintNames(Canvas canvas, double left, double y, double right) {
        double x = left;
        for (int i = 0; i < names.size(); i++) {
            String rest = "and " + (names.size() - i) + " more";
            double needed = x + widthOfNames(i) > right + 1 ? entryWidth(i) + TextStyle.LABEL.widthOf(rest) : 0;
            if (x + needed > right) {
                canvas.text(rest, x, y, TextStyle.LABEL);
                return;
            }
            canvas.rectangle(x, y - SWATCH + 1, SWATCH, SWATCH, Colour.ofPart(i));
            canvas.text(name(i), x + SWATCH + SWATCH_GAP, y, TextStyle.LABEL);
            x += entryWidth(i);
        }
    }

    private boolean fitsBesideTitle(double left, double right) {
        return TextStyle.TITLE.widthOf(title) + GAP + widthOfNames(0) <= right - left;
    }

    private double widthOfNames(int first) {
        double width = -GAP;
        for (int i = first; i < names.size(); i++) {
            width += entryWidth(i);
        }
        return width;
    }

    private double entryWidth(int index) {
        return SWATCH + SWATCH_GAP + TextStyle.LABEL.widthOf(name(index)) + GAP;
    }

    private String name(int index) {
        String name = names.get(index).isBlank() ? "part " + (index + 1) : names.get(index);
        return TextStyle.LABEL.fitted(name, LONGEST_NAME);
    }
}
