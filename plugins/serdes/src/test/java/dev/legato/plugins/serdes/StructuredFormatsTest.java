package dev.legato.plugins.serdes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.legato.data.parquet.ParquetWriteOptions.Codec;
import dev.legato.plugins.serdes.avro.InferAvroSchemaFromIon;
import dev.legato.plugins.serdes.conversion.Converted;
import dev.legato.plugins.serdes.excel.ExcelToIon;
import dev.legato.testkit.task.RecordingContext;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** XML, YAML, Excel, Avro and Parquet. */
class StructuredFormatsTest {
  private static final String TYPED =
      """
      {id:1,name:"ada",price:1.5e0,paid:true,day:2023-01-02,at:2023-01-02T03:04:05.000Z,tags:["a","b"],owner:{name:"x",age:3},data:{{AQI=}}}
      {id:12345678901,name:null,price:2.0e0,paid:false,day:null,at:null,tags:[],owner:null,data:null}
      """;

  @TempDir private static Path folder;

  private final RecordingContext context = new RecordingContext(folder);

  private Converted run(String type, URI from, Map<String, ?> further) throws Exception {
    Map<String, Object> properties = new HashMap<>(further);
    properties.put("from", from.toString());
    return (Converted) context.run("io.kestra.plugin.serdes." + type, properties);
  }

  private String back(String type, Converted file) throws Exception {
    return context.files.text(run(type, file.uri(), Map.of()).uri());
  }

  @ParameterizedTest
  @CsvSource({
    "avro.IonToAvro,avro.AvroToIon",
    "avro.AvroWriter,avro.AvroReader",
    "parquet.IonToParquet,parquet.ParquetToIon",
    "parquet.ParquetWriter,parquet.ParquetReader"
  })
  void typedRowsComeBackAsTheyWere(String writer, String reader) throws Exception {
    URI rows = context.files.put("rows.ion", TYPED);

    Converted file = run(writer, rows, Map.of("timeZoneId", "UTC"));

    assertThat(file.size()).isEqualTo(2);
    assertThat(back(reader, file))
        .isEqualTo(
            TYPED
                .replace("2023-01-02T03:04:05.000Z", "LocalDateTime::\"2023-01-02T03:04:05\"")
                .replace("x\",age:3", "x\",age:3"));
  }

  @ParameterizedTest
  @EnumSource(Codec.class)
  void parquetIsPackedAsAsked(Codec codec) throws Exception {
    URI rows = context.files.put("rows.ion", TYPED);

    for (String version : List.of("V1", "V2")) {
      Converted file =
          run(
              "parquet.IonToParquet",
              rows,
              Map.of("compressionCodec", codec.name(), "version", version));
      assertThat(back("parquet.ParquetToIon", file)).contains("name:\"ada\"");
    }
  }

  @ParameterizedTest
  @CsvSource({"avro.IonToAvro,avro.AvroToIon", "parquet.IonToParquet,parquet.ParquetToIon"})
  void rowsOfListsStayLists(String writer, String reader) throws Exception {
    URI rows = context.files.put("lists.ion", "[1,2]\n[3]\n");

    assertThat(back(reader, run(writer, rows, Map.of()))).isEqualTo("[1,2]\n[3]\n");
  }

  @Test
  void textsFitASchemaWhereTheyCan() throws Exception {
    URI rows =
        context.files.put(
            "texts.ion",
            "{a:\"5\",b:\"yes\",c:\"1,5\",d:\"02.01.2023\",e:\"NA\",f:\"12.345\",g:\"red\",h:\"2023-01-02T03:04:05\",i:\"03:04\"}");
    String schema =
        """
        {"type":"record","name":"r","fields":[
          {"name":"a","type":"long"},
          {"name":"b","type":"boolean"},
          {"name":"c","type":"double"},
          {"name":"d","type":{"type":"int","logicalType":"date"}},
          {"name":"e","type":["null","string"]},
          {"name":"f","type":{"type":"bytes","logicalType":"decimal","precision":6,"scale":2}},
          {"name":"g","type":{"type":"enum","name":"colour","symbols":["red","blue"]}},
          {"name":"h","type":{"type":"long","logicalType":"timestamp-millis"}},
          {"name":"i","type":{"type":"int","logicalType":"time-millis"}},
          {"name":"j","type":["null","string"],"aliases":["g"]}]}
        """;
    Map<String, Object> options = new HashMap<>();
    options.put("schema", schema);
    options.put("decimalSeparator", ",");
    options.put("dateFormat", "dd.MM.yyyy");
    options.put("timeZoneId", "Europe/Paris");

    options.put("decimalSeparator", ",");
    URI adapted =
        context.files.put("adapted.ion", context.files.text(rows).replace("12.345", "12,345"));
    Converted file = run("avro.IonToAvro", adapted, options);

    assertThat(back("avro.AvroToIon", file))
        .isEqualTo(
            "{a:5,b:true,c:1.5e0,d:2023-01-02,e:null,f:12.34,g:\"red\","
                + "h:2023-01-02T02:04:05.000Z,i:LocalTime::\"03:04\",j:\"red\"}\n");
  }

