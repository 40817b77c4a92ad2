package vn.haiphong.hotline1022;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Tổng đài 1022 thành phố Hải Phòng. */
@SpringBootApplication
public class Hotline1022 {

    public static void main(String[] args) {
        SpringApplication.run(Hotline1022.class, args);
    }
}
