package vn.haiphong.hotline1022.adapter.demo;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** A whole house in a process of its own, waiting to be asked to stop. */
final class InterruptedHouse {

    private InterruptedHouse() {}

    public static void main(String[] args) throws Exception {
        new SpringApplicationBuilder(EmbeddedDefaultTest.SmallHouse.class)
                .web(WebApplicationType.NONE)
                .run("--spring.datasource.url=", "--hotline.demo.data=" + args[0]);
        System.out.println("started");
        Thread.currentThread().join();
    }
}
