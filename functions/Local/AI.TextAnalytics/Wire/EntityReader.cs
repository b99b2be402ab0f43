#nullable enable
using System.Text.Json;

namespace Azure.AI.TextAnalytics.Wire;

/// <summary>Reads the things and the personal data that a document names.</summary>
internal static class EntityReader
{
    public static CategorizedEntityCollection Entities(JsonElement document) => new(
        [.. document.Each("entities").Select(static entity => new CategorizedEntity
        {
            Text = entity.Text("text"),
            Category = entity.GetProperty("category").GetString(),
            SubCategory = entity.Text("subcategory"),
            ConfidenceScore = entity.Score("confidenceScore"),
            Offset = entity.Whole("offset"),
            Length = entity.Whole("length"),
        })],
        document.Warnings());

    public static PiiEntityCollection PersonalData(JsonElement document) => new(
        [.. document.Each("entities").Select(static entity => new PiiEntity
        {
            Text = entity.Text("text"),
            Category = entity.GetProperty("category").GetString(),
            SubCategory = entity.Text("subcategory"),
            ConfidenceScore = entity.Score("confidenceScore"),
            Offset = entity.Whole("offset"),
            Length = entity.Whole("length"),
        })],
        document.Text("redactedText"),
        document.Warnings());
}
