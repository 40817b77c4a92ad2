package vn.haiphong.hotline1022.process;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.Variables;
import vn.haiphong.hotline1022.domain.BusinessRefusal;
import vn.haiphong.hotline1022.domain.petition.PetitionText;

/** A process variable with its type: read and written in one way everywhere. */
public final class ProcessVariable<T> {

    private static final int LONGEST_TEXT = 3900; // the engine keeps at most 4,000 characters

    private final String name;
    private final Class<T> type;

    private ProcessVariable(String name, Class<T> type) {
        this.name = name;
        this.type = type;
    }

    public static ProcessVariable<String> text(String name) {
        return new ProcessVariable<>(name, String.class);
    }

    public static ProcessVariable<Boolean> yesNo(String name) {
        return new ProcessVariable<>(name, Boolean.class);
    }

    /** An instant in UTC; the engine keeps it as a date. */
    public static ProcessVariable<Instant> instant(String name) {
        return new ProcessVariable<>(name, Instant.class);
    }

    public String variableName() {
        return name;
    }

    /** The value, or null if there is none. Forms may send numbers, booleans and dates as text. */
    public T from(VariableScope scope) {
        var value = scope.getVariable(name);
        if (value == null) {
            return null;
        }
        if (type == Instant.class) {
            return type.cast(value instanceof Date date ? date.toInstant() : Instant.parse(value.toString()));
        }
        if (type == Boolean.class && value instanceof String string) {
            return string.isBlank() ? null : type.cast(Boolean.valueOf(string));
        }
        return type.cast(type == String.class ? value.toString() : value);
    }

    /**
     * What somebody outside gave, as this variable keeps it.
     *
     * @throws BusinessRefusal if it is not of this type, or not a text that can be kept and shown
     */
    public T given(Object value) {
        if (value == null || type == Boolean.class && "".equals(value)) {
            return null;
        }
        if (type == Boolean.class && ("true".equals(value) || "false".equals(value))) {
            return type.cast(Boolean.valueOf((String) value));
        }
        if (!type.isInstance(value)) {
            throw new BusinessRefusal(
                    name, "Mục " + name + (type == Boolean.class ? " phải là true hoặc false." : " phải là văn bản."));
        }
        if (value instanceof String text) {
            if (text.length() > LONGEST_TEXT) {
                throw new BusinessRefusal(
                        name, "Mục " + name + " tối đa " + LONGEST_TEXT + " ký tự, đang có " + text.length() + ".");
            }
            if (!PetitionText.isReadable(text)) {
                throw new BusinessRefusal(name, "Mục " + name + " có ký tự không hợp lệ; vui lòng ghi lại.");
            }
        }
        return type.cast(value);
    }

    public boolean isTrue(VariableScope scope) {
        return Boolean.TRUE.equals(from(scope));
    }

    public void set(VariableScope scope, T value) {
        scope.setVariable(name, value instanceof Instant instant ? Date.from(instant) : value);
    }

    public void setLocal(VariableScope scope, T value) {
        scope.setVariableLocal(name, value instanceof Instant instant ? Date.from(instant) : value);
    }

    /** For this transaction only: never stored. */
    public static void passing(VariableScope scope, String name, Object value) {
        scope.setVariable(name, Variables.untypedValue(value, true));
    }
}
