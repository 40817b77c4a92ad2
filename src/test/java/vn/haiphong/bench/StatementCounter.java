package vn.haiphong.bench;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;

/** Counts what goes over the wire: every execution of a statement is one, a batch is one for each of its rows' sets. */
final class StatementCounter {

    static final LongAdder STATEMENTS = new LongAdder();

    private StatementCounter() {}

    static DataSource counting(DataSource source) {
        return proxy(
                DataSource.class,
                source,
                (method, result) -> result instanceof Connection connection
                        ? proxy(Connection.class, connection, StatementCounter::ofConnection)
                        : result);
    }

    private static Object ofConnection(String method, Object result) {
        if (result instanceof CallableStatement statement) {
            return proxy(CallableStatement.class, statement, StatementCounter::ofStatement);
        }
        if (result instanceof PreparedStatement statement) {
            return proxy(PreparedStatement.class, statement, StatementCounter::ofStatement);
        }
        return result instanceof Statement statement
                ? proxy(Statement.class, statement, StatementCounter::ofStatement)
                : result;
    }

    private static Object ofStatement(String method, Object result) {
        if (method.startsWith("execute")) {
            STATEMENTS.increment();
        }
        return result;
    }

    private interface After {
        Object after(String method, Object result);
    }

    private static <T> T proxy(Class<T> type, T target, After after) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (p, method, args) -> {
            try {
                if (method.getName().equals("unwrap") || method.getName().equals("isWrapperFor")) {
                    return method.invoke(target, args);
                }
                return after.after(method.getName(), method.invoke(target, args));
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }
}
