using Azure;

namespace Campaigns.Listening.Erasures;

/// <summary>What an erasure has to do in one campaign. It is removed when that is done.</summary>
/// <param name="Campaign">The campaign's id.</param>
/// <param name="Generation">Its generation.</param>
/// <param name="Keys">The author keys that the request came to.</param>
/// <param name="Erased">Those that are to be erased, with their tokens; empty until they are refused.</param>
public sealed record ErasurePart(string Campaign, string Generation, IReadOnlyList<UInt128> Keys, IReadOnlyList<ErasedAuthor> Erased)
{
    /// <summary>Through with which step.</summary>
    public int Done { get; init; }

    /// <summary>The last step that found any of the keys.</summary>
    public int FoundIn { get; init; }

    /// <summary>Up to which cell this step came; empty at its beginning.</summary>
    public string Cursor { get; init; } = "";

    /// <summary>Storage's tag.</summary>
    public ETag ETag { get; init; }
}
