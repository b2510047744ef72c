package io.shouxin.shell.rest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.PlainText;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** No text of a call holds what cannot be kept; the field that does is named. What is stored is read without this question. */
@Configuration(proxyBeanMethods = false)
class KeepableBodies implements WebMvcConfigurer {

    @Override
    public void extendMessageConverters(List<HttpMessageConverter<?>> converters) {
        SimpleModule module = new SimpleModule("keepable-text").addDeserializer(String.class, new Keepable());
        converters.stream()
                .filter(MappingJackson2HttpMessageConverter.class::isInstance)
                .map(MappingJackson2HttpMessageConverter.class::cast)
                .forEach(converter -> converter.setObjectMapper(
                        converter.getObjectMapper().copy().registerModule(module)));
    }

    private static final class Keepable extends StdScalarDeserializer<String> {

        private static final long serialVersionUID = 1L;

        Keepable() {
            super(String.class);
        }

        @Override
        public @Nullable String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = StringDeserializer.instance.deserialize(parser, context);
            if (text != null && PlainText.unkeepable(text).isPresent()) {
                throw new InvalidInput("", "api.error.characters");
            }
            return text;
        }
    }
}