  @Test
  void aValueThatDoesNotFitIsNamedOrLeftOut() throws Exception {
    URI rows = context.files.put("bad.ion", "{a:1}\n{a:\"soon\"}\n");
    String schema =
        "{\"type\":\"record\",\"name\":\"r\",\"fields\":[{\"name\":\"a\",\"type\":[\"null\",\"int\"]}]}";

    assertThatThrownBy(() -> run("avro.IonToAvro", rows, Map.of("schema", schema)))
        .hasMessageStartingWith("Column 'a' of row 2 is 'soon', but must be a whole number")
        .hasMessageContaining("[\"null\",\"int\"]");
    Converted file = run("avro.IonToAvro", rows, Map.of("schema", schema, "onBadLines", "WARN"));
    assertThat(back("avro.AvroToIon", file)).isEqualTo("{a:1}\n{a:null}\n");
    assertThat(context.lines).hasSize(1);
    assertThatThrownBy(() -> run("avro.IonToAvro", rows, Map.of("schema", "{\"type\":\"x\"}")))
        .hasMessageContaining("no valid Avro schema");
    URI wide = context.files.put("wide.ion", "{a:1,b:2}");
    assertThatThrownBy(
            () -> run("avro.IonToAvro", wide, Map.of("schema", schema, "strictSchema", true)))
        .hasMessage("Row 1 has 2 fields, but the schema has only 1.");
  }

  @Test
  void theSchemaOfRowsIsInferred() throws Exception {
    URI rows = context.files.put("infer.ion", "{'a b':1,c:\"yes\"}\n{'a b':1.5e0,d:[{e:1}]}\n");

    var schema =
        (InferAvroSchemaFromIon.Result)
            context.run(
                "io.kestra.plugin.serdes.avro.InferAvroSchemaFromIon", Map.of("from", rows));
    Converted file = run("avro.IonToAvro", rows, Map.of("inferAllFields", true));

    assertThat(context.files.text(schema.uri()))
        .contains("\"name\":\"a_b\",\"type\":[\"null\",\"double\"],\"default\":null")
        .contains("\"name\":\"c\",\"type\":[\"null\",\"string\"]")
        .contains("\"items\":[\"null\",{\"type\":\"record\"");
    assertThat(back("avro.AvroToIon", file))
        .isEqualTo("{a_b:1.0e0,c:true,d:null}\n{a_b:1.5e0,c:null,d:[{e:1}]}\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<r><i a='1'>x</i><i><b>true</b><b>2</b></i></r> | | {a:1,content:\"x\"};{b:[true,2]};",
        "<r><i>1</i><j/></r> | | {r:{i:1,j:\"\"}};",
        "<r><p><i n='1'/></p><p><i n='2'/></p><i n='3'/></r> | /r/p/i | {n:1};{n:2};",
        "<r><i>007</i><i>1.5</i><i>null</i></r> | | \"007\";1.5e0;",
        "<a:r xmlns:a='u'><a:i>1</a:i></a:r> | /r/i | \"1\";",
        "<r/> | /r/i | ``"
      })
  void xmlBecomesRows(String xml, String query, String rows) throws Exception {
    Map<String, Object> options = new HashMap<>();
    options.put("query", query);

    Converted converted = run("xml.XmlToIon", context.files.put("a.xml", xml), options);

    assertThat(context.files.text(converted.uri()).replace('\n', ';'))
        .isEqualTo(rows == null ? "" : rows);
  }

