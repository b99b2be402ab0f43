namespace Campaigns.Planning;

/// <summary>
/// How much text Azure AI Language may be asked about over a campaign's life, in its text records: each started 1,000 characters of a text,
/// for each thing that is asked about it. Null is no limit.
/// </summary>
/// <param name="Language">To find out the language.</param>
/// <param name="PersonalData">To find personal data that must not be among the phrases.</param>
/// <param name="Sentiment">To find out what is felt.</param>
/// <param name="KeyPhrases">To find out what is spoken of.</param>
public sealed record TextRecordsBudget(long? Language, long? PersonalData, long? Sentiment, long? KeyPhrases)
{
    /// <summary>No limit.</summary>
    public static TextRecordsBudget None { get; } = new(null, null, null, null);
}
