package io.shouxin.request;

import java.util.List;

/**
 * Where a request stands in its process.
 *
 * @param processKey file name of the model without ending, e.g. {@code deletion-request}
 * @param done ids of BPMN elements that were passed
 * @param current ids of BPMN elements that wait or work now
 */
public record ProcessTrace(String processKey, List<String> done, List<String> current) {}
