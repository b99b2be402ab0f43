using System.Text.Json;
using System.Text.Json.Nodes;
using Campaigns.Listening.Supporters;
using Campaigns.Planning;

namespace Campaigns.Operations.Configuration;

/// <summary>A campaign of a document that keeps to the rules.</summary>
/// <param name="Path">Where it stands in the document.</param>
/// <param name="Id">Its id.</param>
/// <param name="Archived">Whether it was archived.</param>
/// <param name="Document">Its own document.</param>
/// <param name="CompareWith">The campaign that it is compared with, or null.</param>
/// <param name="Posts">Its posts.</param>
/// <param name="Supporters">Whom it names, or null where there is no list.</param>
internal sealed record ImportedCampaign(
    string Path, CampaignId Id, bool Archived, JsonElement Document, CampaignId? CompareWith, IReadOnlyList<ImportedPost> Posts, IReadOnlyList<SupporterEntry>? Supporters)
{
    /// <summary>The document as it is stored.</summary>
    public string Stored => CampaignAnswer.Stored(Document);

    /// <summary>The same before it is compared with another.</summary>
    public string StoredAlone => CampaignAnswer.Stored(JsonSerializer.SerializeToElement(Alone()));

    /// <summary>The document without the campaign that it is compared with.</summary>
    public JsonObject Alone()
    {
        var alone = JsonObject.Create(Document)!;
        alone.Remove("compareWith");
        return alone;
    }
}
