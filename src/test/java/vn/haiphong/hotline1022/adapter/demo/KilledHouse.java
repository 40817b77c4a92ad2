package vn.haiphong.hotline1022.adapter.demo;

import java.nio.file.Path;
import java.sql.DriverManager;

/** A house of its own that writes something down, says so, and waits to be killed. */
final class KilledHouse {

    private KilledHouse() {}

    public static void main(String[] args) throws Exception {
        var database = EmbeddedDatabase.in(Path.of(args[0]));
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), "postgres", "postgres");
                var statement = connection.createStatement()) {
            statement.execute("create table kept (word text)");
            statement.execute("insert into kept values ('Đã ghi')");
        }
        System.out.println("written");
        Thread.currentThread().join();
    }
}
