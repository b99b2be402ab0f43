using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;
using Campaigns.TestSupport;
using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Csdl;

namespace Campaigns.Tests.Results.Feed;

/// <summary>The Power BI project names what the feed has, and nothing else. That Power BI Desktop opens it is a check by hand.</summary>
public sealed partial class PowerBiTests
{
    private static readonly IEdmModel Feed = Read();

    private static string Root => Path.Combine(RepositoryRoot.Path, "infra", "powerbi");

    private static string Model => Path.Combine(Root, "Campaigns.SemanticModel", "definition");

    private static Dictionary<string, string> Tables => Directory.EnumerateFiles(Path.Combine(Model, "tables")).ToDictionary(path => Path.GetFileNameWithoutExtension(path), File.ReadAllText, StringComparer.Ordinal);

    private static IEnumerable<string> Measures => Measure().Matches(Tables["Measures"]).Select(measure => measure.Groups[1].Value);

    public static TheoryData<string> Sets => [.. Feed.EntityContainer.EntitySets().Select(set => set.Name)];

    [Theory]
    [MemberData(nameof(Sets))]
    public void A_table_of_the_model_has_the_columns_of_its_set_with_their_types(string name)
    {
        var (table, type) = (Tables[name], Feed.EntityContainer.FindEntitySet(name).EntityType());
        var key = type.Key().Single();
        var columns = Column().Matches(table).Select(column => $"{column.Groups[1].Value} {column.Groups[2].Value} from {column.Groups[3].Value}");

        // The keys of facts relate to nothing, and would weigh more than everything else in a model.
        Assert.Equal(type.StructuralProperties().Where(property => property != key || key.Name != "rowKey").Select(property => $"{property.Name} {TypeOf(property)} from {property.Name}"), columns);
        Assert.All(Source().Matches(table).Select(source => source.Groups[1].Value), source => Assert.Equal(name, source));
        Assert.Equal(key.Name == "rowKey", table.Contains("Table.RemoveColumns(", StringComparison.Ordinal));
        Assert.Equal(Removed().Count(table), Source().Count(table) * (key.Name == "rowKey" ? 1 : 0));
    }

