using System.Text.Json;

namespace Campaigns.Listening.Search;

/// <summary>Says that a search is due. Its row alone says what is to be asked; a message that does not bear the row's lease is dropped.</summary>
/// <param name="Campaign">The campaign's id.</param>
/// <param name="Generation">Its generation.</param>
/// <param name="Row">The search's row.</param>
/// <param name="Lease">The lease that the row bears for it.</param>
/// <param name="PlanOf">Which version of the plan it was sent for: a worker that has an older one at hand waits for it.</param>
/// <param name="SentAt">When it was first sent.</param>
public sealed record SearchMessage(string Campaign, string Generation, string Row, string Lease, DateTimeOffset PlanOf, DateTimeOffset SentAt)
{
    /// <summary>The message as the queue carries it.</summary>
    public string Write() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    /// <summary>Reads a message.</summary>
    /// <param name="text">The message as the queue carries it.</param>
    /// <exception cref="JsonException">It is none.</exception>
    public static SearchMessage Read(string text) =>
        JsonSerializer.Deserialize<SearchMessage>(text, JsonSerializerOptions.Web) is { Campaign: not null, Generation: not null, Row: not null, Lease: not null } message
            ? message
            : throw new JsonException("The message names no search.");
}