  @Test
  void xmlIsWrittenAndElementsMayBeForcedToBeLists() throws Exception {
    URI rows = context.files.put("x.ion", "{a:1,'b c':[\"<&>\",null],d:{e:2023-01-02}}");

    Converted xml = run("xml.XmlWriter", rows, Map.of("rootName", "orders", "timeZoneId", "UTC"));

    assertThat(context.files.text(xml.uri()))
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <orders>
              <item>
                <a>1</a>
                <b_c>&lt;&amp;&gt;</b_c>
                <b_c/>
                <d>
                  <e>2023-01-02</e>
                </d>
              </item>
            </orders>
            """);
    Converted read =
        run(
            "xml.XmlReader",
            xml.uri(),
            Map.of(
                "query", "/orders/item", "parserConfiguration", Map.of("forceList", List.of("a"))));
    assertThat(context.files.text(read.uri()))
        .isEqualTo("{a:[1],b_c:[\"<&>\",\"\"],d:{e:\"2023-01-02\"}}\n");
  }

  @Test
  void yamlGoesBothWays() throws Exception {
    URI yaml =
        context.files.put("a.yaml", "a: 1\nb: [x, ~, 1.5, 'yes', &k {c: d}, *k]\n---\ntwo\n");

    Converted rows = run("yaml.YamlToIon", yaml, Map.of());
    assertThat(context.files.text(rows.uri()))
        .isEqualTo("{a:1,b:[\"x\",null,1.5e0,\"yes\",{c:\"d\"},{c:\"d\"}]}\n\"two\"\n");
    Converted back = run("yaml.IonToYaml", rows.uri(), Map.of());
    assertThat(context.files.text(back.uri()))
        .startsWith("---\na: 1\nb:\n- x\n")
        .contains("---\ntwo");
    assertThat(context.files.text(run("yaml.YamlToJson", yaml, Map.of()).uri()))
        .startsWith("[{\"a\":1,")
        .endsWith(",\"two\"]");
    assertThat(
            context.files.text(run("yaml.YamlToJson", context.files.put("e", ""), Map.of()).uri()))
        .isEqualTo("{}");
    assertThat(
            context.files.text(
                run("yaml.JsonToYaml", context.files.put("b.json", "[{\"a\":1}]"), Map.of()).uri()))
        .isEqualTo("a: 1\n");
  }

  @Test
  void excelGoesBothWays() throws Exception {
    URI rows =
        context.files.put(
            "e.ion",
            "{id:1,name:\"é <x>\",day:2023-01-02,at:2023-01-02T03:04:05Z,ok:true,f:\"Formula:"
                + " 1+1\"}\n"
                + "{id:2.5e0,name:null,day:2023-01-03,at:null,ok:false,f:\"x\"}\n");

    Converted book = run("excel.IonToExcel", rows, Map.of("timeZoneId", "UTC"));
    var read =
        (ExcelToIon.Result)
            context.run("io.kestra.plugin.serdes.excel.ExcelToIon", Map.of("from", book.uri()));

    assertThat(book.size()).isEqualTo(2);
    assertThat(read.uris()).containsOnlyKeys("Sheet");
    assertThat(context.files.text(read.uris().get("Sheet")))
        .isEqualTo(
            "{id:1.0e0,name:\"é"
                + " <x>\",day:\"2023-01-02\",at:\"2023-01-02T03:04:05\",ok:true,f:null}\n"
                + "{id:2.5e0,name:\"null\",day:\"2023-01-03\",at:\"null\",ok:false,f:\"x\"}\n");
  }

  @Test
  void severalSheetsAreWrittenAndReadAsAsked() throws Exception {
    URI one = context.files.put("1.ion", "[\"a\",2023-01-02]\n[\"b\",2023-01-03]\n");
    URI two = context.files.put("2.ion", "[1]\n");
    Map<String, Object> sheets =
        Map.of(
            "from",
            "{\"One\": \"%s\", \"Two\": \"%s\"}".formatted(one, two),
            "header",
            false,
            "dateFormat",
            "dd/MM/yyyy");
    Converted book = (Converted) context.run("io.kestra.plugin.serdes.excel.IonToExcel", sheets);

    var formatted =
        (ExcelToIon.Result)
            context.run(
                "io.kestra.plugin.serdes.excel.ExcelToIon",
                Map.of(
                    "from",
                    book.uri(),
                    "sheetsTitle",
                    List.of("One"),
                    "header",
                    false,
                    "skipRows",
                    1,
                    "dateTimeRender",
                    "FORMATTED_STRING"));

    assertThat(formatted.uris()).containsOnlyKeys("One");
    assertThat(context.files.text(formatted.uris().get("One")))
        .isEqualTo("[\"b\",\"03/01/2023\"]\n");
    assertThatThrownBy(
            () ->
                context.run(
                    "io.kestra.plugin.serdes.excel.ExcelToIon",
                    Map.of("from", book.uri(), "sheetsTitle", List.of("Three"))))
        .hasMessageContaining("no sheet 'Three'; it has [One, Two]");
  }

  @ParameterizedTest
  @CsvSource({
    "avro.AvroToIon      , no Avro container file",
    "parquet.ParquetToIon, no Parquet file",
    "excel.ExcelToIon    , no Excel workbook",
    "xml.XmlToIon        , Row 1 is no valid XML",
    "json.JsonToIon      , Row 1 is no valid JSON"
  })
  void aFileOfAnotherFormatIsToldApart(String type, String message) {
    URI file = context.files.put("x", "this is: no such thing");

    assertThatThrownBy(() -> run(type, file, Map.of())).hasMessageContaining(message);
  }
}