    [Fact]
    public void The_model_has_a_table_for_each_set_and_one_for_measures()
    {
        var sets = Feed.EntityContainer.EntitySets().Select(set => set.Name).Append("Measures").Order(StringComparer.Ordinal).ToList();

        Assert.Equal(sets, Tables.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(sets, References("table").Order(StringComparer.Ordinal));
        Assert.Equal(["Feed", "FeedUrl", "InUtc", "RangeEnd", "RangeStart"], References("expression").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Facts_by_the_hour_are_refreshed_by_their_hours_alike_in_partition_and_policy()
    {
        var incremental = Tables.Where(table => table.Value.Contains("\trefreshPolicy\n", StringComparison.Ordinal)).ToList();

        Assert.Equal(["CoverageHourly", "MentionsHourly", "UsesHourly"], incremental.Select(table => table.Key).Order(StringComparer.Ordinal));
        Assert.All(incremental, table =>
        {
            var queries = Query().Matches(table.Value).Select(query => query.Value).ToList();
            Assert.Equal(2, queries.Count);
            Assert.Equal(queries[0], queries[1]);
            Assert.Contains("each [hourStartUtc] >= DateTime.AddZone(RangeStart, 0) and [hourStartUtc] < DateTime.AddZone(RangeEnd, 0)", queries[0], StringComparison.Ordinal);
        });
    }

    [Fact]
    public void The_instructions_name_sets_that_exist_and_bound_their_hours_as_the_project_does()
    {
        var text = File.ReadAllText(Path.Combine(Root, "README.md"));

        Assert.All(Named().Matches(text).Select(set => set.Groups[1].Value), set => Assert.NotNull(Feed.EntityContainer.FindEntitySet(set)));
        Assert.Contains("each [hourStartUtc] >= DateTime.AddZone(RangeStart, 0) and [hourStartUtc] < DateTime.AddZone(RangeEnd, 0)", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Relationships_lead_from_columns_to_the_keys_of_dimensions_one_way_each()
    {
        var ends = End().Matches(File.ReadAllText(Path.Combine(Model, "relationships.tmdl"))).Select(end => (From: end.Groups[1].Value, To: end.Groups[2].Value)).ToList();

        Assert.NotEmpty(ends);
        Assert.All(ends, end => Assert.True(Has(end.From) && Has(end.To), $"{end}"));
        Assert.All(ends, end => Assert.Equal(end.To.Split('.')[1], Feed.EntityContainer.FindEntitySet(end.To.Split('.')[0]).EntityType().Key().Single().Name));
        Assert.Equal(ends.Count, ends.Distinct().Count());
        // Every key of a fact is related to its dimension.
        var keys = Feed.EntityContainer.EntitySets().Where(set => set.EntityType().Key().Single().Name == "rowKey")
            .SelectMany(set => set.EntityType().StructuralProperties().Where(property => property.Name.EndsWith("Key", StringComparison.Ordinal) && property.Name != "rowKey").Select(property => $"{set.Name}.{property.Name}"));
        Assert.Empty(keys.Except(ends.Select(end => end.From)));
    }

    [Fact]
    public void Measures_and_visuals_name_columns_and_measures_that_exist()
    {
        var used = Reference().Matches(Tables["Measures"]).Select(reference => $"{reference.Groups[1].Value}.{reference.Groups[2].Value}").ToList();
        Assert.NotEmpty(used);
        Assert.All(used, column => Assert.True(Has(column), column));

        var visuals = Directory.GetFiles(Path.Combine(Root, "Campaigns.Report"), "visual.json", SearchOption.AllDirectories);
        Assert.NotEmpty(visuals);
        foreach (var path in visuals)
        {
            using var visual = JsonDocument.Parse(File.ReadAllText(path));
            Assert.Equal(Path.GetFileName(Path.GetDirectoryName(path)), visual.RootElement.GetProperty("name").GetString());
            Assert.Contains("altText", visual.RootElement.GetRawText(), StringComparison.Ordinal);
            var fields = visual.RootElement.GetProperty("visual").GetProperty("query").GetProperty("queryState").EnumerateObject()
                .SelectMany(role => role.Value.GetProperty("projections").EnumerateArray()).Select(projection => projection.GetProperty("field").EnumerateObject().Single());
            Assert.All(fields, field =>
            {
                var (table, name) = (field.Value.GetProperty("Expression").GetProperty("SourceRef").GetProperty("Entity").GetString(), field.Value.GetProperty("Property").GetString()!);
                Assert.True(field.Name == "Measure" ? table == "Measures" && Measures.Contains(name) : Has($"{table}.{name}"), $"{path}: {table}.{name}");
            });
        }
    }

    [Fact]
    public void No_key_and_no_data_stand_in_the_project()
    {
        var files = Directory.GetFiles(Root, "*", SearchOption.AllDirectories).Where(path => !path.Contains(".pbi" + Path.DirectorySeparatorChar, StringComparison.Ordinal)).ToList();

        Assert.DoesNotContain(files, path => Path.GetExtension(path) is ".abf" or ".pbix" or ".csv");
        Assert.All(files, path => Assert.DoesNotMatch(KeyInText(), File.ReadAllText(path)));
        var functions = File.ReadAllText(Path.Combine(Model, "expressions.tmdl"));
        foreach (var name in new[] { "Feed", "InUtc" })
        {
            var lines = File.ReadLines(Path.Combine(Root, $"{name}.pq")).Where(line => !line.StartsWith("//", StringComparison.Ordinal)).Select(line => "\t\t" + line);
            Assert.Contains(string.Join('\n', lines), functions, StringComparison.Ordinal);
        }
    }

    private static bool Has(string column) => column.Split('.') is [var table, var name] && Tables.TryGetValue(table, out var text) && Column().Matches(text).Any(match => match.Groups[1].Value == name);

    private static IEnumerable<string> References(string kind) =>
        File.ReadLines(Path.Combine(Model, "model.tmdl")).Where(line => line.StartsWith($"ref {kind} ", StringComparison.Ordinal)).Select(line => line[$"ref {kind} ".Length..]);

    private static string TypeOf(IEdmStructuralProperty property) => property.Type.PrimitiveKind() switch
    {
        EdmPrimitiveTypeKind.String => "string",
        EdmPrimitiveTypeKind.Int32 or EdmPrimitiveTypeKind.Int64 => "int64",
        EdmPrimitiveTypeKind.Double => "double",
        EdmPrimitiveTypeKind.Boolean => "boolean",
        _ => "dateTime",
    };

    private static IEdmModel Read()
    {
        using var xml = XmlReader.Create(Path.Combine(RepositoryRoot.Path, "tests", "Campaigns.Tests", "Results", "Feed", "metadata.xml"));
        return CsdlReader.Parse(xml);
    }

    [GeneratedRegex(@"^\tcolumn (\w+)\n\t\tdataType: (\w+)\n(?:\t\t[^\n]*\n)*?\t\tsourceColumn: (\w+)$", RegexOptions.Multiline)]
    private static partial Regex Column();

    [GeneratedRegex(@"^\tmeasure '?([^'=\n]+?)'? = ", RegexOptions.Multiline)]
    private static partial Regex Measure();

    [GeneratedRegex("""Source = Feed\("(\w+)"\)""")]
    private static partial Regex Source();

    [GeneratedRegex("""Feed\("(\w+)"\)""")]
    private static partial Regex Named();

    [GeneratedRegex("""Table\.RemoveColumns\(\w+, \{"rowKey"\}\)""")]
    private static partial Regex Removed();

    [GeneratedRegex(@"^\t\t\t\tlet\n(?:\t\t\t\t[^\n]*\n)+", RegexOptions.Multiline)]
    private static partial Regex Query();

    [GeneratedRegex(@"fromColumn: ([\w.]+)\n\ttoColumn: ([\w.]+)")]
    private static partial Regex End();

    [GeneratedRegex(@"\b([A-Z]\w+)\[(\w+)\]")]
    private static partial Regex Reference();

    [GeneratedRegex("""code=|ApiKeyName = "(?!code")|[A-Za-z0-9_-]{43}""")]
    private static partial Regex KeyInText();
}
