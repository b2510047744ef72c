package io.shouxin.sweep.internal;

import io.shouxin.match.Belongings;
import io.shouxin.match.Obstacle;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** While a sweep has proposed to destroy something of a person, its list says whose that is: nobody is merged meanwhile. */
@Component
class SweptPeople implements Belongings {

    private final JdbcClient jdbc;

    SweptPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Obstacle> obstacle(Collection<UUID> people) {
        int listed = jdbc.sql("""
                        SELECT count(*) FROM sweep s JOIN sweep_item i ON i.sweep_id = s.id
                        WHERE s.status NOT IN ('COMPLETED', 'REJECTED') AND i.state IN ('PENDING', 'PLANNED')
                            AND i.subject_id = ANY (?)
                        """)
                .param(people.toArray(UUID[]::new))
                .query(Integer.class)
                .single();
        return listed > 0 ? Optional.of(Obstacle.SWEEP) : Optional.empty();
    }
}
