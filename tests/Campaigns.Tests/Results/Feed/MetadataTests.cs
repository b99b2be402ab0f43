using System.Xml;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;
using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Csdl;
using Microsoft.OData.Edm.Validation;

namespace Campaigns.Tests.Results.Feed;

public sealed class MetadataTests(AzuriteFixture azurite)
{
    private static readonly EdmPrimitiveTypeKind[] Types =
    [
        EdmPrimitiveTypeKind.String, EdmPrimitiveTypeKind.Int32, EdmPrimitiveTypeKind.Int64, EdmPrimitiveTypeKind.Double, EdmPrimitiveTypeKind.Decimal, EdmPrimitiveTypeKind.Boolean,
        EdmPrimitiveTypeKind.Date, EdmPrimitiveTypeKind.DateTimeOffset,
    ];

    private static string Golden => Path.Combine(RepositoryRoot.Path, "tests", "Campaigns.Tests", "Results", "Feed", "metadata.xml");

    [Fact]
    public async Task Metadata_is_what_reports_were_built_on()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var feed = await FeedClient.StartAsync(engine);

        var metadata = await feed.GetAsync("/api/odata/$metadata");

        // A report that was built on the feed breaks where a column is renamed, retyped or removed: only add, and bring the file up to date.
        Assert.Equal((await File.ReadAllTextAsync(Golden)).TrimEnd(), metadata.Text);
        Assert.Equal("application/xml;charset=utf-8", metadata.GetHeader("Content-Type"));
        using var xml = XmlReader.Create(new MemoryStream(metadata.Body));
        Assert.True(CsdlReader.TryParse(xml, out var model, out var faults) && model.Validate(out faults), string.Join('\n', faults));
    }

    [Fact]
    public async Task A_set_has_one_key_plain_types_and_a_status_beside_every_figure_that_may_be_unknown()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var feed = await FeedClient.StartAsync(engine);
        foreach (var type in feed.Model.EntityContainer.EntitySets().Select(set => set.EntityType()))
        {
            Assert.Equal(EdmPrimitiveTypeKind.String, Assert.Single(type.Key()).Type.PrimitiveKind());
            Assert.Empty(type.NavigationProperties());
            Assert.All(type.StructuralProperties(), property => Assert.Contains(property.Type.PrimitiveKind(), Types));
            var numbers = type.StructuralProperties().Where(property => property.Type.IsNullable && !property.Type.IsString() && !property.Type.IsDateTimeOffset());
            Assert.All(numbers, property => Assert.False(type.FindProperty($"{property.Name}Status")?.Type.IsNullable ?? true, $"{type.Name}.{property.Name}"));
        }

        var facts = feed.Model.EntityContainer.EntitySets().Select(set => set.EntityType()).Where(type => type.Key().Single().Name == "rowKey").ToList();
        Assert.Equal(10, facts.Count);
        Assert.All(facts, type => Assert.False(type.FindProperty("changedAt").Type.IsNullable));
    }

    [Fact]
    public async Task The_service_document_lists_the_sets()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var feed = await FeedClient.StartAsync(engine);

        using var json = System.Text.Json.JsonDocument.Parse((await feed.GetAsync("/api/odata")).Text);

        Assert.Equal(feed.Sets, json.RootElement.GetProperty("value").EnumerateArray().Select(set => set.GetProperty("url").GetString()!));
        Assert.Equal("http://localhost:7071/api/odata/$metadata", json.RootElement.GetProperty("@odata.context").GetString());
    }
}
