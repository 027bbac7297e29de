package exercises.course;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test what it tests: of a parameter's class an instance of the student's own, of its solution, or of a mistake, as the
 * property {@code exercises.subject} says ({@code own}, {@code solution}, or the name of a class).
 */
public final class Subject implements ParameterResolver {

    static final String PROPERTY = "exercises.subject";
    static final String OWN = "own";
    static final String SOLUTION = "solution";

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType().getPackageName().equals("exercises");
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        String wanted = context.getConfigurationParameter(PROPERTY).orElse(OWN);
        String name =
                switch (wanted) {
                    case OWN -> type.getName();
                    case SOLUTION -> "exercises.solution.%sSolution".formatted(type.getSimpleName());
                    default -> wanted;
                };
        try {
            return Class.forName(name).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException missing) {
            throw new IllegalStateException(
                    "%s cannot be made: it needs to be public, and a constructor without parameters.".formatted(name),
                    missing);
        }
    }
}
